import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { drawSample, type Sampled } from "./draw-sample";

const strata = (counts: Record<string, number>) =>
  Object.entries(counts).flatMap(([name, n]) => Array<string>(n).fill(name));

function tally(sample: readonly Sampled[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { stratum } of sample) counts[stratum] = (counts[stratum] ?? 0) + 1;
  return counts;
}

test("drawSample gives each stratum the same, and the rest where one has too few", () => {
  // 9 of three strata: 3 each, but c has 1; the two places go to a and b.
  assert.deepEqual(tally(drawSample(strata({ a: 50, b: 20, c: 1 }), { size: 9, seed: 1 })), {
    a: 4,
    b: 4,
    c: 1,
  });
});

test("drawSample in proportion gives every stratum one at least", () => {
  const sample = drawSample(strata({ a: 900, b: 99, c: 1 }), {
    size: 100,
    seed: 1,
    allocation: "proportional",
  });
  assert.deepEqual(tally(sample), { a: 89, b: 10, c: 1 });
  assert.deepEqual(
    sample.find(({ stratum }) => stratum === "a"),
    { ...sample.find(({ stratum }) => stratum === "a")!, of: 900, drawn: 89 },
  );
});

test("drawSample never draws what is null, nor one document twice, and the weights sum to the corpus", () => {
  const stratum = fc.constantFrom("a", "b", "c", null);
  fc.assert(
    fc.property(
      fc.array(stratum, { minLength: 1, maxLength: 80 }),
      fc.nat(1000),
      fc.nat(40),
      (list, seed, extra) => {
        const eligible = list.filter((name) => name !== null);
        const n = new Set(eligible).size;
        fc.pre(n > 0);
        const size = Math.min(eligible.length, n + extra);
        const sample = drawSample(list, { size, seed });
        const weights = sample.reduce((sum, { of, drawn }) => sum + of / drawn, 0);
        return (
          sample.length === size &&
          new Set(sample.map(({ index }) => index)).size === size &&
          sample.every(({ index, stratum: name }) => list[index] === name) &&
          Math.abs(weights - eligible.length) < 1e-9
        );
      },
    ),
  );
});

test("drawSample is the same for the same seed, and another for another", () => {
  const list = strata({ a: 100, b: 100 });
  const of = (seed: number) => drawSample(list, { size: 20, seed }).map(({ index }) => index);
  assert.deepEqual(of(1), of(1));
  assert.notDeepEqual(of(1), of(2));
});

test("drawSample draws every document with nearly the same chance", () => {
  // 10 of 20, 2000 times: each is drawn 1000 times, give or take 4 standard deviations of 22.
  const counts = new Array<number>(20).fill(0);
  const list = strata({ a: 20 });
  for (let seed = 0; seed < 2000; seed++)
    for (const { index } of drawSample(list, { size: 10, seed })) counts[index]! += 1;
  assert.ok(
    counts.every((n) => Math.abs(n - 1000) < 90),
    counts.join(" "),
  );
});

test("drawSample says what it needs and what it found", () => {
  assert.throws(() => drawSample(["a", null], { size: 2, seed: 1 }), /from 1 to 1, found 2/);
  assert.throws(() => drawSample(["a", "b", "b"], { size: 1, seed: 1 }), /each of 2 strata, found 1/);
});
