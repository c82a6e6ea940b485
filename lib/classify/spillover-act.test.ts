import assert from "node:assert/strict";
import test from "node:test";

import { indexPosts } from "../corpus/token-index";
import { loadCodebook } from "../load/load-codebook";
import { codeSpilloverActs } from "./spillover-act";

const codebook = loadCodebook("data/codebook.yml");

function actsOf(text: string): string[] {
  const posts = [{ text, kind: "post" as const, byAdmin: null }];
  return codeSpilloverActs({ posts, index: indexPosts(posts) }, codebook).of(0);
}

// Sentences written for these tests, in three languages.
for (const [text, acts] of [
  ["Объявляем сбор на концентраторы, карта ‹card›", ["fundraising"]],
  ["Ооруканага акча чогултуп жатабыз, реквизит ‹card›", ["fundraising"]],
  ["Please sign the petition: https://example.org/p", ["petition"]],
  ["Все на митинг! Завтра в 15:00 у посольства", ["call"]],
  ["We gathered in Berlin, photos from the square", ["report"]],
  ["Отправили гуманитарный груз самолётом", ["logistics"]],
  ["Шайлоо участкасы элчиликте, паспорт алып келгиле, добуш бергиле", ["voting"]],
] as const) {
  test(`codeSpilloverActs finds ${acts.join()} in ${JSON.stringify(text)}`, () =>
    assert.deepEqual(actsOf(text), acts));
}

test("codeSpilloverActs needs a cue beside the word, within reach", () => {
  assert.deepEqual(actsOf("Сбор урожая начался"), []);
  assert.deepEqual(actsOf("На митинг никто не зовёт"), []);
  assert.deepEqual(actsOf(`Митинг. ${"слово ".repeat(40)} завтра`), []);
});

test("codeSpilloverActs leaves news of somebody else's protest alone", () => {
  assert.deepEqual(actsOf("Читаю новости: вчера в 18:00 полиция разогнала митинг студентов"), []);
  assert.deepEqual(actsOf("В Бишкеке прошёл митинг у Белого дома"), []);
});

test("codeSpilloverActs shows word and cue", () => {
  const posts = [{ text: "Все на митинг! Завтра", kind: "post" as const, byAdmin: null }];
  const acts = codeSpilloverActs({ posts, index: indexPosts(posts) }, codebook);
  assert.deepEqual(
    acts.evidence(0).map(({ term, found }) => [term, found]),
    [
      ["митинг*", "митинг"],
      ["завтра", "Завтра"],
    ],
  );
});

test("codeSpilloverActs needs the section acts", () => {
  const posts: [] = [];
  assert.throws(
    () => codeSpilloverActs({ posts, index: indexPosts(posts) }, { themes: [] }),
    /needs a section acts/,
  );
});
