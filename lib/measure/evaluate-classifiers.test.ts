import assert from "node:assert/strict";
import test from "node:test";

import { codePostTypes } from "../classify/post-type";
import { codeSpilloverActs } from "../classify/spillover-act";
import { codeStances } from "../classify/stance";
import { codeTopics } from "../classify/topic";
import { openCorpus } from "../corpus/open-corpus";
import { type PlantedCodes, readPlantedCodes } from "../corpus/teaching/read-labels";
import { loadCodebook } from "../load/load-codebook";
import { macroF1, scoreCoding } from "./score-coding";

const codebook = loadCodebook();
const opened = openCorpus({ seed: 1, planted: true }).then((corpus) => {
  const planted = readPlantedCodes(corpus);
  const posts = corpus.posts.flatMap(({ kind, text }, i) =>
    kind === "post" && text !== "" && planted[i] ? [i] : [],
  );
  return { corpus, planted, posts };
});
const one = (code: string | null | undefined): string[] => (code ? [code] : []);

// Floors below what docs/classifiers.md shows, so that a change that costs much is seen; and a ceiling,
// since rules that hardly err would say that the corpus is too easy, or that they were copied from it.
for (const [classify, truth, least] of [
  [codeTopics, (codes: PlantedCodes) => codes.topics, 0.65],
  [codePostTypes, (codes: PlantedCodes) => one(codes.type), 0.55],
  [codeSpilloverActs, (codes: PlantedCodes) => one(codes.act), 0.6],
] as const) {
  test(`${classify.name} reaches a mean F1 of ${least} on the posts of the default corpus, and not .95`, async () => {
    const { corpus, planted, posts } = await opened;
    const mean =
      macroF1(scoreCoding(classify(corpus, codebook), (i) => truth(planted[i] as PlantedCodes), posts)) ??
      0;
    assert.ok(mean > least && mean < 0.95, `found ${mean}`);
  });
}

test("codeStances finds nine in ten of the posts and comments in which the figure was planted", async () => {
  const { corpus, planted } = await opened;
  const stances = codeStances(corpus, codebook);
  const named = planted.flatMap((codes, i) =>
    codes?.figure === "japarov" && corpus.posts[i]?.text !== "" ? [i] : [],
  );
  const found = named.filter((i) => stances.of(i).length === 1);
  assert.ok(found.length > 0.9 * named.length, `${found.length} of ${named.length}`);
});

test("codeSpilloverActs gives an act to fewer than one in a hundred posts that have none", async () => {
  const { corpus, planted, posts } = await opened;
  const acts = codeSpilloverActs(corpus, codebook);
  const without = posts.filter((i) => planted[i]?.act === null);
  assert.ok(without.filter((i) => acts.bits[i] !== 0).length < 0.01 * without.length);
});

test("readPlantedCodes knows every post of a teaching corpus, and refuses a corpus without labels", async () => {
  const { planted } = await opened;
  assert.ok(planted.every((codes) => codes !== null));
  assert.throws(
    () => readPlantedCodes({ folder: "data", posts: [] }),
    /needed the labels of a teaching corpus, found none/,
  );
});
