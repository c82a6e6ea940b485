import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { indexPosts } from "../corpus/token-index";
import { chiSquaredP, keyness, rayson } from "./keyness";
import { keyWords } from "./key-words";

function near(actual: number, expected: number, tolerance = 1e-10): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
}

test("keyness gives the four-cell G² of quanteda's formulas", () => {
  // shared/reference-values.json, keyness.toy: G_4cell, the table 2, 7 / 7, 3.
  near(keyness(2, 9, 7, 10).g2, 4.53493933226);
  assert.equal(keyness(2, 9, 7, 10).sign, -1);
});

test("rayson gives the two-cell value of Rayson's calculator", () => {
  // shared/reference-values.json, keyness.rayson_2cell.
  near(rayson(52, 50000, 57, 75000), 2.65171016389);
});

test("keyness gives Hardie's log ratio, with 0.5 for a count of 0", () => {
  // shared/reference-values.json, log_ratio: relative frequencies 0.0006 and 0.0002.
  near(keyness(6, 10000, 2, 10000).logRatio, 1.584962500721156);
  // 8/100 against 0.5/100: sixteen times.
  assert.equal(keyness(8, 100, 0, 100).logRatio, 4);
  assert.equal(keyness(0, 100, 8, 100).logRatio, -4);
});

test("keyness of equal frequencies is nothing, and of an absent word too", () => {
  assert.deepEqual(keyness(10, 100, 20, 200), { g2: 0, sign: 0, p: 1, logRatio: 0, bic: -Math.log(300) });
  assert.deepEqual(keyness(0, 100, 0, 200), { g2: 0, sign: 0, p: 1, logRatio: 0, bic: -Math.log(300) });
  assert.ok(Number.isFinite(keyness(100, 100, 0, 50).g2));
});

test("keyness changes only its sign when target and reference change places", () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: 51, max: 999 }), fc.integer({ min: 51, max: 999 }), (a, b, n, m) => {
      const [one, other] = [keyness(a, n, b, m), keyness(b, m, a, n)];
      near(one.g2, other.g2, 1e-9);
      near(one.logRatio, -other.logRatio, 1e-9);
      assert.equal(one.sign + other.sign, 0);
      assert.ok(one.g2 >= 0 && one.p >= 0 && one.p <= 1);
    }),
    { seed: 7 },
  );
});

test("chiSquaredP gives R's pchisq(x, 1, lower.tail = FALSE)", () => {
  // Textbook quantiles of one degree of freedom: 2.705543 (10%), 6.634897 (1%), 10.827566 (0.1%).
  near(chiSquaredP(2.705543454095404), 0.1);
  near(chiSquaredP(6.6348966010212145), 0.01);
  near(chiSquaredP(10.827566170662733), 0.001);
  // Two-sided normal tail at 6 standard deviations: 1.973175290075e-9.
  near(chiSquaredP(36) / 1.973175290075e-9, 1, 1e-9);
  assert.equal(chiSquaredP(0), 1);
});

test("keyness says what it needs", () => {
  assert.throws(() => keyness(0, 0, 1, 10), /needs tokens in target and reference, found 0 and 10/);
  assert.throws(() => keyness(11, 10, 1, 10), /needs counts from 0 to their totals, found 11 of 10 and 1 of 10/);
});

const posts = [..."аааа"].map(() => ({ text: "работа работа есть" })).concat([..."бббб"].map(() => ({ text: "выборы есть митинг" })));
const index = indexPosts([...posts, { text: "митинг ".repeat(4) }]);

test("keyWords lists the words of a target with counts, documents and both kinds of keyness", () => {
  const [first] = keyWords(index, [0, 1, 2, 3], [4, 5, 6, 7]);
  assert.deepEqual([first?.term, first?.count, first?.referenceCount, first?.documents, first?.sign], ["работа", 8, 0, 4, 1]);
  // All 8 of 12 tokens against 0 of 12: 2·(8 ln 2 + 4 ln(4/8) + 12 ln(12/8)) = 2·12·ln 1.5 + 2·4·ln 2 by hand.
  near(first?.g2 ?? 0, 24 * Math.log(1.5) + 8 * Math.log(2), 1e-9);
  near(first?.byDocuments.g2 ?? 0, 16 * Math.log(2), 1e-9);
});

test("keyWords by permutation doubts a word that one post repeats, and is the same for a seed", () => {
  const options = { permutations: 199, seed: 3, minCount: 1 };
  const rows = keyWords(index, [4, 5, 8], [0, 1, 2, 3, 6, 7], options);
  const rally = rows.find(({ term }) => term === "митинг");
  assert.ok((rally?.p ?? 1) < 0.01, "key by tokens");
  assert.ok((rally?.permutationP ?? 0) > 0.02, "less so by posts");
  assert.deepEqual(keyWords(index, [4, 5, 8], [0, 1, 2, 3, 6, 7], options), rows);
});

test("keyWords refuses an empty set and a document in both", () => {
  assert.throws(() => keyWords(index, [], [1]), /needs tokens in target and reference, found 0 and 3/);
  assert.throws(() => keyWords(index, [1, 2], [2]), /found document 2 in both/);
});
