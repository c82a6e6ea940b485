import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { indexPosts } from "../corpus/token-index";
import { compareCodePoints } from "../text/compare-code-points";
import { countTerms, countTokens, topTerms } from "./count-terms";
import { countWords, nvivoFrequency } from "./frequency";
import { exactForms, groupTypes } from "../corpus/group-types";

const posts = [
  { text: "Работа, работа и работу" },
  { text: "РАБОТА и жумуш! 5 #жумуш" },
  { text: "рaбота" }, // the second letter is Latin
  { text: "" },
];
const index = indexPosts(posts);

test("nvivoFrequency counts exact forms without regard to case, and takes percentages of what is left", () => {
  // Words: работа 3, и 2, работу 1, жумуш 1, рaбота 1; without и, six remain. Numbers and tags are no words.
  assert.deepEqual(nvivoFrequency(index, { stopWords: new Set(["и"]) }), [
    { word: "работа", length: 6, count: 3, weightedPercentage: 50 },
    { word: "жумуш", length: 5, count: 1, weightedPercentage: 100 / 6 },
    { word: "рaбота", length: 6, count: 1, weightedPercentage: 100 / 6 },
    { word: "работу", length: 6, count: 1, weightedPercentage: 100 / 6 },
  ]);
  assert.deepEqual(nvivoFrequency(index, { minLength: 6 }).map(({ word }) => word), ["работа", "рaбота", "работу"]);
  assert.deepEqual(nvivoFrequency(index, { documents: [3] }), []);
});

test("countWords shows documents, communities, range and the forms behind a term", () => {
  const groups = groupTypes(index, (form) => (form.startsWith("р") ? "работа" : form));
  const [work, and, job] = countWords(index, { groups, communityOf: ["a", "a", "b", "c"] });
  assert.deepEqual(work, {
    term: "работа",
    rank: 1,
    count: 5,
    percentage: 62.5,
    documents: 3,
    communities: 2,
    range: 2 / 3,
    forms: [{ form: "работа", count: 3 }, { form: "рaбота", count: 1 }, { form: "работу", count: 1 }],
  });
  assert.deepEqual([and?.term, and?.documents, job?.term, job?.count], ["и", 2, "жумуш", 1]);
  assert.throws(() => countWords(index, { communityOf: ["a"] }), /needs the community of each of 4 documents, found 1/);
});

test("countWords gives equal counts the lowest rank, as quanteda does with ties_method min", () => {
  // shared/reference-values.json, frequency_ties: counts 11, 10, 10, 7 have ranks 1, 2, 2, 4.
  const words = [["а", 11], ["б", 10], ["в", 10], ["г", 7]].map(([word, n]) => `${word} `.repeat(n as number)).join("");
  assert.deepEqual(countWords(indexPosts([{ text: words }])).map(({ rank }) => rank), [1, 2, 2, 4]);
});

test("countWords of a part of the documents counts only these", () => {
  const [first] = countWords(index, { documents: [1, 2] });
  assert.deepEqual([first?.term, first?.count, first?.forms], ["жумуш", 1, [{ form: "жумуш", count: 1 }]]);
  assert.throws(() => countWords(index, { documents: [4] }), /needs documents from 0 to 3, found 4/);
});

test("countWords of no tokens is an empty table", () => {
  assert.deepEqual(countWords(indexPosts([])), []);
  assert.deepEqual(countWords(indexPosts([{ text: "!" }])), []);
});

test("counts do not change with the order of the posts, and sum to the number of words", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom("а", "бв", "Где", "да")).map((words) => words.join(" ")), { minLength: 1, maxLength: 8 }), (texts) => {
      const [one, other] = [indexPosts(texts.map((text) => ({ text }))), indexPosts(texts.toReversed().map((text) => ({ text })))];
      assert.deepEqual(countWords(one), countWords(other));
      const counts = countTerms(one, exactForms(one));
      assert.equal(counts.total, texts.join(" ").split(" ").filter((word) => word !== "").length);
      assert.deepEqual(countTokens(one, exactForms(one)), counts.tokens);
    }),
    { seed: 5 },
  );
});

test("topTerms takes the same terms as sorting all of them", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6), { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (counts, top) => {
      const labels = counts.map((_, i) => `w${i}`);
      const all = counts.map((_, i) => i).filter((i) => (counts[i] as number) > 0);
      all.sort((a, b) => (counts[b] as number) - (counts[a] as number) || compareCodePoints(labels[a] as string, labels[b] as string));
      assert.deepEqual(topTerms(counts, (i) => labels[i] as string, top), all.slice(0, top));
    }),
    { seed: 6 },
  );
});

test("compareCodePoints puts a letter beyond U+FFFF behind one before it, unlike code units", () => {
  assert.ok(compareCodePoints("\uff5a", "\u{1d400}") < 0);
});
