import assert from "node:assert/strict";
import test from "node:test";

import { matchKeywords } from "./match-keywords";

test("matchKeywords gives every keyword that a name holds, in the order given", () => {
  const name = "Кыргызстанцы в Нью-Йoрке-Kyrgyzstanis in New York";
  assert.deepEqual(matchKeywords(name, ["кыргыз", "Kyrgyzstan", "кыргызы"], "as printed"), ["кыргыз", "Kyrgyzstan"]);
  assert.deepEqual(matchKeywords(name, [], "folded"), []);
  assert.deepEqual(matchKeywords("Кыргызская диаспора", ["кыргызская диаспoра"], "as printed"), []);
  assert.deepEqual(matchKeywords("Кыргызская диаспора", ["кыргызская диаспoра"], "folded"), ["кыргызская диаспoра"]);
});

test("matchKeywords finds folded whatever it finds as printed, and refuses an empty keyword", () => {
  assert.deepEqual(matchKeywords("Кафе COM в Москве", ["COM"], "as printed"), ["COM"]);
  assert.deepEqual(matchKeywords("Кафе COM в Москве", ["COM"], "folded"), ["COM"]);
  assert.throws(() => matchKeywords("Кыргыз", [""], "folded"), /a keyword must be a word/);
  assert.throws(() => matchKeywords("Кыргыз", ["\u00ad"], "folded"), /a keyword must be a word/);
});
