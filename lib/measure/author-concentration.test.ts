import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { authorConcentration } from "./author-concentration";

test("authorConcentration is equal where all wrote as much, and 1 where one wrote everything", () => {
  // Four with two each: Gini 0, index 4 × (1/4)² = 1/4.
  assert.deepEqual(authorConcentration([2, 2, 2, 2]), {
    authors: 4,
    gini: 0,
    topShare: 0.25,
    herfindahl: 0.25,
  });
  assert.deepEqual(authorConcentration([7]), { authors: 1, gini: null, topShare: 1, herfindahl: 1 });
  assert.deepEqual(authorConcentration([]), { authors: 0, gini: null, topShare: null, herfindahl: null });
});

test("authorConcentration gives Gini as half the mean difference over the mean", () => {
  // 1, 2, 3, 10: the differences of all 16 ordered pairs sum to 2 × (1+2+9+1+8+7) = 56, and
  // 56 / (2 × 16 × 4) = 0.4375.
  assert.ok(Math.abs((authorConcentration([10, 1, 3, 2]).gini as number) - 0.4375) < 1e-12);
});

test("authorConcentration does not depend on the order of authors and stays from 0 to 1", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 30 }), (counts) => {
      const { gini, herfindahl } = authorConcentration(counts);
      assert.deepEqual(authorConcentration([...counts].reverse()).gini, gini);
      assert.ok((gini as number) >= -1e-12 && (gini as number) < 1);
      assert.ok((herfindahl as number) >= 1 / counts.length - 1e-12 && (herfindahl as number) <= 1);
    }),
  );
});

test("authorConcentration refuses an author of nothing", () => {
  assert.throws(() => authorConcentration([1, 0]), /whole numbers from 1, found 0/);
});
