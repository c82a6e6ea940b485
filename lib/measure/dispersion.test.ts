import assert from "node:assert/strict";
import test from "node:test";

import { indexPosts } from "../corpus/token-index";
import { bootstrapShares } from "./bootstrap-shares";
import { countByPart } from "./count-by-part";
import { griesDp, juillandD } from "./dispersion";
import { exactForms } from "../corpus/group-types";
import { wilsonInterval } from "./wilson-interval";

test("griesDp gives hand-worked values", () => {
  // Shares of the word 1/2 1/4 1/4 0 against sizes 1/4 each: (1/4 + 0 + 0 + 1/4) / 2.
  assert.equal(griesDp([2, 1, 1, 0], [5, 5, 5, 5]), 0.25);
  // A part of no tokens changes nothing.
  assert.equal(griesDp([2, 1, 1, 0, 0], [5, 5, 5, 5, 0]), 0.25);
});

test("juillandD gives a hand-worked value", () => {
  // Rates 1 2 3 over 10: mean 2, population sd √(2/3), V = 0.408; D = 1 - 0.408/√2.
  assert.ok(Math.abs(juillandD([1, 2, 3], [10, 10, 10]) - (1 - Math.sqrt(2 / 3) / 2 / Math.sqrt(2))) < 1e-12);
  assert.equal(juillandD([5, 0, 0], [10, 10, 10]), 0);
});

test("dispersion refuses a word or a corpus that is not there", () => {
  assert.throws(() => griesDp([0, 0], [5, 5]), /needs a word that occurs in a corpus with tokens, found 0 of 10/);
  assert.throws(() => juillandD([1], [5]), /at least two parts, found 1/);
  assert.throws(() => juillandD([1, 0], [5, 0]), /at least one token in each part, found 0 in part 1/);
  assert.throws(() => griesDp([1], [5, 5]), /a size for each of 1 counts, found 2/);
});

test("wilsonInterval gives a published value", () => {
  // Newcombe (1998), Statistics in Medicine 17, Table I: 81 of 263, score method without continuity correction: 0.2553 to 0.3662.
  assert.deepEqual(wilsonInterval(81, 263).map((bound) => Math.round(bound * 1e4) / 1e4), [0.2553, 0.3662]);
  assert.deepEqual(wilsonInterval(10, 10)[1], 1);
  assert.throws(() => wilsonInterval(0, 0), /n from 1 up, found 0 of 0/);
});

test("bootstrapShares holds the share, is the same for a seed, and widens where communities differ", () => {
  const alike = Array.from({ length: 20 }, () => ({ hits: 10, of: 100 }));
  const unlike = Array.from({ length: 20 }, (_, i) => ({ hits: i < 2 ? 100 : 0, of: 100 }));
  assert.deepEqual(bootstrapShares(alike, { seed: 1 }), { share: 0.1, low: 0.1, high: 0.1 });
  const { share, low, high } = bootstrapShares(unlike, { seed: 1 });
  assert.ok(share === 0.1 && low < 0.05 && high > 0.15);
  assert.deepEqual(bootstrapShares(unlike, { seed: 1 }), { share, low, high });
});

test("bootstrapShares of one community knows nothing, and of none is an error", () => {
  assert.deepEqual(bootstrapShares([{ hits: 1, of: 4 }], { seed: 1 }), { share: 0.25, low: 0, high: 1 });
  assert.throws(() => bootstrapShares([], { seed: 1 }), /found 0 parts that sum to 0/);
});

test("countByPart counts terms and words of each part, and leaves out documents of none", () => {
  const index = indexPosts([{ text: "работа есть" }, { text: "работа" }, { text: "работа 5" }, { text: "нет" }]);
  const { parts, sizes, counts } = countByPart(index, exactForms(index), ["работа", "дом"], ["b", "a", null, "a"]);
  assert.deepEqual([parts, [...sizes], counts.map((row) => [...row])], [["b", "a"], [2, 2], [[1, 1], [0, 0]]]);
});
