import assert from "node:assert/strict";
import test from "node:test";

import { openCorpus } from "../corpus/open-corpus";
import { indexPosts } from "../corpus/token-index";
import { loadCodebook } from "../load/load-codebook";
import { loadFigureTerms } from "../load/load-figure-terms";
import { findThemes } from "./find-themes";
import { groupByLemma } from "./group-by-lemma";
import type { Multiverse } from "./multiverse";
import { multiverseOfThemes } from "./multiverse-of-themes";
import { multiverseOfLateWords, multiverseOfNamedWords } from "./multiverse-of-words";
import { findNamedWords } from "./named-words";
import { openTerms } from "./open-terms";
import { rankThemes } from "./rank-themes";

const codebook = loadCodebook("data/codebook.yml");
const named = loadFigureTerms();

const valueAt = (found: Multiverse, path: Readonly<Record<string, string>>): number | null | undefined =>
  found.specifications.find((one) => Object.entries(path).every(([choice, option]) => one.path[choice] === option))?.value;

test("the specification that notebook 02 uses gives what notebook 02 finds", async () => {
  const corpus = await openCorpus({ planted: true, seed: 1 });
  const terms = openTerms(corpus);

  const ranks = rankThemes(corpus, codebook, findThemes(corpus.index, codebook), { draws: 1 });
  const headline = {
    "mixed scripts": "folded", terms: "all", "COVID under": "health", texts: "both", counted: "words",
    weight: "each platform", window: "whole",
  };
  const { F1, F2, F3 } = multiverseOfThemes(corpus, codebook);
  const rankOf = (theme: string) => ranks.overall.find((row) => row.theme === theme)?.rank;
  assert.deepEqual(
    [F1, F2, F3].map((found) => valueAt(found, headline)),
    ["work", "documents", "housing"].map(rankOf),
  );

  const listed = findNamedWords(corpus.index, terms, named).filter(({ rank }) => rank !== null && rank <= 1000).length;
  const F5 = multiverseOfNamedWords(corpus, terms, named);
  const asInNotebook = {
    "mixed scripts": "folded", "words grouped": "by dictionary form", "stop list": "three languages",
    "shortest word": "1 letter", texts: "both", "length of the list": "1000",
  };
  assert.equal(valueAt(F5, asInNotebook), listed);
});

test("a theme that loses all its words to another keeps its place, and the ranks of the others are counted", () => {
  // With the paper's words alone and COVID moved to documents, health has no word left.
  const texts: [text: string, times: number][] = [["работа", 300], ["комната", 200], ["паспорт", 100], ["covid", 150]];
  const posts = texts.flatMap(([text, times]) => Array.from({ length: times }, () => text)).map((text, i) => ({
    id: String(i), platform: "vkontakte", community: `Биз ${i % 5}`, kind: "post", parent: null, author: null,
    createdAt: new Date(Date.UTC(2021, 0, 1 + (i % 20))), text, likes: null, shares: null, comments: null, byAdmin: null,
    repost: false,
  }) as const);
  const { F1, F2, F3 } = multiverseOfThemes({ posts, index: indexPosts(posts) }, codebook);
  const path = {
    "mixed scripts": "folded", terms: "the paper's", texts: "posts", counted: "words", weight: "each platform", window: "whole",
  };
  const ranks = (covid: string) => [F1, F2, F3].map((found) => valueAt(found, { ...path, "COVID under": covid }));
  // Work 300; documents 100, or 250 with COVID; housing 200.
  assert.deepEqual(ranks("health"), [1, 4, 2]);
  assert.deepEqual(ranks("documents"), [1, 2, 3]);
});

test("every frequency claim is recomputed under at least 200 specifications", async () => {
  const corpus = await openCorpus({ planted: true, seed: 1 });
  const found = {
    ...multiverseOfThemes(corpus, codebook),
    F5: multiverseOfNamedWords(corpus, openTerms(corpus), named),
    F6: multiverseOfLateWords(corpus, codebook),
  };
  for (const [id, { specifications }] of Object.entries(found)) assert.ok(specifications.length >= 200, id);
});

test("in the null corpus no frequency claim stands", async () => {
  const corpus = await openCorpus({ planted: false, seed: 1 });
  const found = {
    ...multiverseOfThemes(corpus, codebook),
    F5: multiverseOfNamedWords(corpus, openTerms(corpus), named),
    F6: multiverseOfLateWords(corpus, codebook),
  };
  for (const [id, { standing }] of Object.entries(found)) assert.notEqual(standing, "stands", id);
});

test("a corpus of one post has too little data under every specification", () => {
  const posts = [
    {
      id: "1", platform: "vkontakte", community: "Биз", kind: "post", parent: null, author: null,
      createdAt: new Date(Date.UTC(2021, 0, 1)), text: "Ищу работу", likes: null, shares: null, comments: null,
      byAdmin: null, repost: false,
    } as const,
  ];
  const corpus = { posts, index: indexPosts(posts) };
  const found = {
    ...multiverseOfThemes(corpus, codebook),
    F5: multiverseOfNamedWords(corpus, groupByLemma(corpus.index), named),
    F6: multiverseOfLateWords(corpus, codebook),
  };
  for (const [id, { standing, computed }] of Object.entries(found)) {
    assert.equal(standing, "too little data", id);
    assert.equal(computed, 0, id);
  }
});
