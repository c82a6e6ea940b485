import assert from "node:assert/strict";
import test from "node:test";

import { isStopWord, stopWords, type StopLanguage } from "./stop-words";

test("stopWords holds the function words of each language", () => {
  for (const [language, listed] of [
    ["ru", "и не который их это ещё наши быть"],
    ["ky", "жана менен үчүн бирок ошол эле деп болгон"],
    ["en", "the and of with don't don’t"],
  ] as const) {
    for (const word of listed.split(" ")) {
      assert.ok(stopWords(language).has(word.replaceAll("ё", "е")), word);
    }
  }
});

test("stopWords holds Kyrgyz words as written without ө, ү, ң", () => {
  for (const word of ["учун", "жонундо", "озу", "мумкун", "он"]) {
    assert.equal(stopWords("ky").has(word), word !== "он", word);
  }
});

test("stopWords keeps the words that posts of migrants are about", () => {
  const content =
    "работа деньги люди дом россия год жизнь граница помощь кыргызстан бишкек мыйзам укук акча жумуш эл чек ара сүрөт work people money";
  for (const word of content.split(" ")) {
    assert.ok(!isStopWord(word), word);
  }
});

test("isStopWord takes single letters, and endings that are written behind a number, for stop words", () => {
  // м. Царицыно, 45 т.р., COVID-19дан, 5чи
  for (const word of ["м", "т", "р", "x", "дан", "чи", "дө"]) {
    assert.ok(isStopWord(word), word);
  }
  for (const word of ["", "тк", "5", "күн", "中"]) {
    assert.ok(!isStopWord(word), word);
  }
});

test("stopWords gives only lower-case words without white space", () => {
  for (const language of ["ru", "ky", "en"] as const) {
    for (const word of stopWords(language)) {
      assert.equal(word, word.toLowerCase().trim());
      assert.ok(word.length > 0 && !word.includes("ё"), word);
    }
  }
});

test("stopWords names the languages it has", () => {
  assert.throws(() => stopWords("tr" as StopLanguage), {
    name: "RangeError",
    message: /needs "ru", "ky" or "en", found "tr"/,
  });
});
