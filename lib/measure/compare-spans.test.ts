import assert from "node:assert/strict";
import test from "node:test";

import type { CodedSpan } from "../load/coded-sheet";
import { compareSpans } from "./compare-spans";

const codes = ["work", "housing", "border"].map((id) => ({ id, name: id, about: "" }));
const texts = new Map([
  ["a", "x".repeat(1000)],
  ["b", "Ищу работу"],
]);
const span = (document: string, code: string, from: number, to: number): CodedSpan => ({
  document,
  code,
  from,
  to,
});

test("compareSpans gives a row for each pair of coders and code that one of them gave", () => {
  const rows = compareSpans(
    texts,
    [
      { coder: "A", spans: [span("a", "work", 0, 125), span("b", "work", 0, 10)] },
      { coder: "B", spans: [span("a", "work", 75, 200), span("b", "work", 4, 10)] },
      { coder: "C", spans: [span("b", "housing", 0, 10)] },
    ],
    codes,
  );
  assert.deepEqual(
    rows.map(({ first, second, code }) => `${first}${second} ${code}`),
    ["AB work", "AC work", "AC housing", "BC work", "BC housing"],
  );
  // NVivo's example in document a (50 both, 75 and 75 alone, 800 neither), 6 both and 4 alone in document b.
  const [ab] = rows;
  assert.deepEqual([ab?.both, ab?.one, ab?.neither], [56, 154, 800]);
  assert.ok(Math.abs(ab!.percent! - (100 * 856) / 1010) < 1e-9);
});

test("compareSpans takes the mean over documents that have a kappa", () => {
  // Document a has NVivo's .3142857; in b the first coder coded all and the second 6 of 10, which is 0: mean .1571.
  const [row] = compareSpans(
    texts,
    [
      { coder: "A", spans: [span("a", "work", 0, 125), span("b", "work", 0, 10)] },
      { coder: "B", spans: [span("a", "work", 75, 200), span("b", "work", 4, 10)] },
    ],
    codes,
  );
  assert.equal(row?.documents, 2);
  assert.ok(Math.abs(row!.meanKappa! - 0.31428571428571 / 2) < 1e-9);

  // Both coded all of b and nothing of a: no document has a kappa, both together have 1.
  const whole = [span("b", "work", 0, 10)];
  const [alike] = compareSpans(
    texts,
    [
      { coder: "A", spans: whole },
      { coder: "B", spans: whole },
    ],
    codes,
  );
  assert.deepEqual([alike?.documents, alike?.meanKappa, alike?.kappa], [0, null, 1]);
});

test("compareSpans gives nothing for one coder, or for codes nobody gave", () => {
  assert.deepEqual(compareSpans(texts, [{ coder: "A", spans: [span("b", "work", 0, 1)] }], codes), []);
  assert.deepEqual(
    compareSpans(
      texts,
      [
        { coder: "A", spans: [] },
        { coder: "B", spans: [] },
      ],
      codes,
    ),
    [],
  );
});
