import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";

import { type CrateOptions, writeRunCrate } from "./run-crate";

interface Crate {
  readonly "@context": readonly string[];
  readonly "@graph": readonly (Record<string, unknown> & { readonly "@id": string })[];
}

const root = mkdtempSync(join(tmpdir(), "crate-"));
after(() => rmSync(root, { recursive: true }));
mkdirSync(join(root, "build", "notebooks"), { recursive: true });
writeFileSync(join(root, "build", "notebooks", "01-sampling.ipynb"), "{}\n");
writeFileSync(join(root, "build", "claims.json"), "[]\n");

const OPTIONS: CrateOptions = {
  root,
  runs: [{ name: "01-sampling" }, { name: "02-frequency" }],
  began: new Date("2026-11-23T10:00:00Z"),
  ended: new Date("2026-11-23T10:00:30Z"),
  faults: [],
  ownCorpus: false,
};

function crateOf(changed: Partial<CrateOptions> = {}): Map<string, Record<string, unknown>> {
  writeRunCrate({ ...OPTIONS, ...changed });
  const crate = JSON.parse(readFileSync(join(root, "build", "ro-crate-metadata.json"), "utf8")) as Crate;
  assert.equal(crate["@context"][0], "https://w3id.org/ro/crate/1.1/context");
  return new Map(crate["@graph"].map((entity) => [entity["@id"], entity]));
}

/** Ids that an entity points at, in any property. */
function pointers(entity: Record<string, unknown>): string[] {
  const values = Object.values(entity).flatMap((value) => value);
  return values.flatMap((value) => {
    return typeof value === "object" && value !== null && "@id" in value ? [String(value["@id"])] : [];
  });
}

test("writeRunCrate says that the folder is an RO-Crate 1.1 with a run, as Process Run Crate 0.5 asks", () => {
  const crate = crateOf();
  assert.deepEqual(crate.get("ro-crate-metadata.json")?.["conformsTo"], { "@id": "https://w3id.org/ro/crate/1.1" });
  const folder = crate.get("./");
  assert.deepEqual(folder?.["conformsTo"], { "@id": "https://w3id.org/ro/wfrun/process/0.5" });
  assert.deepEqual(folder?.["mentions"], { "@id": "#run" });
  for (const needed of ["name", "description", "datePublished", "license"]) assert.ok(folder?.[needed], needed);
});

test("writeRunCrate describes everything that it points at, in one flat list", () => {
  const crate = crateOf({ seed: 7 });
  const outside = ["https://w3id.org/ro/crate/1.1"];
  for (const [id, entity] of crate) {
    for (const to of pointers(entity)) assert.ok(crate.has(to) || outside.includes(to), `${id} points at ${to}`);
  }
});

test("writeRunCrate lists what came out, with size and SHA-256, and nothing that did not", () => {
  const crate = crateOf();
  const ids = ["notebooks/01-sampling.ipynb", "claims.json"];
  assert.deepEqual(crate.get("./")?.["hasPart"], ids.map((id) => ({ "@id": id })));
  assert.deepEqual(crate.get("#run")?.["result"], ids.map((id) => ({ "@id": id })));
  const notebook = crate.get(ids[0] ?? "");
  assert.equal(notebook?.["contentSize"], "3");
  assert.equal(notebook?.["sha256"], createHash("sha256").update("{}\n").digest("hex"));
});

test("writeRunCrate says when the run was and how it ended", () => {
  const run = crateOf().get("#run");
  assert.deepEqual(
    [run?.["startTime"], run?.["endTime"], run?.["actionStatus"], run?.["error"]],
    [
      "2026-11-23T10:00:00.000+00:00",
      "2026-11-23T10:00:30.000+00:00",
      "http://schema.org/CompletedActionStatus",
      undefined,
    ],
  );
  const failed = crateOf({ faults: ["one", "two"] }).get("#run");
  assert.deepEqual([failed?.["actionStatus"], failed?.["error"]], ["http://schema.org/FailedActionStatus", "one\n\ntwo"]);
});

test("writeRunCrate names the corpus and the seed, and not where a reader keeps exports", () => {
  assert.equal(crateOf().get("#corpus")?.["value"], "teaching corpus");
  assert.equal(crateOf().get("#seed"), undefined);
  const own = crateOf({ ownCorpus: true, seed: 7 });
  assert.deepEqual([own.get("#corpus")?.["value"], own.get("#seed")?.["value"]], ["the reader's own exports", 7]);
});
