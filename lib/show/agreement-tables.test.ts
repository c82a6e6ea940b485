import assert from "node:assert/strict";
import test from "node:test";

import type { CodedSheet } from "../load/coded-sheet";
import { compareCoders } from "../measure/compare-coders";
import { agreementTables, spanTable } from "./agreement-tables";

const codes = ["work", "housing"].map((id) => ({ id, name: id.toUpperCase(), about: "" }));
const sheet = (coder: string, ...cells: string[][]): CodedSheet => {
  return { coder, codings: new Map(cells.map((given, i) => [String(i), given])) };
};
const texts = new Map([["1", "<b>Үй</b> издейм"]]);

test("agreementTables shows pairs, codes and disagreements with rounded numbers and reasons", () => {
  const sheets = [sheet("анна", ["work"], ["work"], []), sheet("bek", ["work"], ["housing"], [])];
  const { pairs, byCode, disagreements } = agreementTables(
    compareCoders(sheets, { codes, texts }),
    ["анна", "bek"],
    "3 posts",
  );
  assert.match(String(pairs), /Agreement by pair of coders, 3 posts/);
  // 2 of 3 the same. Of 6 answers 1 both, 1 and 1 alone, 3 neither: (4 - 20/6)/(6 - 20/6) = .25.
  assert.match(String(pairs), /анна\s+bek\s+3\s+2\s+66\.7\s+20\.8\s+93\.9\s+0\.25/);
  assert.match(String(byCode), /WORK\s+3\s+анна 2, bek 1\s+66\.7\s+0\.40/);
  assert.equal(
    disagreements.toCSV(),
    "Text,анна,bek,Disputed\r\n<b>Үй</b> издейм,work,housing,work; housing\r\n",
  );
});

test("agreementTables leaves kappa out of the table by code where there are three coders", () => {
  const sheets = ["A", "B", "C"].map((name) => sheet(name, ["work"], []));
  const { byCode } = agreementTables(compareCoders(sheets, { codes }), ["A", "B", "C"], "2 posts");
  assert.doesNotMatch(String(byCode), /Kappa/);
  assert.match(String(byCode), /they agree throughout/);
});

test("agreementTables of one coder are empty tables and no error", () => {
  const { pairs, disagreements } = agreementTables(
    compareCoders([sheet("A", ["work"])], { codes }),
    ["A"],
    "1 post",
  );
  assert.equal(pairs.toCSV().split("\r\n").length, 2);
  assert.equal(disagreements.toCSV(), "Text,A,Disputed\r\n");
});

test("spanTable shows characters and the mean over documents", () => {
  const row = { first: "A", second: "B", code: "work", both: 50, one: 150, neither: 800, percent: 85 };
  assert.match(
    String(spanTable([{ ...row, kappa: 0.3142857, meanKappa: null, documents: 0 }], "1 text")),
    /85\.0\s+0\.31\s+–/,
  );
});
