import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { cohenKappa } from "./cohen-kappa";

/** Two lists of labels whose cross table has the given counts: rows are the first coder's. */
function listsOf(counts: readonly (readonly number[])[]): [a: number[], b: number[]] {
  const pairs = counts.flatMap((row, i) =>
    row.flatMap((count, j) => Array<[number, number]>(count).fill([i, j])),
  );
  return [pairs.map(([i]) => i), pairs.map(([, j]) => j)];
}

function near(found: number | null, wanted: number, within: number): void {
  assert.ok(found !== null && Math.abs(found - wanted) <= within, `${found} is not ${wanted} ± ${within}`);
}

/** Cohen 1960, table 1, which Cohen 1968 uses again: proportions of 200. */
const COHEN = [
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
];

test("cohenKappa gives the value of Cohen 1960: agreement .70, chance .41, kappa .492", () => {
  const kappa = cohenKappa(...listsOf(COHEN));
  near(kappa.observed, 0.7, 1e-12);
  near(kappa.expected, 0.41, 1e-12);
  near(kappa.value, 0.492, 0.0005);
  assert.equal(kappa.n, 200);
});

test("cohenKappa gives the weighted value of Cohen 1968: .348 with disagreements of 1, 3 and 6", () => {
  const weights = [
    [0, 1, 3],
    [1, 0, 6],
    [3, 6, 0],
  ];
  const kappa = cohenKappa(...listsOf(COHEN), { weights: (i, j) => weights[i]![j]!, categories: [0, 1, 2] });
  near(kappa.value, 0.348, 0.0005);
});

test("cohenKappa gives the value of the reference file: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no", () => {
  near(
    cohenKappa(
      ...listsOf([
        [20, 5],
        [10, 15],
      ]),
    ).value,
    0.4,
    1e-12,
  );
});

// cohens_kappa of statsmodels 0.15.0, which has the formulas of Fleiss, Cohen & Everitt.
for (const [table, weights, value, se] of [
  [
    [
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ],
    "none",
    0.676470588235294,
    0.08770295347521254,
  ],
  [COHEN, "none", 0.49152542372881347, 0.05100181557607786],
  [COHEN, "linear", 0.4736842105263158, 0.054432309177641525],
  [COHEN, "quadratic", 0.4545454545454546, 0.06645368159107812],
] as const) {
  test(`cohenKappa gives statsmodels' value and standard error, weights ${weights}, value ${value.toFixed(3)}`, () => {
    const kappa = cohenKappa(...listsOf(table), { weights, categories: [0, 1, 2] });
    near(kappa.value, value, 1e-12);
    near(kappa.se, se, 1e-12);
  });
}

test("cohenKappa gives statsmodels' interval", () => {
  const kappa = cohenKappa(
    ...listsOf([
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ]),
  );
  near(kappa.low, 0.5045759580860855, 1e-9);
  near(kappa.high, 0.8483652183845026, 1e-9);
});

test("cohenKappa with linear weights is the plain one where there are two categories", () => {
  const lists = listsOf([
    [20, 5],
    [10, 15],
  ]);
  const weighted = cohenKappa(...lists, { weights: "linear", categories: [0, 1] });
  const plain = cohenKappa(...lists);
  near(weighted.value, plain.value!, 1e-12);
  near(weighted.se, plain.se!, 1e-12);
});

test("cohenKappa with quadratic weights is the intraclass correlation, worked by hand", () => {
  // 1 1, 2 2, 3 2: squared distance 1 in sum, of means 2 and 5/3. Expected: mean over the nine pairs of a and
  // b: (1-1)+(1-2)x2 twice -> (0+1+1) + (1+0+0) + (4+1+1) = 9 of 9, so 1 a pair. Observed 1/3 a pair: 1 - 1/3
  // = 2/3.
  const kappa = cohenKappa([1, 2, 3], [1, 2, 2], { weights: "quadratic", categories: [1, 2, 3] });
  near(kappa.value, 2 / 3, 1e-12);
});

test("cohenKappa states what is undefined and does not throw", () => {
  const one = cohenKappa(["x", "x"], ["x", "x"]);
  assert.deepEqual([one.value, one.low, one.n, one.observed], [null, null, 2, 1]);
  assert.match(one.reason ?? "", /one category alone, x/);

  const none = cohenKappa(["x", null], [null, "x"]);
  assert.deepEqual([none.value, none.n, none.reason], [null, 0, "no item was coded by both"]);
  assert.equal(cohenKappa([], []).reason, "no item was coded by both");

  // One coder constant: observed and expected agreement are both the other's share of that category.
  const constant = cohenKappa(["x", "x", "x"], ["x", "y", "x"]);
  assert.deepEqual([constant.value, constant.low], [0, null]);
  assert.match(constant.reason ?? "", /one category alone: kappa is 0 whatever/);

  const all = cohenKappa(["x", "y"], ["x", "y"]);
  assert.deepEqual([all.value, all.low, all.high, all.se], [1, null, null, 0]);
  assert.match(all.reason ?? "", /agree throughout/);
});

test("cohenKappa leaves out what one of the two did not code", () => {
  const with_ = cohenKappa(["x", "y", "y", null, "x"], ["x", "y", "x", "y", null]);
  const without = cohenKappa(["x", "y", "y"], ["x", "y", "x"]);
  assert.deepEqual(with_, without);
});

test("cohenKappa is -1 where two coders of equal frequencies always differ", () => {
  assert.equal(cohenKappa(["да", "нет"], ["нет", "да"]).value, -1);
});

test("cohenKappa does not change when the coders swap places or the items are shuffled", () => {
  const label = fc.constantFrom("a", "b", "c", null);
  fc.assert(
    fc.property(fc.array(fc.tuple(label, label), { maxLength: 40 }), (pairs) => {
      const a = pairs.map(([x]) => x);
      const b = pairs.map(([, y]) => y);
      const [there, back] = [cohenKappa(a, b), cohenKappa(b, a)];
      if (there.value === null || back.value === null) return there.value === back.value;
      const turned = cohenKappa([...a].reverse(), [...b].reverse());
      return (
        Math.abs(there.value - back.value) < 1e-12 &&
        Math.abs(there.value - turned.value!) < 1e-12 &&
        there.value <= 1 &&
        there.value >= -1
      );
    }),
  );
});

test("cohenKappa says what it needs and what it found", () => {
  assert.throws(() => cohenKappa(["x"], []), /one length, found 1 and 0/);
  assert.throws(() => cohenKappa([1], [2], { weights: "linear" }), /order of the categories/);
  assert.throws(() => cohenKappa(["x"], ["z"], { categories: ["x", "y"] }), /among x, y, found z/);
});
