import assert from "node:assert/strict";
import test from "node:test";

import { openCorpus } from "../corpus/open-corpus";
import { openStudy } from "../corpus/study";
import { indexPosts } from "../corpus/token-index";
import { loadCodebook } from "../load/load-codebook";
import { CONCLUSION_CLAIMS, conclusionClaims } from "./conclusion-claims";

const codebook = loadCodebook("data/codebook.yml");

async function check(planted: boolean, seed: number) {
  const corpus = await openCorpus({ planted, seed });
  return conclusionClaims(corpus, openStudy(corpus), codebook, { seed: 1 });
}

for (const seed of [1, 2]) {
  test(`the conclusions are found where they are planted, seed ${seed}`, async () => {
    const found = await check(true, seed);
    for (const id of CONCLUSION_CLAIMS) assert.equal(found[id].holds, true, `${id}: ${found[id].detail}`);
  });
}

for (const seed of [1, 2, 3]) {
  test(`none of the conclusions is found where nothing is planted, seed ${seed}`, async () => {
    const found = await check(false, seed);
    for (const id of CONCLUSION_CLAIMS) assert.notEqual(found[id].holds, true, `${id}: ${found[id].detail}`);
  });
}

test("a corpus with a handful of posts gives too little data for each conclusion, with what is needed", async () => {
  const corpus = await openCorpus({ planted: true, seed: 1 });
  const posts = corpus.posts.filter(({ kind }) => kind === "post").slice(0, 40);
  const thin = { ...corpus, posts, languages: corpus.languages.slice(0, 40), index: indexPosts(posts) };
  const found = conclusionClaims(thin, openStudy(), codebook, { seed: 1 });
  for (const id of CONCLUSION_CLAIMS) {
    assert.equal(found[id].holds, "too little data", `${id}: ${found[id].detail}`);
    assert.match(found[id].detail, /needed/, id);
    assert.doesNotMatch(found[id].detail + found[id].computed, /NaN|undefined|Infinity/, id);
  }
});
