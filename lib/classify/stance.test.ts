import assert from "node:assert/strict";
import test from "node:test";

import { indexPosts } from "../corpus/token-index";
import { loadCodebook } from "../load/load-codebook";
import { codeStances } from "./stance";

const codebook = loadCodebook("data/codebook.yml");

function stanceOf(text: string, figure?: string): string[] {
  const posts = [{ text, kind: "post" as const, byAdmin: null }];
  return codeStances({ posts, index: indexPosts(posts) }, codebook, figure).of(0);
}

for (const [text, stance] of [
  ["Жапаров честный лидер, поддерживаю", ["support"]],
  ["Садырга ишенем, азамат", ["support"]],
  ["I trust Japarov", ["support"]],
  ["Жапаров узурпатор и популист", ["doubt"]],
  ["Жапаровдун убадасына күмөнүм бар", ["doubt"]],
  ["Сегодня Жапаров приехал в Ош", ["neither"]],
  ["Поддерживаю тех, кто учится", []],
] as const) {
  test(`codeStances finds ${stance.join() || "nobody"} in ${JSON.stringify(text)}`, () =>
    assert.deepEqual(stanceOf(text), stance));
}

test("codeStances turns a word round beside a negation, before it in Russian and English, behind it in Kyrgyz", () => {
  assert.deepEqual(stanceOf("Жапарову не верю"), ["doubt"]);
  assert.deepEqual(stanceOf("I do not trust Japarov"), ["doubt"]);
  assert.deepEqual(stanceOf("Жапаровго ишеничим жок"), ["doubt"]);
  assert.deepEqual(stanceOf("В Жапарове не сомневаюсь"), ["support"]);
});

test("codeStances does not count a negation that is part of a word of stance", () => {
  // ишенбейм is itself doubt; the longer term takes the place of the shorter.
  assert.deepEqual(stanceOf("Жапаровго ишенбейм"), ["doubt"]);
});

test("codeStances counts no word out of reach of the name", () => {
  assert.deepEqual(stanceOf(`Жапаров приехал. ${"слово ".repeat(60)} поддерживаю`), ["neither"]);
});

test("codeStances looks for the figure that is asked for", () => {
  assert.deepEqual(stanceOf("Рахмон преступник", "rahmon"), ["doubt"]);
  assert.deepEqual(stanceOf("Рахмон преступник"), []);
  assert.throws(() => stanceOf("x", "nobody"), /figure must be one of japarov, rahmon, found nobody/);
});
