import assert from "node:assert/strict";
import test from "node:test";

import { indexPosts } from "../corpus/token-index";
import type { CodebookPattern, PointRules } from "../load/codebook-rules";
import { codeByPoints } from "./code-by-points";
import type { CodedCorpus, Coding } from "./coding";

function patterns(...terms: string[]): CodebookPattern[] {
  return terms.map((term) => ({ term, words: term.split(" "), gloss: "", line: 1 }));
}

function group(points: number, ...terms: string[]) {
  return { language: "xx" as const, gloss: "", points, terms: patterns(...terms) };
}

const RULES: PointRules = {
  least: 2,
  beside: 0.5,
  otherwise: "rest",
  codes: [
    {
      id: "work",
      name: "Work",
      about: "",
      themes: ["work"],
      themePoints: 2,
      groups: [group(1, "деньги"), group(-2, "домашняя работа")],
      signs: [],
    },
    {
      id: "ask",
      name: "Ask",
      about: "",
      themes: [],
      themePoints: 2,
      groups: [group(1, "кто", "<number> руб*")],
      signs: [{ sign: "question", points: 1 }],
    },
    { id: "rest", name: "Rest", about: "", themes: [], themePoints: 2, groups: [], signs: [] },
  ],
};
const CODEBOOK = {
  themes: [
    {
      id: "work",
      name: "Work",
      about: "",
      terms: patterns("работ*", "деньги").map((term) => ({
        ...term,
        language: "ru" as const,
        origin: "ours" as const,
      })),
      exclude: patterns("работорг*"),
    },
  ],
};

function corpusOf(...texts: string[]): CodedCorpus {
  const posts = texts.map((text) => ({ text, kind: "post" as const, byAdmin: null }));
  return { posts, index: indexPosts(posts) };
}

function code(...texts: string[]): Coding {
  return codeByPoints(corpusOf(...texts), CODEBOOK, RULES);
}

test("codeByPoints counts every distinct word once, and gives a code from the least points", () => {
  // деньги twice is one point, as the code's own word and not the theme's; with работа it is 3.
  const coding = code("деньги, деньги", "деньги за работу", "Работа");
  assert.deepEqual(
    [0, 1, 2].map((post) => coding.of(post)),
    [["rest"], ["work"], ["work"]],
  );
});

test("codeByPoints takes points off for what speaks against a code, and leaves out what a theme excludes", () => {
  // домашняя работа: 2 for работа, -2 for the phrase.
  const coding = code("домашняя работа", "работорговля");
  assert.deepEqual([coding.of(0), coding.of(1)], [["rest"], ["rest"]]);
});

test("codeByPoints gives a second code from its share of the first one's points", () => {
  // work 2 and ask 1 + 1: both; work 2 + 2 + 1 and ask 2: 2 is less than half of 5.
  const coding = code("кто ищет работу?", "работа, рабочий, работать: работодатель? кто");
  assert.deepEqual(coding.of(0), ["work", "ask"]);
  assert.deepEqual(coding.of(1), ["work"]);
});

test("codeByPoints gives one code, the first of equals, where none may stand beside another", () => {
  const coding = codeByPoints(corpusOf("кто ищет работу?"), CODEBOOK, { ...RULES, beside: 1 });
  assert.deepEqual(coding.of(0), ["work"]);
});

test("codeByPoints gives nothing to a text without words, and the rest to one that no code reaches", () => {
  const coding = code("", "👍 100", "Доброе утро");
  assert.deepEqual(
    [0, 1, 2].map((post) => coding.of(post)),
    [[], [], ["rest"]],
  );
  assert.deepEqual(coding.documents("rest"), [2]);
});

test("a coding shows what earned each code, where it stands", () => {
  const coding = code("Кто даст 500 рублей?");
  assert.deepEqual(coding.of(0), ["ask"]);
  assert.deepEqual(coding.evidence(0), [
    { code: "ask", term: "кто", found: "Кто", from: 0, to: 3 },
    { code: "ask", term: "<number> руб*", found: "500 рублей", from: 9, to: 19 },
    { code: "ask", term: "<question>", found: "?", from: 19, to: 20 },
  ]);
});

test("a coding refuses a code and a post that it does not know", () => {
  const coding = code("работа");
  assert.throws(
    () => coding.has(0, "play"),
    /RangeError|code must be one of work, ask, rest, found "play"/,
  );
  assert.throws(() => coding.of(1), /post must be a number from 0 to 0, found 1/);
});
