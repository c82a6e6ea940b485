import assert from "node:assert/strict";
import test from "node:test";

import { indexPosts } from "../corpus/token-index";
import { countWords } from "./frequency";
import type { Language } from "../text/identify-language";
import { groupByLemma } from "./group-by-lemma";

const index = indexPosts([{ text: "Рaботу и работы ищут" }, { text: "үйлөрдө үй жана работа" }]);

test("groupByLemma counts folded forms of a word as one and leaves stop words out", () => {
  const rows = countWords(index, { groups: groupByLemma(index) });
  // One form is written with a Latin a, which comes before the Cyrillic letter.
  assert.deepEqual(rows.map(({ term, count, forms }) => [term, count, forms.map(({ form }) => form)]), [
    ["работа", 3, ["рaботу", "работа", "работы"]],
    ["үй", 2, ["үй", "үйлөрдө"]],
    ["искать", 1, ["ищут"]],
  ]);
});

test("groupByLemma takes the language of a word from its documents where these are given", () => {
  const rows = countWords(index, { groups: groupByLemma(index, { languages: ["ru", "ky"], keepStopWords: true }) });
  assert.deepEqual(rows.find(({ term }) => term === "жана")?.count, 1);
  assert.throws(() => groupByLemma(index, { languages: ["ru"] }), /needs the language of each of 2 documents, found 1/);
});

test("groupByLemma lets a word that both languages' posts hold be of the one that knows it", () => {
  const mixed = indexPosts([{ text: "номер дайте" }, { text: "дайте" }, { text: "дайте" }, { text: "дайте номер" }]);
  const termOf = (languages: Language[]) =>
    countWords(mixed, { groups: groupByLemma(mixed, { languages }) }).map(({ term }) => term);
  assert.deepEqual(termOf(["ky", "ky", "ky", "ru"]), ["дать", "номер"]);
  // Without a Russian post the word is read as the Kyrgyz posts around it are.
  assert.deepEqual(termOf(["ky", "ky", "ky", "ky"]), ["дайте", "номер"]);
});
