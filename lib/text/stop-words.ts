/// <reference path="./stopword.d.ts" />
import { readFileSync } from "node:fs";

import { parse } from "csv-parse/sync";
import { eng, rus } from "stopword";

/** Languages that have a stop list. */
export type StopLanguage = "ru" | "ky" | "en";

const OURS = "data/stop-words.csv";
let lists: ReadonlyMap<StopLanguage, ReadonlySet<string>> | undefined;

/**
 * Give the stop list of a language: words that hold sentences together and say nothing of their subject.
 *
 * Russian and English begin with the lists of the package `stopword`; the longer list stopwords-iso is not
 * used, because it drops работа, деньги and люди, which are what migrants write about. Kyrgyz has no list in
 * any package. Ours, and the pronoun forms that the packages lack, stand in `data/stop-words.csv`. Each
 * Kyrgyz word counts also as people write it on a Russian keyboard (үчүн, учун).
 *
 * @returns lower-case words; ё is written е
 * @throws RangeError for a language without a list; Error if the file does not fit
 *
 * @example
 * stopWords("ky").has("учун"); // true
 * stopWords("ru").has("работа"); // false
 */
export function stopWords(language: StopLanguage): ReadonlySet<string> {
  lists ??= loadLists();
  const found = lists.get(language);
  if (found === undefined) {
    throw new RangeError(`stopWords: needs "ru", "ky" or "en", found "${String(language)}"`);
  }
  return found;
}

/** A letter alone is the head of an abbreviation (м. Царицыно, 45 т.р.) or what is left of one (з/п). */
const LONE_LETTER = /^[a-zа-яөүң]$/;

/**
 * Tell whether a word is on any of the three lists or a single letter, for posts that mix languages.
 *
 * @param word  lower-case; ё and е are one letter here
 *
 * @example
 * isStopWord("ещё"); // true
 * isStopWord("м"); // true
 * isStopWord("барабыз"); // false
 */
export function isStopWord(word: string): boolean {
  const plain = word.replaceAll("ё", "е");
  return (
    LONE_LETTER.test(plain) ||
    stopWords("ru").has(plain) ||
    stopWords("ky").has(plain) ||
    stopWords("en").has(plain)
  );
}

function loadLists(): Map<StopLanguage, Set<string>> {
  const found = new Map<StopLanguage, Set<string>>([
    ["ru", new Set(rus.map((word) => word.replaceAll("ё", "е")))],
    ["ky", new Set<string>()],
    ["en", new Set(eng)],
  ]);
  const rows: string[][] = parse(readFileSync(OURS, "utf8"));
  if (rows[0]?.join() !== "language,word,gloss") {
    throw new Error(`${OURS}:1: needed the columns language,word,gloss, found "${rows[0]?.join()}"`);
  }
  for (const [i, [language = "", word = ""]] of rows.entries()) {
    if (i === 0) {
      continue;
    }
    const list = found.get(language as StopLanguage);
    if (list === undefined || word === "") {
      throw new Error(`${OURS}:${i + 1}: needed ru, ky or en and a word, found "${language},${word}"`);
    }
    list.add(word);
    if (language === "ky") {
      list.add(word.replaceAll("ө", "о").replaceAll("ү", "у").replaceAll("ң", "н"));
    }
    if (word.includes("'")) {
      list.add(word.replaceAll("'", "’"));
    }
  }
  return found;
}
