import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { characterRanges } from "./make-character-ranges";
import { CHARACTER_RANGES } from "./character-ranges";
import { characterClass } from "./character-class";
import cases from "./token-cases.json";
import { scanTokens, TOKEN_KINDS, tokenise, words } from "./tokenise";

for (const { text, tokens } of cases) {
  test(`tokenise cuts ${JSON.stringify(text)}`, () => {
    assert.deepEqual(
      tokenise(text).map((token) => [token.kind, token.text]),
      tokens,
    );
  });
}

test("tokenise gives places that hold the token, in order and apart, for any string", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 6 }),
    fc.constantFrom(
      ...cases.map((example) => example.text),
      "\ud83d",
      "\udc4d",
      "@",
      "#",
      "://",
      ".",
      "-",
      "‹",
      "\u0301",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join("");
      let last = 0;
      for (const { text: found, start, end } of tokenise(text)) {
        assert.ok(start >= last && end > start && end <= text.length);
        assert.equal(text.slice(start, end), found);
        last = end;
      }
    }),
  );
});

test("tokenise does not depend on what stands in the next line", () => {
  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.constantFrom(...cases), (one, two) => {
      const joined = tokenise(`${one.text}\n${two.text}`).map((token) => [token.kind, token.text]);
      assert.deepEqual(joined, [...one.tokens, ...two.tokens]);
    }),
  );
});

test("scanTokens reports kinds by their place in TOKEN_KINDS", () => {
  const seen: string[] = [];
  scanTokens("Ош 5 @a", (kind, start, end) => seen.push(`${TOKEN_KINDS[kind]} ${start} ${end}`));
  assert.deepEqual(seen, ["word 0 2", "number 3 4", "mention 5 7"]);
});

test("words leaves out what is not a word", () => {
  assert.deepEqual(words("Менин 2 балам #бала @бала"), ["Менин", "балам"]);
});

test("tokenise takes time in proportion to length on hostile runs", () => {
  // A quadratic scanner needs minutes here; the limit is generous because machines differ.
  const hostile = [
    "a.".repeat(100_000),
    "a@".repeat(100_000),
    "1.".repeat(100_000),
    "a-".repeat(100_000),
    "\u200b".repeat(200_000),
    `а${"\u200b".repeat(200_000)}`,
    `http://x${")".repeat(100_000)}`,
    "w".repeat(200_000),
    "👨‍".repeat(60_000),
    "#".repeat(200_000),
    "@_".repeat(100_000),
  ];
  for (const text of hostile) {
    const before = process.hrtime.bigint();
    tokenise(text);
    assert.ok(process.hrtime.bigint() - before < 5_000_000_000n, `too slow on ${text.slice(0, 6)}…`);
  }
});

test("characterClass knows the letters that [а-я] drops", () => {
  for (const letter of "ёңөүқғҳўәіұһÖüʂ") {
    assert.equal(characterClass(letter.codePointAt(0) as number), 1, letter);
  }
  assert.throws(() => characterClass(0x110000), /needs a code point from 0 to 1114111, found 1114112/);
});

test(
  "character-ranges.ts is what its script makes",
  { skip: process.versions.unicode !== "17.0" && "made from Unicode 17.0" },
  () => {
    assert.equal(characterRanges(), CHARACTER_RANGES);
  },
);
