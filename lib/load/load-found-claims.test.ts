import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { afterEach, beforeEach } from "node:test";

import { loadFoundClaims } from "./load-found-claims";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "claims-"));
  delete process.env["CLICKS_CLAIMS"];
  delete process.env["CLICKS_CORPUS"];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  delete process.env["CLICKS_CLAIMS"];
  delete process.env["CLICKS_CORPUS"];
});

const record = { id: "S1", evidence: "table", verdict: "reproduced", published: "37", computed: "37", detail: "Both are 37." };
const writeCard = () => {
  const data = { "application/vnd.clicks-to-streets.claim+json": record };
  const cells = [{ id: "title" }, { id: "s1-card", outputs: [{ output_type: "stream" }, { data }] }];
  writeFileSync(join(folder, "01-sampling.ipynb"), JSON.stringify({ cells }));
};

test("the cards that stand in the notebooks are found with their cells, and claims without a card have no verdict", () => {
  writeCard();
  const claims = loadFoundClaims(folder);
  const [first, second] = claims;
  assert.equal(claims.length, 48);
  assert.deepEqual([first?.id, first?.verdict, first?.cell, first?.computed], ["S1", "reproduced", "s1-card", "37"]);
  assert.deepEqual([second?.id, second?.verdict, second?.cell], ["S2", null, null]);
});

test("the cards of the present run go before those that were kept", () => {
  writeCard();
  const path = join(folder, "claims.json");
  writeFileSync(path, JSON.stringify([{ ...record, cell: "s1-card", verdict: "contradicted" }]));
  process.env["CLICKS_CLAIMS"] = path;
  assert.equal(loadFoundClaims(folder)[0]?.verdict, "contradicted");
});

test("with a reader's own corpus the kept cards, which are of the teaching corpus, are not read", () => {
  writeCard();
  process.env["CLICKS_CORPUS"] = folder;
  assert.ok(loadFoundClaims(folder).every(({ verdict }) => verdict === null));
});
