import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { lemma, wordLanguage } from "./lemma";

test("lemma follows the language it is given", () => {
  // бар: in Russian a place to drink, in Kyrgyz "there is"; баланы: no Russian word, "child" in the accusative.
  assert.equal(lemma("баров", "ru"), "бар");
  assert.equal(lemma("баланы", "ky"), "бала");
  assert.equal(lemma("parties", "en"), "party");
  assert.equal(lemma("балаларға", "kk"), "балаларға");
});

test("lemma does not care for case, ё, stress marks and kinds of hyphen", () => {
  assert.equal(lemma("САМОЛЁТЫ", "ru"), "самолет");
  assert.equal(lemma("грани\u0301цы", "ru"), "граница");
  assert.equal(lemma("Ысык\u2011Көлдө", "ky"), "ысык-көл");
  assert.equal(lemma("гра\u00ADницы", "ru"), "граница");
});

test("lemma decides by the word where the language is not known", () => {
  for (const [word, expected] of Object.entries({
    мигрантам: "мигрант",
    шаарда: "шаар",
    үйгө: "үй",
    borders: "border",
    "12": "12",
    한국: "한국",
  })) {
    assert.equal(lemma(word, "und"), expected, word);
  }
});

test("lemma gives the same answer again, in any order of calls", () => {
  const words = ["мигрантам", "шаарда", "borders", "үйлөрдө", "дома"];
  fc.assert(
    fc.property(fc.shuffledSubarray(words), fc.constantFrom("ru", "ky", "en", "und"), (some, language) => {
      const once = new Map(some.map((word) => [word, lemma(word, language)]));
      for (const word of [...some].reverse()) {
        assert.equal(lemma(word, language), once.get(word));
      }
    }),
  );
});

test("lemma never makes a word empty", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."аеёйоуыьюяңүөбгкнстш-'’sing"), minLength: 1 }),
      fc.constantFrom("ru", "ky", "en", "und"),
      (word, language) => {
        assert.ok(lemma(word, language).length > 0);
      },
    ),
    { numRuns: 300 },
  );
});

test("wordLanguage tells words that only one language has", () => {
  for (const [word, language] of Object.entries({
    жумуш: "ky",
    мыйзам: "ky",
    өлкө: "ky",
    работа: "ru",
    граница: "ru",
    work: "en",
    中: "und",
  })) {
    assert.equal(wordLanguage(word), language, word);
  }
});
