import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { indexPosts } from "../corpus/token-index";
import { flatKey } from "../text/flat-key";
import { tokenise } from "../text/tokenise";
import { concordance, quoteLine } from "./concordance";
import { groupTypes } from "../corpus/group-types";
import { parseQuery, QueryError } from "./parse-query";
import { TermLookup } from "../corpus/term-lookup";

const texts = [
  "Срочно! Ищу работу в Москве, рабочий график любой.",
  "Рабочая виза и вид на жительство",
  "вид на море, жительство есть",
  "рaбота есть, виза есть", // a Latin a
  "Үй керек",
];
const index = indexPosts(texts.map((text) => ({ text })));

/** Documents and hits of a query, such as `0:работу`. */
function found(query: string, lookup?: TermLookup): string[] {
  return concordance(index, query, lookup === undefined ? {} : { lookup }).lines.map(({ document, hit }) => `${document}:${hit.join(" ")}`);
}

test("concordance shows a word with the tokens around it", () => {
  const { lines, hits, documents } = concordance(index, "работу", { window: 2 });
  assert.deepEqual([lines, hits, documents], [[{ document: 0, from: 2, to: 3, left: ["срочно", "ищу"], hit: ["работу"], right: ["в", "москве"] }], 1, 1]);
  assert.deepEqual(quoteLine(texts[0] as string, lines[0] as (typeof lines)[0], 2), { left: "Срочно! Ищу ", hit: "работу", right: " в Москве" });
});

test("concordance lists what every pattern stood for", () => {
  const { expansions } = concordance(index, "рабоч* OR нет*");
  assert.deepEqual(expansions, [
    { pattern: "рабоч*", terms: [{ term: "рабочая", count: 1 }, { term: "рабочий", count: 1 }] },
    { pattern: "нет*", terms: [] },
  ]);
});

for (const [query, hits] of [
  ["рабоч*", ["0:рабочий", "1:рабочая"]],
  ["работ?", ["0:работу"]],
  ["РАБОТУ", ["0:работу"]],
  ["рабо\u00adту", ["0:работу"]],
  ["*ство", ["1:жительство", "2:жительство"]],
  ['"вид на жительство"', ["1:вид на жительство"]],
  ["«вид на мор*»", ["2:вид на море"]],
  ["виза AND есть", ["3:виза", "3:есть", "3:есть"].sort()],
  ["жительство NOT море", ["1:жительство"]],
  ["жительство AND NOT море", ["1:жительство"]],
  ["виза OR море AND вид", ["1:виза", "2:вид", "2:море", "3:виза"]],
  ["(виза OR море) AND вид", ["1:виза", "1:вид", "2:вид", "2:море"]],
  ["вид NEAR~2 жительство", ["1:вид на жительство"]],
  ["жительство NEAR~3 вид", ["1:вид на жительство", "2:вид на море жительство"]],
  ["виза NEAR~1 (рабоч* OR есть)", ["1:рабочая виза", "3:есть виза", "3:виза есть"]],
  ["нетакого", []],
] as const) {
  test(`concordance finds ${query}`, () => assert.deepEqual(found(query).sort(), [...hits].sort()));
}

test("concordance by folded names finds mixed scripts and flat Kyrgyz letters", () => {
  const groups = groupTypes(index, (_, __, written) => flatKey(written));
  const lookup = new TermLookup(index, groups, flatKey);
  assert.deepEqual(found("работа", lookup), ["3:рaбота"]);
  assert.deepEqual(found("уй OR үй", lookup), ["4:үй"]);
});

test("concordance finds a word wherever the tokeniser does", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom("да", "нет", "Да!", "#да", "дар")).map((some) => some.join(" ")), { maxLength: 6 }), (some) => {
      const { hits } = concordance(indexPosts(some.map((text) => ({ text }))), "да");
      assert.equal(hits, some.flatMap((text) => tokenise(text)).filter(({ kind, text }) => kind === "word" && text.toLowerCase() === "да").length);
    }),
    { seed: 9 },
  );
});

for (const [query, at, message] of [
  ["", 0, /a word or a phrase in quotes is needed, found the end/],
  ["виза AND", 8, /a word or a phrase in quotes is needed, found the end/],
  ["вид на", 4, /quotes around both are needed between "вид" and "на"/],
  ["(виза", 5, /"\)" is needed for the "\(" at character 1/],
  ["виза)", 4, /an operator or the end is needed, found "\)"/],
  ["NOT виза", 0, /a word to look for is needed before it/],
  ["а OR NOT б", 5, /a word to look for is needed/],
  ['виза "вид', 5, /needed in pairs/],
  ["виза OR **", 8, /a letter beside \* and \?/],
  ["а NEAR~0 б", 2, /whole number from 1 to 100, found "NEAR~0"/],
  ["а NEAR~x б", 2, /whole number from 1 to 100, found "NEAR~x"/],
  ["(а AND б) NEAR в", 10, /found AND or NOT/],
  ['""', 0, /at least one word/],
] as const) {
  test(`parseQuery refuses ${JSON.stringify(query)} at character ${at + 1}`, () => {
    assert.throws(() => parseQuery(query), (error) => error instanceof QueryError && error.at === at && message.test(error.message));
  });
}

test("a query error points at its place", () => {
  assert.throws(() => parseQuery("вид на"), { message: /\n {2}вид на\n {6}\^$/ });
});
