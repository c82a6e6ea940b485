import assert from "node:assert/strict";
import test from "node:test";

import { indexPosts } from "../corpus/token-index";
import { loadCodebook } from "../load/load-codebook";
import type { CodedCorpus } from "./coding";
import { codeTopics } from "./topic";

const codebook = loadCodebook("data/codebook.yml");

function corpusOf(...texts: string[]): CodedCorpus {
  const posts = texts.map((text) => ({ text, kind: "post" as const, byAdmin: null }));
  return { posts, index: indexPosts(posts) };
}

test("codeTopics says what posts in three languages are about, and other where no word speaks for a topic", () => {
  const corpus = corpusOf(
    "Требуется повар, зарплата хорошая",
    "Паспорт жоголду, элчиликке кайрылдым",
    "Room for rent, no deposit",
    "Доброе утро всем!",
    "",
  );
  const topics = codeTopics(corpus, codebook);
  assert.deepEqual(
    corpus.posts.map((_, post) => topics.of(post)),
    [["work"], ["documents"], ["housing"], ["other"], []],
  );
  assert.deepEqual(topics.documents("documents"), [1]);
  assert.equal(topics.has(0, "work"), true);
});

test("codeTopics needs the section topics", () => {
  assert.throws(() => codeTopics(corpusOf("работа"), { themes: [] }), /codeTopics: needs a section topics/);
});
