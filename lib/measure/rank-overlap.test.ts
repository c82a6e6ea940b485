import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { jaccardOfTop, kendall, rankBiasedOverlap, spearman } from "./rank-overlap";

function near(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-12, `${actual} is not ${expected}`);
}

test("rankBiasedOverlap gives hand-worked values", () => {
  // [a b] and [b a], p = 0.5: agreement 0 at depth 1, 1 at depth 2. (1-p)/p·(0·p + 1·p²) + 1·p² = 0.25 + 0.25.
  near(rankBiasedOverlap(["a", "b"], ["b", "a"], 0.5), 0.5);
  // [a] and [b a], p = 0.5: X = 0, 1. sum: depth 2 (1/2)p² + X_s(2-1)/(1·2)p² = 0.125 + 0; + ((1-0)/2 + 0/1)p² = 0.125.
  near(rankBiasedOverlap(["a"], ["b", "a"], 0.5), 0.25);
  // [a] and [a b], p = 0.5: X = 1, 1. p + (1/2)p² + 1·1/(1·2)p² = 0.5 + 0.125 + 0.125; + (0/2 + 1)p² = 0.25.
  near(rankBiasedOverlap(["a"], ["a", "b"], 0.5), 1);
});

test("rankBiasedOverlap is 1 for one list, 0 for strangers, symmetric, and from 0 to 1", () => {
  const list = fc.uniqueArray(fc.constantFrom(..."abcdefghij"), { minLength: 1 });
  fc.assert(
    fc.property(list, list, fc.double({ min: 0.1, max: 0.99, noNaN: true }), (a, b, p) => {
      near(rankBiasedOverlap(a, a, p), 1);
      near(rankBiasedOverlap(a, b, p), rankBiasedOverlap(b, a, p));
      near(rankBiasedOverlap(a, b.map((item) => `${item}!`), p), 0);
      const value = rankBiasedOverlap(a, b, p);
      assert.ok(value > -1e-12 && value < 1 + 1e-12);
    }),
    { seed: 8 },
  );
});

test("jaccardOfTop compares sets of the top", () => {
  assert.equal(jaccardOfTop(["a", "b", "c"], ["c", "b", "x"], 3), 0.5);
  assert.equal(jaccardOfTop(["a"], ["a", "b"], 10), 0.5);
});

test("spearman and kendall give textbook values, also with ties", () => {
  // Ranks 1 2 3 4 5 against 2 1 4 3 5: sum d² = 4, rho = 1 - 6·4/(5·24) = 0.8; 8 pairs agree, 2 do not: tau = 0.6.
  near(spearman([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]), 0.8);
  near(kendall([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]), 0.6);
  // 1 2 2 against 1 2 3: ranks 1 2.5 2.5; rho = 1.5/√(1.5·2) = √3/2; tau-b = 2/√(2·3).
  near(spearman([1, 2, 2], [1, 2, 3]), Math.sqrt(3) / 2);
  near(kendall([1, 2, 2], [1, 2, 3]), 2 / Math.sqrt(6));
});

test("overlap of ranks states what it cannot compare", () => {
  assert.throws(() => rankBiasedOverlap([], ["a"]), /at least one item, found an empty one/);
  assert.throws(() => rankBiasedOverlap(["a", "a"], ["a"]), /found "a" twice/);
  assert.throws(() => rankBiasedOverlap(["a"], ["a"], 1), /p must lie between 0 and 1, found 1/);
  assert.throws(() => spearman([1, 1], [1, 2]), /undefined: every value of a list is 1/);
  assert.throws(() => kendall([1], [1]), /one length from 2 up, found 1 and 1/);
});
