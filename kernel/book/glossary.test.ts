import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { parse } from "csv-parse/sync";

import type { Term } from "./read-book";

const terms = parse(readFileSync("data/glossary.csv", "utf8"), { columns: true }) as Term[];

test("the glossary has every term in three languages, each with what it means", () => {
  assert.ok(terms.length > 0);
  for (const term of terms) {
    for (const [column, text] of Object.entries(term)) {
      assert.ok(
        text.trim() === text && text !== "",
        `${term.english}: ${column} is empty or has spaces around it`,
      );
      assert.equal(text, text.normalize("NFC"), `${term.english}: ${column}`);
    }
    for (const text of [term.meaning, term.meaning_russian, term.meaning_kyrgyz])
      assert.match(text, /^\p{L}.*[.?]$/u);
  }
});

test("the glossary is in the order of its English terms, and no term stands twice", () => {
  const names = terms.map(({ english }) => english);
  assert.deepEqual(names, [...new Set(names)].sort());
});

test("no word of the glossary mixes Latin and Cyrillic letters, as the paper's words do", () => {
  for (const text of terms.flatMap((term) => Object.values(term) as string[])) {
    for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
      assert.ok(!(/\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word)), word);
    }
  }
});

test("the glossary's Russian has no letter that only Kyrgyz has", () => {
  for (const { russian, meaning_russian } of terms) assert.doesNotMatch(russian + meaning_russian, /[ңөү]/i);
});
