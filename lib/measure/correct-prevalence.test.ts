import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { correctPrevalence, correctShares } from "./correct-prevalence";

const round = (value: number | null, digits = 3) =>
  Math.round((value ?? Number.NaN) * 10 ** digits) / 10 ** digits;

/** Errors on samples so large that they are as good as known. */
function known(sensitivity: number, specificity: number, size = 1000) {
  return {
    positives: size,
    truePositives: Math.round(sensitivity * size),
    negatives: size,
    trueNegatives: Math.round(specificity * size),
  };
}

test("correctPrevalence gives the estimates of epiR's examples", () => {
  // ?epi.prev of the R package epiR: 23 of 150 cows, se .96, sp .89: 5.1 per 100.
  assert.equal(round(correctPrevalence(23, 150, known(0.96, 0.89)).corrected), 0.051);
  // 6 of 151 children, se .964, sp .927: 0 per 100, as the estimate is negative.
  const children = correctPrevalence(6, 151, known(0.964, 0.927));
  assert.deepEqual([children.corrected, children.isCut, children.interval?.[0]], [0, true, 0]);
});

test("correctPrevalence gives the interval of Lang and Reiczigel", () => {
  // Equations 6, 7, 16 and 17 of the paper worked out in Python: 31 of 100, 80 of 100 and 90 of 100; and 25
  // of 600, 49 of 51 and 100 of 103, whose lower end is -0.040.
  const wide = correctPrevalence(31, 100, {
    positives: 100,
    truePositives: 80,
    negatives: 100,
    trueNegatives: 90,
  });
  assert.deepEqual(
    wide.interval?.map((bound) => round(bound)),
    [0.155, 0.452],
  );
  const rare = correctPrevalence(25, 600, {
    positives: 51,
    truePositives: 49,
    negatives: 103,
    trueNegatives: 100,
  });
  assert.deepEqual(
    [round(rare.corrected), ...(rare.interval ?? []).map((bound) => round(bound))],
    [0.013, 0, 0.049],
  );
});

test("correctPrevalence returns nothing where the classifier is no better than chance", () => {
  for (const errors of [known(0.4, 0.6), known(0.2, 0.3)]) {
    const { counted, corrected, interval } = correctPrevalence(30, 100, errors);
    assert.deepEqual([counted, corrected, interval], [0.3, null, null]);
  }
});

test("correctPrevalence cuts an estimate above one, and says so", () => {
  // (0.95 + 0.9 - 1) / (0.8 + 0.9 - 1) = 1.21
  const { corrected, isCut } = correctPrevalence(95, 100, known(0.8, 0.9));
  assert.deepEqual([corrected, isCut], [1, true]);
});

test("correctPrevalence leaves the share of a classifier without errors as counted", () => {
  assert.equal(round(correctPrevalence(30, 100, known(1, 1)).corrected), 0.3);
});

test("correctPrevalence refuses counts that cannot be", () => {
  assert.throws(
    () => correctPrevalence(3, 2, known(1, 1)),
    /given must be from 0 to a number from 1 up, found 3 of 2/,
  );
  assert.throws(
    () => correctPrevalence(0, 1, { ...known(1, 1), positives: 0 }),
    /truePositives .* found 1000 of 0/,
  );
});

// Shares .5 .3 .2 through these rates: .48 .30 .22, e.g. .5 × .8 + .3 × .2 + .2 × .1 = .48.
const RATES = [
  [800, 100, 100],
  [200, 700, 100],
  [100, 200, 700],
];

test("correctShares undoes what a matrix of confusions did", () => {
  const shares = correctShares([480, 300, 220], RATES, { seed: 1, draws: 50 });
  assert.deepEqual(
    shares.map(({ corrected }) => round(corrected)),
    [0.5, 0.3, 0.2],
  );
  for (const { corrected, interval, isCut } of shares) {
    assert.ok(interval !== null && interval[0] < (corrected ?? 0) && (corrected ?? 0) < interval[1]);
    assert.equal(isCut, false);
  }
});

test("correctShares of two codes is the estimate of Rogan and Gladen", () => {
  // (0.31 + 0.9 - 1) / 0.7 = 0.3
  const [yes] = correctShares(
    [31, 69],
    [
      [80, 20],
      [10, 90],
    ],
    { seed: 1, draws: 10 },
  );
  assert.equal(round(yes?.corrected ?? null), 0.3);
});

test("correctShares holds shares to what is possible where the inverse has a negative one", () => {
  // Of two codes, 5 of 100 given where even none would give 10: the inverse is (0.05 + 0.9 - 1) / 0.7 < 0.
  const shares = correctShares(
    [5, 95],
    [
      [80, 20],
      [10, 90],
    ],
    { seed: 1, draws: 10 },
  );
  assert.deepEqual(
    shares.map(({ corrected }) => round(corrected)),
    [0, 1],
  );
  assert.deepEqual(
    shares.map(({ isCut }) => isCut),
    [true, true],
  );
});

test("correctShares returns nothing where two codes are coded alike", () => {
  const shares = correctShares(
    [50, 50],
    [
      [30, 70],
      [30, 70],
    ],
    { seed: 1, draws: 10 },
  );
  assert.deepEqual(
    shares.map(({ corrected, interval }) => [corrected, interval]),
    [
      [null, null],
      [null, null],
    ],
  );
});

test("correctShares gives the same for the same seed, shares from 0 to 1 that sum to 1", () => {
  const row = fc
    .array(fc.integer({ min: 0, max: 50 }), { minLength: 3, maxLength: 3 })
    .filter((list) => list.some((n) => n > 0));
  fc.assert(
    fc.property(row, row, row, row, (given, a, b, c) => {
      const shares = correctShares(given, [a, b, c], { seed: 3, draws: 5 });
      assert.deepEqual(correctShares(given, [a, b, c], { seed: 3, draws: 5 }), shares);
      if (shares[0]?.corrected === null) return;
      assert.ok(shares.every(({ corrected }) => (corrected ?? -1) >= 0 && (corrected ?? 2) <= 1));
      assert.equal(
        round(
          shares.reduce((sum, { corrected }) => sum + (corrected ?? 0), 0),
          6,
        ),
        1,
      );
    }),
    { numRuns: 20 },
  );
});

test("correctShares refuses a matrix of another size, and a code of which nothing is known", () => {
  assert.throws(
    () => correctShares([1, 2], RATES, { seed: 1 }),
    /counts must be 2 rows of 2, found 3 of 3, 3, 3/,
  );
  assert.throws(
    () =>
      correctShares(
        [1, 2],
        [
          [1, 1],
          [0, 0],
        ],
        { seed: 1 },
      ),
    /one document in every row, found a row without/,
  );
});
