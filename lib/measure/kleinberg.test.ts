import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { findBursts } from "./kleinberg";

test("findBursts finds the states that an exact search gives for the published example", () => {
  // Example series of the Python package burst_detection; states by exact Viterbi
  // (shared/reference-values.json): 36 of 106 relevant, so p0 = 36/106 and p1 = 72/106.
  const relevant = [0, 2, 1, 6, 7, 2, 8, 7, 2, 1];
  const total = [9, 11, 12, 10, 10, 8, 12, 10, 13, 11];
  const { p0, p1, states } = findBursts(relevant, total);
  assert.ok(Math.abs(p0 - 0.33962264150943394) < 1e-15);
  assert.ok(Math.abs(p1 - 0.6792452830188679) < 1e-15);
  assert.deepEqual([...states], [0, 0, 0, 1, 1, 0, 1, 1, 0, 0]);
});

/** Cheapest cost over every path, straight from the definition in the paper of 2003. */
function bruteForce(
  relevant: readonly number[],
  total: readonly number[] | null,
  s: number,
  gamma: number,
): number {
  const n = relevant.length;
  const hits = relevant.reduce((a, b) => a + b, 0);
  const of = total === null ? n : total.reduce((a, b) => a + b, 0);
  const p = [hits / of, total === null ? (s * hits) / of : Math.min(0.9999, (s * hits) / of)];
  let best = Infinity;
  for (let path = 0; path < 2 ** n; path++) {
    let cost = 0;
    let before = 0;
    for (let i = 0; i < n; i++) {
      const state = (path >> i) & 1;
      const [r, d, q] = [relevant[i] as number, total?.[i] ?? 0, p[state] as number];
      cost += total === null ? q - r * Math.log(q) : -r * Math.log(q) - (d - r) * Math.log(1 - q);
      if (state > before) cost += gamma * Math.log(n);
      before = state;
    }
    best = Math.min(best, cost);
  }
  return best;
}

/** Cost of one given path. */
function costOf(
  states: ArrayLike<number>,
  relevant: readonly number[],
  total: readonly number[],
  p: readonly number[],
  gamma: number,
) {
  let cost = 0;
  relevant.forEach((r, i) => {
    const q = p[states[i] as number] as number;
    cost += -r * Math.log(q) - ((total[i] as number) - r) * Math.log(1 - q);
    if ((states[i] as number) > (i === 0 ? 0 : (states[i - 1] as number)))
      cost += gamma * Math.log(relevant.length);
  });
  return cost;
}

test("no path of all 2^n is cheaper than the one that findBursts takes", () => {
  const batch = fc.tuple(fc.nat(12), fc.nat(12)).map(([r, rest]): [number, number] => [r, r + rest]);
  fc.assert(
    fc.property(
      fc.array(batch, { minLength: 1, maxLength: 9 }),
      fc.double({ min: 1.2, max: 4, noNaN: true }),
      fc.double({ min: 0, max: 2, noNaN: true }),
      (batches, s, gamma) => {
        const [relevant, total] = [batches.map(([r]) => r), batches.map(([, of]) => of)];
        const hits = relevant.reduce((a, b) => a + b, 0);
        const of = total.reduce((a, b) => a + b, 0);
        fc.pre(hits > 0 && hits / of < 0.9999);
        const found = findBursts(relevant, total, { s, gamma });
        assert.ok(Math.abs(found.cost - bruteForce(relevant, total, s, gamma)) < 1e-9);
        assert.ok(
          Math.abs(found.cost - costOf(found.states, relevant, total, [found.p0, found.p1], gamma)) <
            1e-9,
        );
        const counted = findBursts(relevant, null, { s, gamma });
        assert.ok(Math.abs(counted.cost - bruteForce(relevant, null, s, gamma)) < 1e-9);
      },
    ),
  );
});

test("a silent day neither makes nor breaks a burst", () => {
  // Two days of 9 in 10 with a silent day between, among days of 1 in 10.
  const relevant = [1, 1, 1, 9, 0, 9, 1, 1, 1];
  const total = [10, 10, 10, 10, 0, 10, 10, 10, 10];
  const { bursts } = findBursts(relevant, total);
  assert.deepEqual(
    bursts.map(({ start, end }) => [start, end]),
    [[3, 5]],
  );
});

test("a series without anything relevant, or with nothing else, has no burst", () => {
  assert.deepEqual(findBursts([0, 0, 0], [5, 0, 5]).bursts, []);
  assert.deepEqual(findBursts([5, 5], [5, 5]).bursts, []);
  assert.deepEqual(findBursts([], []).bursts, []);
});

test("a series that doubles for a month is one burst of 30 days", () => {
  // 2 in 10 a day; 6 in 10 for days 100 to 129: base share 2.27 of 10, twice that 4.5, so every such day
  // is nearer to the burst.
  const relevant = Array.from({ length: 450 }, (_, day) => (day >= 100 && day < 130 ? 6 : 2));
  const { bursts } = findBursts(relevant, Array(450).fill(10));
  assert.deepEqual(
    bursts.map(({ start, end }) => [start, end]),
    [[100, 129]],
  );
});

test("findBursts refuses a count below 0, as corrections make them, and says where", () => {
  assert.throws(
    () => findBursts([3, -443], null),
    /whole numbers from 0 to the total, found -443 of any at place 1/,
  );
  assert.throws(() => findBursts([3], [2]), /found 3 of 2 at place 0/);
  assert.throws(() => findBursts([3], []), /one length, found 1 and 0/);
  assert.throws(() => findBursts([3], [4], { s: 1 }), /s must be above 1/);
});
