import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { flatKey } from "../text/flat-key";
import { matchKey } from "../text/match-key";
import { loadCodebook } from "./load-codebook";

const folder = mkdtempSync(join(tmpdir(), "codebook-"));
test.after(() => rmSync(folder, { recursive: true }));

function load(text: string): ReturnType<typeof loadCodebook> {
  const path = join(folder, "codebook.yml");
  writeFileSync(path, text);
  return loadCodebook(path);
}

const theme = (terms: string): string => `themes:\n  - id: work\n    name: Work\n    about: Work.\n    terms:\n${terms}`;

test("loadCodebook reads words, patterns and phrases with their lines", () => {
  const { themes } = load(
    theme(`      - { term: "рабоч*", language: ru, gloss: worker, origin: ours }
      - term: вид на жительство
        language: ru
        gloss: permit
        origin: paper
    exclude:
      - { term: рабочее, gloss: x }
`),
  );
  assert.deepEqual(themes[0]?.terms.map(({ words, line, origin }) => [words, line, origin]), [
    [["рабоч*"], 6, "ours"],
    [["вид", "на", "жительство"], 7, "paper"],
  ]);
  assert.deepEqual(themes[0]?.exclude, [{ term: "рабочее", words: ["рабочее"], gloss: "x", line: 12 }]);
});

const TERM = "term: работа, language: ru, gloss: work, origin: ours";
for (const [text, message] of [
  ["themes: 5", /codebook\.yml:1:9: themes must be a list, found 5/],
  ["- a", /:1:1: a codebook must be a mapping with themes, topics, post-types, acts, stances, found a list/],
  ["themes: []", /at least one theme is needed/],
  [theme(`      - { ${TERM} }\n    trems: []\n`), /:7:5: a theme may have id, name, about, terms, exclude, found "trems"/],
  [theme("      - { term: работа, language: ru, origin: ours }\n"), /:6:9: a term needs gloss, found none/],
  [theme(`      - { ${TERM.replace("ru", "rus")} }\n`), /:6:\d+: language must be one of ru, ky, en, xx, found "rus"/],
  [theme(`      - { ${TERM} }\n      - { ${TERM} }\n`), /:7:9: a term stands once in a theme, found "работа" also on line 6/],
  [theme(`      - { ${TERM.replace("работа", "Работа")} }\n`), /:6:17: a term must be in small letters, found "Работа"/],
  [theme(`      - { ${TERM.replace("работа", '"*"')} }\n`), /two letters or more/],
  [theme(`      - { ${TERM.replace("работа", "2020")} }\n`), /term must be a text, found 2020/],
  [theme(`      - { ${TERM} }\n`) + theme(`      - { ${TERM} }\n`).replace("themes:\n", ""), /:7:5: a theme's id must be its own, found "work" twice/],
  ["themes: [", /:\d+:\d+: YAML is needed, found: /],
] as const) {
  test(`loadCodebook refuses ${JSON.stringify(text.slice(-60))}`, () => assert.throws(() => load(text), message));
}

test("the project's codebook holds every word that the paper names for its figures, as the paper's", () => {
  const { themes } = loadCodebook("data/codebook.yml");
  const ofThePaper = new Set(themes.flatMap(({ terms }) => terms.filter(({ origin }) => origin === "paper").map(({ term }) => term)));
  const [, ...rows] = readFileSync("data/figure-terms.csv", "utf8").trim().split(/\r?\n/);
  assert.equal(rows.length, 23);
  for (const row of rows) {
    const word = matchKey(row.split(",")[1] as string);
    assert.ok(ofThePaper.has(word), `${word} is missing`);
  }
  assert.deepEqual(themes.map(({ id }) => id), ["work", "documents", "housing", "health", "identity", "politics", "border", "other"]);
});

const WORK = theme(`      - { ${TERM} }\n`);
const topics = (code: string, rest = ""): string =>
  `${WORK}topics:\n  least: 2\n  beside: 60\n  otherwise: work\n  codes:\n    - { id: work, name: Work, about: Work., ${code} }\n${rest}`;
const group = (terms: string, more = ""): string => `{ language: ru, gloss: x, terms: [${terms}]${more} }`;

test("loadCodebook reads rules by points, with kinds of token in phrases", () => {
  const { topics: rules } = load(topics(`themes: [work], words: [${group('"<number> руб*", я за', ", points: -2")}], signs: [{ sign: question, points: 3 }]`));
  assert.deepEqual([rules?.least, rules?.beside, rules?.otherwise], [2, 0.6, "work"]);
  const [work] = rules?.codes ?? [];
  assert.deepEqual([work?.themes, work?.themePoints, work?.signs], [["work"], 2, [{ sign: "question", points: 3 }]]);
  assert.deepEqual(work?.groups.map(({ points, terms }) => [points, terms.map(({ words }) => words)]), [[-2, [["<number>", "руб*"], ["я", "за"]]]]);
});

for (const [text, message] of [
  [topics("themes: [play]"), /:12:\d+: an entry of themes must be one of work, found "play"/],
  [topics(`words: [${group("работа, работа")}]`), /a term stands once in words, found "работа" also on line 12/],
  [topics(`words: [${group('"<nummer> руб"')}]`), /or <number> <time> <url> .*, found "<nummer> руб"/],
  [topics(`words: [${group("я")}]`), /two letters or more .* found "я"/],
  [topics("signs: [{ sign: loud, points: 1 }]"), /sign must be one of question, admin, comment, found "loud"/],
  [topics("words: []").replace("otherwise: work", "otherwise: rest"), /otherwise must be the id of a code, found "rest"/],
  [topics("words: []", "    - { id: work, name: W, about: W. }\n"), /:13:\d+: a code's id must be its own, found "work" twice/],
  [topics("words: []").replace("beside: 60", "beside: 0"), /beside must be a whole number from 1 to 100, found 0/],
  [`${WORK}acts: { cues: [], codes: [{ id: a, name: A, about: A., reach: 3, words: [], cues: [link] }] }\n`, /an entry of cues must be one of , found "link"/],
  [`${WORK}stances: { reach: 3 }\n`, /stances needs figures, found none/],
] as const) {
  test(`loadCodebook refuses rules ${JSON.stringify(text.slice(-60))}`, () => assert.throws(() => load(text), message));
}

test("the project's codebook has the codes that the study and the notebooks name", () => {
  const { topics: rules, postTypes, acts, stances, themes } = loadCodebook("data/codebook.yml");
  assert.deepEqual(rules?.codes.map(({ id }) => id), themes.map(({ id }) => id));
  assert.deepEqual(postTypes?.codes.map(({ id }) => id), ["advertisement", "help-seeking", "information", "discussion", "announcement"]);
  assert.deepEqual(acts?.codes.map(({ id }) => id), ["fundraising", "petition", "call", "report", "logistics", "voting"]);
  assert.equal(stances?.figures[0]?.id, "japarov");
});

test("the rules of the project's codebook hold no word of two scripts, and none twice in a list, as words are met", () => {
  const { topics: rules, postTypes, acts, stances } = loadCodebook("data/codebook.yml");
  const lists = [
    ...[...(rules?.codes ?? []), ...(postTypes?.codes ?? [])].map(({ groups }) => groups),
    ...(acts?.cues ?? []).map(({ groups }) => groups),
    ...(acts?.codes ?? []).flatMap(({ words, unless }) => [words, unless]),
    stances?.support ?? [],
    stances?.doubt ?? [],
  ];
  for (const terms of lists.map((groups) => groups.flatMap((list) => list.terms.map(({ term }) => term)))) {
    const keys = terms.map(flatKey);
    assert.deepEqual(terms.filter((_, i) => keys.indexOf(keys[i] as string) < i), []);
    const words = terms.flatMap((term) => term.replace(/<\w+>/g, "").split(" "));
    assert.deepEqual(words.filter((word) => /\p{sc=Latin}/u.test(word) && /\p{sc=Cyrillic}/u.test(word)), []);
  }
});
