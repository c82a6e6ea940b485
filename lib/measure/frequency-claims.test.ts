import assert from "node:assert/strict";
import test from "node:test";

import { type Corpus, openCorpus } from "../corpus/open-corpus";
import { indexPosts } from "../corpus/token-index";
import { loadCodebook } from "../load/load-codebook";
import { loadFigureTerms } from "../load/load-figure-terms";
import type { Platform, Post } from "../load/post";
import type { Checked } from "./checked";
import { checkLateWords } from "./check-late-words";
import { checkLikeness } from "./check-likeness";
import { checkNamedWords } from "./check-named-words";
import { checkThemeRank } from "./check-theme-rank";
import { comparePlatforms } from "./compare-platforms";
import { findThemes, themeLookup } from "./find-themes";
import { groupByLemma } from "./group-by-lemma";
import { findNamedWords } from "./named-words";
import { openTerms } from "./open-terms";
import { platformWords, themesOfTerms } from "./platform-words";
import { rankThemes } from "./rank-themes";
import { shareByMonth } from "./share-by-month";
import type { TypeGroups } from "../corpus/group-types";

const LATE = [
  "covid*",
  "ковид*",
  "коронавирус*",
  "coronavirus",
  "вакцин*",
  "привив*",
  "vaccin*",
  "эмдөө*",
  "эмдел*",
  "пцр",
  "pcr",
];

/** The six verdicts as notebook 02 computes them. */
function checkAll(corpus: Pick<Corpus, "posts" | "index">, terms: TypeGroups) {
  const codebook = loadCodebook("data/codebook.yml");
  const lookup = themeLookup(corpus.index);
  const matches = findThemes(corpus.index, codebook, lookup);
  const themeOf = themesOfTerms(corpus.index, terms, codebook, matches);
  const wordsOf = (platform: Platform) => platformWords(corpus, terms, platform, themeOf);
  const clouds = {
    facebook: wordsOf("facebook"),
    vkontakte: wordsOf("vkontakte"),
    odnoklassniki: wordsOf("odnoklassniki"),
  };
  const ranks = rankThemes(corpus, codebook, matches);
  return {
    F1: checkThemeRank(ranks, "work", 1),
    F2: checkThemeRank(ranks, "documents", 2),
    F3: checkThemeRank(ranks, "housing", 3),
    F4: checkLikeness(comparePlatforms(ranks, clouds)),
    F5: checkNamedWords(findNamedWords(corpus.index, terms, loadFigureTerms()), clouds, terms.labels.length),
    F6: checkLateWords(shareByMonth(corpus.posts, lookup, LATE)),
  };
}

const verdicts = (checks: ReturnType<typeof checkAll>) =>
  Object.fromEntries(Object.entries(checks).map(([id, { holds }]) => [id, holds]));

test("the checks find what is planted in the teaching corpus", async () => {
  const corpus = await openCorpus({ planted: true });
  assert.deepEqual(verdicts(checkAll(corpus, openTerms(corpus))), {
    F1: true,
    F2: true,
    F3: true,
    F4: true,
    F5: true,
    F6: true,
  });
});

test("the checks find none of it in the null corpus", async () => {
  const corpus = await openCorpus({ planted: false });
  assert.deepEqual(verdicts(checkAll(corpus, openTerms(corpus))), {
    F1: false,
    F2: false,
    F3: false,
    F4: false,
    F5: false,
    F6: false,
  });
});

test("one platform, or a handful of communities, cannot show a rank on every platform; one can contradict it", () => {
  const texts = { work: "работа вакансия", documents: "паспорт" };
  const posts = (platform: Platform, communities: number, text: string): Post[] =>
    Array.from({ length: 400 }, (_, i) => postOf(`${platform} ${i}`, platform, `Биз ${i % communities}`, text));
  const check = (...lists: Post[][]): Checked => {
    const all = lists.flat();
    const index = indexPosts(all);
    const codebook = loadCodebook("data/codebook.yml");
    return checkThemeRank(rankThemes({ posts: all, index }, codebook, findThemes(index, codebook)), "work", 1);
  };
  const few = check(posts("facebook", 2, texts.work), posts("vkontakte", 4, texts.work));
  assert.equal(few.holds, "too little data");
  assert.match(few.detail, /No platform has 5 communities/);
  const alone = check(posts("facebook", 6, texts.work));
  assert.equal(alone.holds, "too little data");
  assert.match(alone.detail, /about every platform: 2 are needed/);
  assert.equal(check(posts("facebook", 6, texts.work), posts("vkontakte", 2, texts.work)).holds, true);
  assert.equal(check(posts("facebook", 6, texts.documents)).holds, false);
});

test("the checks have too little data in a corpus of one post, and of posts without a text", () => {
  for (const texts of [["Ищу работу"], ["", ""]]) {
    const posts = texts.map((text, i) => postOf(String(i), "vkontakte", "Биз", text));
    const index = indexPosts(posts);
    const checks = checkAll({ posts, index }, groupByLemma(index));
    for (const [id, { holds, detail, computed }] of Object.entries(checks)) {
      assert.equal(holds, "too little data", id);
      assert.doesNotMatch(detail + computed, /NaN|undefined|Infinity/);
    }
  }
});

function postOf(id: string, platform: Platform, community: string, text: string): Post {
  const unknown = { parent: null, author: null, likes: null, shares: null, comments: null, byAdmin: null };
  const createdAt = new Date(Date.UTC(2021, 0, 1));
  return { ...unknown, id, platform, community, kind: "post", createdAt, text, repost: false };
}
