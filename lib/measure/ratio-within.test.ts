import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { type Compared, permuteWithin, ratioWithin } from "./ratio-within";

const posts = (community: number, inside: (number | null)[], outside: (number | null)[]): Compared[] => [
  ...inside.map((value) => ({ community, value, isInside: true })),
  ...outside.map((value) => ({ community, value, isInside: false })),
];

test("ratioWithin pools communities as Mantel and Haenszel do", () => {
  // Community 0: 2 inside draw 6 in all, 3 outside draw 3. Community 1: 1 inside draws 10, 1 outside draws 10.
  const rows = [...posts(0, [4, 2], [1, 1, 1]), ...posts(1, [10], [10])];
  const { ratio, communities, inside, insideOf, outside, outsideOf } = ratioWithin(rows);
  // (6 × 3/5 + 10 × 1/2) / (3 × 2/5 + 10 × 1/2) = 8.6 / 6.2
  assert.ok(Math.abs((ratio as number) - 8.6 / 6.2) < 1e-12);
  assert.deepEqual([communities, inside, insideOf, outside, outsideOf], [2, 16 / 3, 3, 13 / 4, 4]);
});

test("ratioWithin is not taken in by a large community that writes more of one kind", () => {
  // Within each community both kinds draw the same; over all posts the kinds differ nine to one.
  const large = posts(0, [10, 10, 10], [10]);
  const small = posts(1, [0.5], [0.5, 0.5, 0.5]);
  assert.equal(ratioWithin([...large, ...small]).ratio, 1);
});

test(
  "ratioWithin leaves out unknown counts and communities of one kind, and says how many it " + "compared",
  () => {
    const rows = [...posts(0, [4, null], [2]), ...posts(1, [100], [])];
    const { ratio, insideOf, unknown, communities, low } = ratioWithin(rows);
    assert.deepEqual([ratio, insideOf, unknown, communities, low], [2, 1, 1, 1, null]);
    assert.equal(ratioWithin(posts(0, [1], [0])).ratio, null);
    assert.equal(ratioWithin([]).ratio, null);
  },
);

test("ratioWithin turns over when inside and outside change places", () => {
  const count = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(count, count, (inside, outside) => {
      const there = ratioWithin(posts(0, inside, outside), { seed: 1, draws: 0 }).ratio as number;
      const back = ratioWithin(posts(0, outside, inside), { seed: 1, draws: 0 }).ratio as number;
      assert.ok(Math.abs(there * back - 1) < 1e-9);
    }),
  );
});

test("permuteWithin tells a difference from none", () => {
  const many = (value: number): number[] => Array.from({ length: 40 }, (_, i) => value + (i % 3));
  const different = permuteWithin(posts(0, many(6), many(2)), { seed: 1 });
  // No deal of 999 comes near: 1 / 1000.
  assert.equal(different, 0.001);
  assert.equal(permuteWithin(posts(0, many(2), many(2)), { seed: 1 }), 1);
  assert.equal(permuteWithin([], { seed: 1 }), null);
});
