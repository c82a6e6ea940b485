import assert from "node:assert/strict";
import test from "node:test";

import { makeCoding } from "../classify/coding";
import { indexPosts } from "../corpus/token-index";
import { confusion } from "./confusion";
import { macroF1, scoreCoding } from "./score-coding";

/** A coding of as many documents as there are lists, with codes a, b, c. */
function codingOf(...given: string[][]) {
  const codes = ["a", "b", "c"].map((id) => ({ id, name: id.toUpperCase() }));
  const bits = Uint32Array.from(given, (list) => list.reduce((sum, id) => sum + 2 ** "abc".indexOf(id), 0));
  return makeCoding({ posts: [], index: indexPosts([]) }, codes, bits, () => []);
}

const round = (value: number) => Math.round(value * 10000) / 10000;

test("scoreCoding counts by hand", () => {
  // a: given to 0, 1, 2; had by 0, 1, 3: both 2, so precision 2/3, recall 2/3, F1 2/3.
  const coding = codingOf(["a"], ["a", "b"], ["a"], []);
  const truth = [["a"], ["a"], ["b"], ["a"]];
  const [a, b, c] = scoreCoding(coding, (i) => truth[i] as string[], [0, 1, 2, 3]);
  assert.deepEqual(
    [a?.truePositives, a?.falsePositives, a?.falseNegatives, a?.trueNegatives, a?.support],
    [2, 1, 1, 0, 3],
  );
  assert.equal(round(a?.f1?.value ?? 0), 0.6667);
  assert.deepEqual([b?.precision?.value, b?.recall?.value, b?.f1?.value], [0, 0, 0]);
  assert.deepEqual([c?.precision, c?.recall, c?.f1], [null, null, null]);
});

test("scoreCoding puts Wilson's interval of the share of true among all positives through F1", () => {
  // 8 true, 1 false, 1 missed: J = 8/10, Wilson's 95% of it .4902 to .9433 (R: prop.test(8, 10, correct =
  // FALSE)), and 2J / (1 + J) of these .6579 and .9708.
  const coding = codingOf(...Array.from({ length: 9 }, () => ["a"]), []);
  const truth = (i: number) => (i === 8 ? [] : ["a"]);
  const { f1 } = scoreCoding(coding, truth, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])[0] as {
    f1: { low: number; high: number };
  };
  assert.deepEqual([round(f1.low), round(f1.high)], [0.6579, 0.9708]);
});

test("macroF1 is the mean over codes that occur, a missed one as 0", () => {
  const coding = codingOf(["a"], [], ["c"]);
  const truth = [["a"], ["b"], []];
  assert.equal(macroF1(scoreCoding(coding, (i) => truth[i] as string[], [0, 1, 2])), 0.5);
  assert.equal(macroF1(scoreCoding(coding, () => [], [0])), null);
});

test("confusion weighs every document one, and shares those of several codes", () => {
  const coding = codingOf(["a"], ["b"], [], ["a", "b"], ["a"], ["c"]);
  const truth = [["a"], ["a"], ["b"], ["a"], ["a", "c"], []];
  const { codes, counts } = confusion(coding, (i) => truth[i] as string[], [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(codes, ["a", "b", "c", "none"]);
  // Document 3 has a and was given b too: half on a-a, half on a-b. Document 4 has c too and was given a:
  // half on c-a.
  assert.deepEqual(counts, [
    [1 + 0.5 + 0.5, 1 + 0.5, 0, 0],
    [0, 0, 0, 1],
    [0.5, 0, 0, 0],
    [0, 0, 1, 0],
  ]);
  assert.equal(
    counts.flat().reduce((sum, count) => sum + count),
    6,
  );
});
