import assert from "node:assert/strict";
import test from "node:test";

import { indexPosts } from "../corpus/token-index";
import { loadCodebook } from "../load/load-codebook";
import { codePostTypes } from "./post-type";

const codebook = loadCodebook("data/codebook.yml");

function typeOf(text: string, kind: "post" | "comment" = "post", byAdmin: boolean | null = null): string[] {
  const posts = [{ text, kind, byAdmin }];
  return codePostTypes({ posts, index: indexPosts(posts) }, codebook).of(0);
}

for (const [text, type] of [
  ["Требуется продавец, зарплата 40 000 руб, ‹phone›", "advertisement"],
  ["Батир ижарага берилет, баасы арзан", "advertisement"],
  ["Подскажите, кто знает хорошего врача?", "help-seeking"],
  ["Does anyone know how long the visa takes?", "help-seeking"],
  ["Внимание, мошенники! Не верьте объявлениям", "information"],
  ["С праздником! Поздравляю всех", "discussion"],
  ["Уважаемые соотечественники! Приглашаем на концерт", "announcement"],
] as const) {
  test(`codePostTypes calls ${JSON.stringify(text)} ${type}`, () => assert.deepEqual(typeOf(text), [type]));
}

test("codePostTypes gives one type, discussion where nothing speaks for another, and none without words", () => {
  assert.deepEqual(typeOf("Горы"), ["discussion"]);
  assert.deepEqual(typeOf("Сколько?", "comment"), ["discussion"]);
  assert.deepEqual(typeOf("🙏🙏"), []);
});

test("codePostTypes lets the community's own name count for an announcement", () => {
  assert.deepEqual(typeOf("Посольство закрыто"), ["discussion"]);
  assert.deepEqual(typeOf("Посольство закрыто", "post", true), ["announcement"]);
});
