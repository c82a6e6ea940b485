import assert from "node:assert/strict";
import test from "node:test";

import { indexPosts } from "../corpus/token-index";
import { loadCodebook } from "../load/load-codebook";
import type { Codebook, CodebookTerm } from "../load/load-codebook";
import { findThemes, themeShares } from "./find-themes";

function terms(...list: string[]): CodebookTerm[] {
  return list.map((term, i) => ({ term, words: term.split(" "), gloss: term, line: i, language: "ru", origin: "ours" }));
}

const codebook: Codebook = {
  themes: [
    { id: "work", name: "Work", about: "", terms: terms("рабоч*", "работа", "жумуш"), exclude: terms("рабочая тетрадь", "рабочком") },
    { id: "papers", name: "Papers", about: "", terms: terms("вид на жительство", "үй"), exclude: [] },
    { id: "other", name: "Other", about: "", terms: [], exclude: [] },
  ],
};
const index = indexPosts(
  ["Рaбота есть #жумуш", "рабочая тетрадь", "рабочком и рабочие", "Вид на жительство: работа", "уй", "погода 5", ""].map((text) => ({ text })),
);
const matches = findThemes(index, codebook);

test("findThemes meets folded words, tags, patterns, phrases and flat letters, and leaves out exclusions", () => {
  assert.deepEqual([...matches.documents], [1, 0, 1, 3, 2, 0, 0]);
  const [work, papers] = matches.expansions;
  assert.deepEqual(work?.map(({ pattern, terms: met }) => [pattern, met.map(({ term }) => term)]), [
    ["рабоч*", ["рабочая", "рабочие"]],
    ["работа", ["работа"]],
    ["жумуш", ["жумуш"]],
  ]);
  assert.deepEqual(papers?.[0]?.terms, [{ term: "вид на жительство", count: 1 }]);
});

test("themeShares counts tokens and documents of a theme, and documents of none under the theme without words", () => {
  const [work, papers, other] = themeShares(index, codebook, matches);
  // Words and tags: 3 + 2 + 3 + 4 + 1 + 1 = 14. Work: рaбота, #жумуш, рабочие, работа. Papers: вид на жительство, уй.
  assert.deepEqual([work?.tokens, work?.percentage, work?.documents, work?.share], [4, 400 / 14, 3, 3 / 7]);
  assert.deepEqual([papers?.tokens, papers?.documents], [4, 2]);
  assert.deepEqual([other?.tokens, other?.documents], [0, 3]);
  assert.deepEqual(themeShares(index, codebook, matches, [3]).map(({ documents }) => documents), [1, 1, 0]);
});

test("themeShares of no documents has no shares", () => {
  const empty = indexPosts([]);
  const [work] = themeShares(empty, codebook, findThemes(empty, codebook));
  assert.deepEqual([work?.tokens, work?.percentage, work?.share, work?.interval], [0, 0, null, null]);
});

test("the project's codebook puts plain sentences where a reader would", () => {
  const project = loadCodebook("data/codebook.yml");
  const sentences = [
    ["Требуются повара, зарплата 60000", "work"],
    ["Жумуш керек, айлыгы жакшы болсо", "work"],
    ["Где сделать загранпаспорт в посольстве?", "documents"],
    ["Сдаётся комната у метро", "housing"],
    ["Бөлмөгө кыз керек", "housing"],
    ["ПЦР и вакцинация от ковида", "health"],
    ["Ооруканага кычкылтек керек", "health"],
    ["Шайлоо болот, добуш бергиле", "politics"],
    ["#StopRahmon Баткен биз менен", "border"],
    ["Доброе утро всем", "other"],
  ] as const;
  const corpus = indexPosts(sentences.map(([text]) => ({ text })));
  const { documents } = findThemes(corpus, project);
  for (const [i, [text, wanted]] of sentences.entries()) {
    const ids = project.themes.filter((_, theme) => ((documents[i] as number) >>> theme) & 1).map(({ id }) => id);
    assert.deepEqual(ids.length === 0 ? ["other"] : ids, [wanted], text);
  }
});
