import assert from "node:assert/strict";
import test from "node:test";

import { RandomStream } from "./random-stream";

const draw = (seed: number, name: string, n = 4) => {
  const random = new RandomStream(seed, name);
  return Array.from({ length: n }, () => random.below(1000));
};

test("a stream is fixed by its seed and its name, and each changes it", () => {
  assert.deepEqual(draw(1, "a"), draw(1, "a"));
  assert.notDeepEqual(draw(1, "a"), draw(2, "a"));
  assert.notDeepEqual(draw(1, "a"), draw(1, "b"));
});

test("Poisson and gamma draws have the mean and the variance of their names", () => {
  const random = new RandomStream(7, "moments");
  const moments = (numbers: number[]) => {
    const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
    return [mean, numbers.reduce((a, b) => a + (b - mean) ** 2, 0) / numbers.length] as const;
  };
  const within = (found: number, known: number, by: number) => assert.ok(Math.abs(found - known) < by, `${found} against ${known}`);
  // 20,000 draws: a standard error of 0.025 for the mean of Poisson(12), four of them allowed.
  const [poisson, poissonVariance] = moments(Array.from({ length: 20_000 }, () => random.poisson(12)));
  within(poisson, 12, 0.1);
  within(poissonVariance, 12, 0.6);
  const [gamma, gammaVariance] = moments(Array.from({ length: 20_000 }, () => random.gamma(4)));
  within(gamma, 1, 0.015);
  within(gammaVariance, 0.25, 0.02);
});

test("a weight of 0 is never drawn, and nothing cannot be picked from", () => {
  const random = new RandomStream(1, "weights");
  assert.deepEqual(new Set(Array.from({ length: 200 }, () => random.weighted([0, 1, 0, 2]))), new Set([1, 3]));
  assert.throws(() => random.pick([]), /at least one item, found 0/);
});
