import assert from "node:assert/strict";
import test from "node:test";

import { openStudy } from "../corpus/study";
import type { FoundClaim } from "../load/load-found-claims";
import { claimsLedger } from "./claims-ledger";
import { formsTable } from "./forms-table";
import { jupyterDisplay } from "./mime-bundle";

test("the ledger leads from a claim to its card, and leaves open what was not judged", () => {
  const claim = { id: "S3", section: "4", notebook: "01-sampling", evidence: "table", expected: "contradicted", claim: "x" } as const;
  const found = [
    { ...claim, verdict: "contradicted", published: "7", computed: "two names", detail: "x", cell: "s3-card" },
    { ...claim, id: "S4", verdict: null, published: null, computed: null, detail: null, cell: null },
  ] as const satisfies readonly FoundClaim[];
  const html = claimsLedger(found)[jupyterDisplay]()["text/html"] as string;
  assert.match(html, /<a href="01-sampling.ipynb#s3-card">S3<\/a>/);
  assert.match(html, /1 of 2 judged/);
  assert.match(html, />S4<\/th>/);
});

test("the table of forms says by how much, in which crisis most, and how surely", () => {
  const forms = [{ form: "relief", excess: [10.52, -0.1, null], posts: [9, 0, 0], peak: 0, redrawn: [0.98, 0.02, 0] }];
  const csv = formsTable({ title: "a corpus" }, forms, openStudy());
  assert.equal(
    csv.toString().split("\n").slice(2, 5).join("\n").replace(/ +/g, " ").trim(),
    "Form Dark July October revolution Border conflict Most in Again in redraws\n" +
      "────── ───────── ────────────────── ─────────────── ───────── ────────────────\nrelief +10.5 −0.1 – Dark July 98%",
  );
});
