import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { cohenKappa } from "./cohen-kappa";
import { type AlphaLevel, krippendorffAlpha } from "./krippendorff-alpha";

const _ = null;
/** The example of Hayes & Krippendorff (2007): four coders, twelve units, seven codes missing. */
const PUBLISHED = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
];

function near(found: number | null, wanted: number, within: number): void {
  assert.ok(found !== null && Math.abs(found - wanted) <= within, `${found} is not ${wanted} ± ${within}`);
}

for (const [level, value] of [
  ["nominal", 0.743421052632],
  ["ordinal", 0.815387503755],
  ["interval", 0.849107142857],
] as [AlphaLevel, number][]) {
  test(`krippendorffAlpha gives the published ${level} value with missing codes`, () => {
    const alpha = krippendorffAlpha(PUBLISHED, { level });
    near(alpha.value, value, 1e-11);
    // Unit 12 has one code and is left out: 41 - 1 values in 11 units.
    assert.deepEqual([alpha.units, alpha.values], [11, 40]);
  });
}

test("krippendorffAlpha agrees with Fleiss' kappa where nothing is missing", () => {
  // The worked example of ten subjects, 14 raters and five categories, kappa .210: with 140 values alpha is
  // kappa + (1 - kappa) / 140 = .2096 + .7904 / 140 = .2153.
  const counts = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ];
  const items = counts.map((row) => row.flatMap((count, category) => Array<number>(count).fill(category)));
  const coders = Array.from({ length: 14 }, (_unused, coder) => items.map((item) => item[coder] as number));
  near(krippendorffAlpha(coders, { level: "nominal" }).value, 0.21 + 0.79 / 140, 0.0006);
});

test("krippendorffAlpha takes the order of words for ordinal values", () => {
  const order = ["support", "neither", "doubt"];
  const words = krippendorffAlpha(
    [
      ["support", "doubt", "neither"],
      ["neither", "doubt", "neither"],
    ],
    {
      level: "ordinal",
      order,
    },
  );
  const numbers = krippendorffAlpha(
    [
      [1, 3, 2],
      [2, 3, 2],
    ],
    { level: "ordinal" },
  );
  assert.equal(words.value, numbers.value);
});

test("krippendorffAlpha has a seeded interval that holds the value", () => {
  const options = { level: "nominal", seed: 7 } as const;
  const alpha = krippendorffAlpha(PUBLISHED, options);
  assert.deepEqual(krippendorffAlpha(PUBLISHED, options), alpha);
  assert.ok(alpha.low! < alpha.value! && alpha.value! < alpha.high! && alpha.high! <= 1);
});

test("krippendorffAlpha states what is undefined and does not throw", () => {
  const none = krippendorffAlpha(
    [
      ["x", _],
      [_, "x"],
    ],
    { level: "nominal" },
  );
  assert.deepEqual([none.value, none.units, none.reason], [null, 0, "no document was coded by two coders"]);
  assert.equal(krippendorffAlpha([], { level: "nominal" }).reason, "no document was coded by two coders");
  assert.equal(krippendorffAlpha([["x"]], { level: "nominal" }).value, null);

  const same = krippendorffAlpha(
    [
      ["x", "x"],
      ["x", "x"],
    ],
    { level: "nominal", seed: 1 },
  );
  assert.deepEqual([same.value, same.low], [null, null]);
  assert.match(same.reason ?? "", /all values are x/);

  const all = krippendorffAlpha(
    [
      ["x", "y"],
      ["x", "y"],
    ],
    { level: "nominal", seed: 1 },
  );
  assert.deepEqual([all.value, all.low], [1, null]);
  assert.match(all.reason ?? "", /agree throughout/);
});

test("krippendorffAlpha names the one value of the documents coded twice", () => {
  const alpha = krippendorffAlpha(
    [
      ["b", "a", "a"],
      [_, "a", "a"],
    ],
    { level: "nominal" },
  );
  assert.match(alpha.reason ?? "", /all values are a/);
});

test("krippendorffAlpha does not change with the order of coders or documents, nor with a moved scale", () => {
  const code = fc.constantFrom(1, 2, 4, null);
  const sheets = fc.integer({ min: 2, max: 12 }).chain((n) => {
    return fc.array(fc.array(code, { minLength: n, maxLength: n }), { minLength: 2, maxLength: 4 });
  });
  fc.assert(
    fc.property(sheets, fc.constantFrom<AlphaLevel>("nominal", "ordinal", "interval"), (coders, level) => {
      const there = krippendorffAlpha(coders, { level }).value;
      const turned = [...coders]
        .reverse()
        .map((list) => [...list].reverse().map((x) => (x === null ? x : 3 * x + 1)));
      const back = krippendorffAlpha(turned, { level }).value;
      return there === null ? back === null : back !== null && Math.abs(there - back) < 1e-9 && there <= 1;
    }),
  );
});

test("krippendorffAlpha of two coders is near Cohen's kappa where they use the categories alike", () => {
  const a = Array.from({ length: 400 }, (_unused, i) => (i % 2 === 0 ? "x" : "y"));
  const b = a.map((label, i) => (i % 10 < 2 ? (label === "x" ? "y" : "x") : label));
  near(krippendorffAlpha([a, b], { level: "nominal" }).value, cohenKappa(a, b).value!, 0.01);
});

test("krippendorffAlpha says what it needs and what it found", () => {
  assert.throws(() => krippendorffAlpha([["x"], []], { level: "nominal" }), /one length, found 1 and 0/);
  assert.throws(() => krippendorffAlpha([["x"], ["y"]], { level: "interval" }), /must be numbers, found x/);
  assert.throws(() => krippendorffAlpha([["x"], ["y"]], { level: "ordinal" }), /give their order/);
  assert.throws(
    () => krippendorffAlpha([["x"], ["z"]], { level: "ordinal", order: ["x", "y"] }),
    /among x, y, found z/,
  );
});

test("where many draws hold one value alone there is no interval, since it would be that of the others", () => {
  // One of ten documents has a yes, by one coder: a draw misses it in 0.9^10 = 35% of cases, and has no alpha then.
  const first = ["yes", ...Array<string>(9).fill("no")];
  const second = Array<string>(10).fill("no");
  const { value, low, high, reason } = krippendorffAlpha([first, second], { level: "nominal", seed: 1 });
  // Values: 1 yes and 19 no. Observed 2/20; expected 2·19/(20·19): alpha = 1 - 0.1/0.1 = 0.
  assert.ok(Math.abs((value ?? 9) - 0) < 1e-12);
  assert.deepEqual([low, high], [null, null]);
  assert.match(reason ?? "", /^too little variation: \d+ of 2000 draws hold one value alone$/);
});
