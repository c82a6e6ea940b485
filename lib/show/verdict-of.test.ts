import assert from "node:assert/strict";
import test from "node:test";

import { VERDICTS } from "../load/load-claims";
import { verdictOf } from "./verdict-of";

test("verdictOf gives what the evidence allows", () => {
  // The list of verdicts in the brief to claims.csv, row by row.
  assert.equal(verdictOf("table", { holds: true }), "reproduced");
  assert.equal(verdictOf("external", { holds: true, remarks: ["x"] }), "reproduced with remarks");
  assert.equal(verdictOf("table", { holds: false, remarks: ["x"] }), "contradicted");
  assert.equal(verdictOf("corpus", { holds: true, corpus: "teaching" }), "recovered");
  assert.equal(verdictOf("corpus", { holds: "too little data", corpus: "teaching" }), "missed");
  assert.equal(verdictOf("corpus", { holds: true, corpus: "reader" }), "supported");
  assert.equal(verdictOf("corpus", { holds: false, corpus: "reader" }), "not supported");
  assert.equal(verdictOf("corpus", { holds: "too little data", corpus: "reader" }), "too little data");
  assert.equal(verdictOf("none", { holds: true }), "not testable");
});

test("verdictOf never leaves the verdicts of the evidence", () => {
  for (const evidence of ["table", "external", "corpus", "none"] as const) {
    for (const holds of [true, false]) {
      for (const remarks of [[], ["x"]]) {
        for (const corpus of ["teaching", "reader"] as const) {
          assert.ok(VERDICTS[evidence].includes(verdictOf(evidence, { holds, remarks, corpus })));
        }
      }
    }
  }
});

test("verdictOf needs to know the corpus, and takes a published table as whole", () => {
  assert.throws(() => verdictOf("corpus", { holds: true }), /corpus must be "teaching" or "reader"/);
  assert.throws(
    () => verdictOf("table", { holds: "too little data" }),
    /holds must be true or false for table evidence/,
  );
});
