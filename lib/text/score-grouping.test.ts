import assert from "node:assert/strict";
import test from "node:test";

import { scoreGrouping } from "./score-grouping";

// Four types of one word and two of another: 6 + 1 = 7 pairs belong together.
const WORDS = [
  ["дом", "дом"],
  ["дома", "дом"],
  ["дому", "дом"],
  ["домом", "дом"],
  ["год", "год"],
  ["лет", "год"],
] as const;

test("scoreGrouping counts pairs of types", () => {
  // By the first letter: дом, дома, дому, домом together (6 pairs, all right); год and лет apart: 6 of 6, 6
  // of 7.
  const score = scoreGrouping(WORDS, (form) => form.charAt(0));
  assert.equal(score.precision, 1);
  assert.equal(score.recall, 6 / 7);
  assert.ok(Math.abs(score.f1 - 12 / 13) < 1e-12);
  assert.equal(score.types, 6);
});

test("scoreGrouping gives 0 to a key that puts nothing together, and the share of right pairs to one that puts all together", () => {
  assert.equal(scoreGrouping(WORDS, (form) => form).f1, 0);
  assert.equal(scoreGrouping(WORDS, () => "").precision, 7 / 15);
  assert.equal(scoreGrouping([], () => "").f1, 0);
});

test("scoreGrouping counts a type once, under its most frequent lemma", () => {
  const words = [
    ["стали", "стать"],
    ["стали", "сталь"],
    ["стали", "стать"],
    ["стал", "стать"],
  ] as const;
  assert.equal(scoreGrouping(words, () => "").f1, 1);
});
