import assert from "node:assert/strict";
import test from "node:test";

import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";

import { leadLag } from "./lead-lag";

function noise(seed: number, n: number): number[] {
  const random = xoroshiro128plus(seed);
  return Array.from({ length: n }, () => uniformFloat64(random));
}

test("leadLag finds the days by which one series follows another, and turns the sign with them", () => {
  const first = noise(1, 200);
  const second = first.map((_, i) => (i < 3 ? 0.5 : (first[i - 3] as number)));
  const found = leadLag(first, second, { seed: 1 });
  assert.equal(found.lag, 3);
  assert.ok(found.correlation > 0.99);
  assert.equal(found.p, 1 / 200);
  assert.equal(leadLag(second, first, { seed: 1 }).lag, -3);
});

test("leadLag finds nothing in two series that have nothing to do with each other", () => {
  const found = Array.from({ length: 100 }, (_, i) =>
    leadLag(noise(2 * i + 10, 120), noise(2 * i + 11, 120), { seed: i, draws: 99 }),
  );
  // 5 of 100 at the 5% level; 99% of the time at most 11.
  assert.ok(found.filter(({ p }) => p <= 0.05).length <= 11);
});

test("leadLag takes a series that does not vary, and refuses series that are too short", () => {
  assert.equal(leadLag(Array(40).fill(1), noise(1, 40), { seed: 1 }).correlation, 0);
  assert.throws(() => leadLag([1, 2], [1, 2], { seed: 1 }), /at least 28, are needed, found 2 and 2/);
});

test("leadLag leaves out days that say nothing, and does not take them for 0", () => {
  const first = noise(1, 200);
  const second = first.map((_, i) => (i < 3 ? 0.5 : (first[i - 3] as number)));
  const withGaps = second.map((value, i) => (i % 4 === 0 ? null : value));
  const found = leadLag(first, withGaps, { seed: 1 });
  assert.equal(found.lag, 3);
  assert.ok(found.correlation > 0.99);
  // Zeros in their place would be the largest departures of the series.
  const zeros = leadLag(first, withGaps.map((value) => value ?? 0), { seed: 1 });
  assert.ok(zeros.correlation < 0.8);
  assert.equal(leadLag(first, first.map(() => null), { seed: 1 }).correlation, 0);
});
