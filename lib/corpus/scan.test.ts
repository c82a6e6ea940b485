import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import fc from "fast-check";

import { TOKEN_KINDS, tokenise } from "../text/tokenise";
import { ByteScanner, typeKey } from "./scan";
import { ScanError } from "./scan-json";
import type { ScannedPiece } from "./scan";

/** Tokens of each document as [kind, form], read back from what a scanner returns. */
function tokensOf(scanner: ByteScanner, { tokens, lengths }: ScannedPiece): [string, string][][] {
  const { keys, keyEnds, kinds } = scanner.types();
  const forms = Array.from(keyEnds, (end, i): [string, string] => [
    TOKEN_KINDS[kinds[i] as number] as string,
    Buffer.from(keys.subarray(keyEnds[i - 1] ?? 0, end)).toString("utf8"),
  ]);
  let at = 0;
  return Array.from(lengths, (length) => Array.from(tokens.subarray(at, (at += length)), (id) => forms[id] as [string, string]));
}

function scanTexts(texts: string[]): [string, string][][] {
  const scanner = new ByteScanner();
  return tokensOf(scanner, scanner.scanTexts(texts));
}

function scanLines(lines: string): [string, string][][] {
  const bytes = Buffer.concat([Buffer.from(lines), Buffer.alloc(8)]);
  const scanner = new ByteScanner();
  return tokensOf(scanner, scanner.scanLines(bytes, 0, bytes.length - 8));
}

/** The text as UTF-8 can hold it: a lone surrogate becomes U+FFFD. */
function wellFormed(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}

/** What the string tokeniser says, in the scanner's form. */
function expected(text: string): [string, string][] {
  return tokenise(wellFormed(text)).map(({ kind, text: written }) => [kind, typeKey(kind, written)]);
}

const cases = JSON.parse(readFileSync("lib/text/token-cases.json", "utf8")) as { text: string; tokens: [string, string][] }[];

test("the byte scanner gives the tokens of the shared examples", () => {
  const texts = cases.map(({ text }) => text);
  const wanted = cases.map(({ tokens }) => tokens.map(([kind, text]) => [kind, typeKey(kind as "word", text)]));
  assert.deepEqual(scanTexts(texts), wanted);
  assert.deepEqual(scanLines(texts.map((text) => JSON.stringify({ id: "1", text })).join("\n")), wanted);
});

/** Pieces that meet the rules' edges more often than random characters do. */
const PIECES = [
  ..."абвёңөүАЯЁйqzIiİıſßǅʼʻ‘’`'´-‐‑́̆\u00ad\u200b\u200d\ufeff\u2060 \n\t\"\\/#＃@*._%+:,?&=()[]{}<>|^‹›«»“”„…—–•№₽©™↔✅❤️👍🏽👨‍👩‍👧🇰🇬🇷1234567890٣४\u20e3\ufe0f中한𝐁Ως한́",
  "работа", "Жумуш", "ысык-көл", "самоизоляция", "достопримечательность", "и\u0306од", "https://", "www.", "t.me/kg", "24.kg", "a@b.ru", "e.x@mail.com", "#тег_1", "@name.x", "‹email›", "12:30", "1,5",
  "\ud800", "\udfff", "\u0000", "\u0085", "\u2028", "KOICAнын", "COVID-19", "http", "://x", "Kelvin\u212a", "dž", "а-ıст", "q-中",
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "grapheme", maxLength: 3 })), { maxLength: 20 }).map((pieces) => pieces.join("")),
);

test("the byte scanner and the string tokeniser agree on any text", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
      assert.deepEqual(scanTexts(texts), texts.map(expected));
    }),
    { numRuns: 1000, seed: 1 },
  );
});

test("the byte scanner reads JSON as JSON.parse does: escapes, key order, spaces, nested values", () => {
  const escaped = (s: string) => JSON.stringify(wellFormed(s)).replace(/[^ -~]|\//g, (c) => (c === "/" ? "\\/" : `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`));
  const extra = fc.dictionary(fc.string().filter((key) => key !== "text"), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
  const line = fc.tuple(text, extra, extra, fc.constantFrom(0, 1, 2), fc.constantFrom("", " ", "\t", "\r")).map(([value, before, after, style, space]) => {
    const string = style === 0 ? JSON.stringify(wellFormed(value)) : style === 1 ? escaped(value) : JSON.stringify(wellFormed(value)).replaceAll("/", "\\/");
    const inner = (object: object) => JSON.stringify(object).slice(1, -1);
    const members = [inner(before), `${style === 1 ? '"te\\u0078t"' : '"text"'}${space}:${space}${string}`, inner(after)].filter((part) => part !== "");
    return { value, json: `${space}{${space}${members.join(`${space},${space}`)}${space}}${space}` };
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), fc.constantFrom("\n", "\r\n", "\n\n"), (lines, newline) => {
      assert.deepEqual(scanLines(lines.map(({ json }) => json).join(newline)), lines.map(({ value }) => expected(value)));
    }),
    { numRuns: 1000, seed: 2 },
  );
});

test("the byte scanner agrees with a decoded string on broken UTF-8", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer({ min: 0x20, max: 0xff }), fc.constantFrom(0xd0, 0xb0, 0xe2, 0x80, 0x99, 0xf0, 0x9f, 0x91, 0x8d, 0x41, 0x2e, 0xed, 0xa0)), { maxLength: 30 }), (bytes) => {
      const body = Buffer.from(bytes.filter((byte) => byte !== 0x22 && byte !== 0x5c));
      const line = Buffer.concat([Buffer.from('{"text":"'), body, Buffer.from('"}'), Buffer.alloc(8)]);
      const scanner = new ByteScanner();
      assert.deepEqual(tokensOf(scanner, scanner.scanLines(line, 0, line.length - 8)), [expected(body.toString("utf8"))]);
    }),
    { numRuns: 1000, seed: 3 },
  );
});

test("the byte scanner numbers a form by its first occurrence and keeps the spelling it met first", () => {
  const scanner = new ByteScanner();
  const { tokens } = scanner.scanTexts(["Работа есть", "РАБОТА и май", "Май \u041c\u0430\u0438\u0306"]);
  const { written, writtenEnds } = scanner.types();
  // Май in its composed and its decomposed spelling are one form.
  assert.deepEqual([...tokens], [0, 1, 0, 2, 3, 3, 3]);
  assert.equal(Buffer.from(written).toString("utf8"), "Работа");
  assert.deepEqual([...writtenEnds], [12, 12, 12, 12]);
});

test("the byte scanner counts a word with unseen characters as the word that is seen", () => {
  const scanner = new ByteScanner();
  const { tokens } = scanner.scanTexts(["Ра\u00adбо\u200bта", "работа раб\u2060ота ра\ufeffбота ра\u200c\u200dбота"]);
  const { written, writtenEnds } = scanner.types();
  assert.deepEqual([...tokens], [0, 0, 0, 0, 0]);
  assert.equal(Buffer.from(written.subarray(0, writtenEnds[0])).toString("utf8"), "Работа");
  assert.equal(typeKey("word", "Ра\u00adбота"), "работа");
});

test("the byte scanner keeps apart words that are too long to pack and end alike", () => {
  const scanner = new ByteScanner();
  const { tokens } = scanner.scanTexts(["свежеперекомбинировавшимися сноваперекомбинировавшимися свежеперекомбинировавшимися"]);
  assert.deepEqual([...tokens], [0, 1, 0]);
});

test("the byte scanner reads tokens longer than its windows", () => {
  const long = ["а".repeat(30_000), "中".repeat(3000), `https://x.kg/${"я".repeat(5000)}`, `${"a.".repeat(2000)}b`, `#${"ы".repeat(2000)}`, "👨‍".repeat(900)];
  assert.deepEqual(scanTexts(long), long.map(expected));
});

for (const [line, message] of [
  ["[1]", /a line must hold a JSON object, found \[/],
  ['{"id":1}', /"text" is needed in each object/],
  ['{"text":1}', /"text" must be a string, found 1/],
  ['{"text":null}', /"text" must be a string, found n/],
  ['{"text":"a","text":"b"}', /stands twice/],
  ['{"text":"a\n"}', /must end on its line/],
  ['{"text":"a', /must end on its line/],
  ['{"text":"a\\x"}', /a JSON escape is needed, found \\x/],
  ['{"text":"\\u12"}', /wrong escape/],
  ['{"text":"a"} x', /one object a line/],
  ['{"text":"a" "b":1}', /"," or "}" is needed/],
  ['{"a":]}', /a value is needed, found \]/],
  ['{"a" 1}', /":" is needed/],
  ["{}", /a string is needed, found }/],
] as const) {
  test(`the byte scanner refuses ${JSON.stringify(line)}`, () => {
    assert.throws(() => scanLines(line), (error) => error instanceof ScanError && message.test(error.message));
  });
}
