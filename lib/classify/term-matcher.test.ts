import assert from "node:assert/strict";
import test from "node:test";

import { indexPosts } from "../corpus/token-index";
import { TermMatcher } from "./term-matcher";

function matches(
  texts: string[],
  terms: string[],
  document = 0,
): [term: string, from: number, to: number][] {
  const patterns = terms.map((term) => ({ term, words: term.split(" "), gloss: "", line: 1 }));
  const matcher = new TermMatcher(indexPosts(texts.map((text) => ({ text }))), patterns);
  const found: [string, number, number][] = [];
  matcher.scan(document, (pattern, from, to) => found.push([terms[pattern] as string, from, to]));
  return found;
}

test("TermMatcher finds words, patterns and phrases where they stand, in the order of the text", () => {
  assert.deepEqual(matches(["Вид на жительство и РАБОТА"], ["работ*", "вид на жительство", "вид"]), [
    ["вид", 0, 1],
    ["вид на жительство", 0, 3],
    ["работ*", 4, 5],
  ]);
});

test("TermMatcher lets a kind of token stand in a phrase", () => {
  const terms = ["<number> руб*", "<time>", "<phone>", "<url>"];
  assert.deepEqual(matches(["500 рублей в 18:00, ‹phone› https://example.org"], terms), [
    ["<number> руб*", 0, 2],
    ["<time>", 3, 4],
    ["<phone>", 4, 5],
    ["<url>", 5, 6],
  ]);
});

test("TermMatcher ends a phrase at the end of its document", () => {
  assert.deepEqual(matches(["вид на", "жительство"], ["вид на жительство"]), []);
});

test("TermMatcher meets words without ө ү ң, and tags without their sign", () => {
  assert.deepEqual(matches(["уй #StopRahmon"], ["үй", "stoprahmon"]), [
    ["үй", 0, 1],
    ["stoprahmon", 1, 2],
  ]);
});
