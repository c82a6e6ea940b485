import assert from "node:assert/strict";
import test from "node:test";

import type { CodedSpan } from "../load/coded-sheet";
import { characterAgreement } from "./character-agreement";

function near(found: number | null, wanted: number): void {
  assert.ok(found !== null && Math.abs(found - wanted) < 1e-12, `${found} is not ${wanted}`);
}

const span = (from: number, to: number, code = "work", document = "d"): CodedSpan => ({
  document,
  code,
  from,
  to,
});
const texts = new Map([["d", "x".repeat(1000)]]);

test("characterAgreement gives the percentage and kappa of NVivo's help", () => {
  // 1000 characters: 50 coded by both, 75 by A alone, 75 by B alone, 800 by neither: 85% and .3142857.
  const { documents, together } = characterAgreement(texts, [span(0, 125)], [span(75, 200)], "work");
  const [row] = documents;
  assert.deepEqual([row?.both, row?.first, row?.second, row?.neither], [50, 75, 75, 800]);
  near(row!.percent, 85);
  // (850 - 781.25) / (1000 - 781.25) = 0.3142857
  near(row!.kappa.value, 0.3142857142857143);
  near(together.kappa.value, 0.3142857142857143);
});

test("characterAgreement counts an overlap of one coder's own spans once", () => {
  const { together } = characterAgreement(texts, [span(0, 100), span(50, 125)], [span(75, 200)], "work");
  assert.equal(together.first + together.both, 125);
});

test("characterAgreement counts characters and not halves of them", () => {
  // Emoji are two code units and one character: А, Б, the emoji, В.
  const text = new Map([["d", "АБ😀В"]]);
  const { together } = characterAgreement(text, [span(0, 4)], [span(2, 5)], "work");
  assert.deepEqual([together.first, together.both, together.second, together.neither], [2, 1, 1, 0]);
});

test("characterAgreement looks at one code and at the documents that are given", () => {
  const two = new Map([
    ["a", "abcd"],
    ["b", "efgh"],
  ]);
  const mine = [span(0, 4, "work", "a"), span(0, 4, "housing", "b")];
  const { documents, together } = characterAgreement(two, mine, [span(0, 4, "work", "a")], "work");
  assert.deepEqual(
    documents.map(({ percent }) => percent),
    [100, 100],
  );
  // Over both documents together the code has variation, and they agree.
  assert.equal(together.kappa.value, 1);
});

test("characterAgreement states that kappa is undefined where nobody, or both throughout, coded", () => {
  const [nobody] = characterAgreement(texts, [], [], "work").documents;
  assert.deepEqual([nobody?.percent, nobody?.kappa.value], [100, null]);
  assert.match(nobody?.kappa.reason ?? "", /one category alone, not coded/);
  const [all] = characterAgreement(texts, [span(0, 1000)], [span(0, 1000)], "work").documents;
  assert.match(all?.kappa.reason ?? "", /one category alone, coded/);
  const empty = characterAgreement(new Map([["d", ""]]), [], [], "work").together;
  assert.deepEqual([empty.percent, empty.kappa.reason], [null, "no character to compare"]);
});

test("characterAgreement says what it needs and what it found", () => {
  assert.throws(
    () => characterAgreement(texts, [span(10, 10)], [], "work"),
    /from 0 to 1000.*found 10 to 10/,
  );
  assert.throws(() => characterAgreement(texts, [span(0, 1001)], [], "work"), /found 0 to 1001/);
});
