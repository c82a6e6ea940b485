import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import fc from "fast-check";

import type { CodedSheet } from "../load/coded-sheet";
import { readCodingKey, readCodingSheet, readDecisions } from "../load/read-coding-sheet";
import type { Post } from "../load/post";
import { asWindows1251 } from "../load/read-spreadsheet";
import { decodeWindows1251 } from "../load/windows-1251";
import { compareCoders } from "../measure/compare-coders";
import type { Language } from "../text/identify-language";
import { codingSheets, disagreementSheet, drawCodingSample } from "./coding-sheets";

const folder = mkdtempSync(join(tmpdir(), "sheets-"));
test.after(() => rmSync(folder, { recursive: true, force: true }));

const CODES = [
  { id: "work", name: "Work", about: "Looking for, offering and doing paid work" },
  { id: "housing", name: "Housing", about: "Rooms, flats, rent" },
];

const TEXTS = [
  "Жумуш издейм, үй-бүлөгө бала багам; баасы келишим 😀",
  '=HYPERLINK("http://example.com";"Ищу комнату")',
  "+996 555 12-34-56 звоните, сдаю квартиру",
  'Работа: "уборка",\nграфик 5/2,\nоплата 3400',
  "@all собрание в субботу",
  "-50% на билеты, пишите на aziz@mail.ru",
];

function post(text: string, i: number): Post {
  return {
    id: String(i),
    platform: i % 2 === 0 ? "facebook" : "vkontakte",
    community: "Кыргызы в Москве",
    kind: "post",
    parent: null,
    author: "0123456789abcdef",
    createdAt: new Date(Date.UTC(2021, 4, 1 + i)),
    text,
    likes: 7,
    shares: null,
    comments: null,
    byAdmin: null,
    repost: false,
  };
}

const posts = TEXTS.map(post);
const corpus = { posts, languages: posts.map((): Language => "ru") };
const sample = drawCodingSample(corpus, { size: 6, seed: 3 });
const files = codingSheets(sample, CODES, ["anna", "бек"], { seed: 3 });

function save(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const sheetOf = (coder: string) => files.get(`sheet-${coder}.csv`) as string;
const key = readCodingKey(save("key.csv", files.get("key.csv") as string));
const read = (content: string | Uint8Array, name = "sheet-anna.csv") =>
  readCodingSheet(save(name, content), key, CODES, "anna");

/** Bytes of a text in Windows-1251, as an old spreadsheet writes them. */
function inWindows1251(text: string): Uint8Array {
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decodeWindows1251(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(
    asWindows1251(text.replace("\ufeff", "")),
    (character) => bytes.get(character) ?? 0x3f,
  );
}

test("codingSheets opens in Excel: byte-order mark, semicolons, CRLF, and no cell that runs as a formula", () => {
  const sheet = sheetOf("anna");
  assert.ok(sheet.startsWith("\ufeffrow;text;codes;note\r\n"));
  // The texts that begin with = and - are defused; of those with + and @, a number and a handle, placeholders
  // stand there.
  assert.equal(sheet.match(/;"?'[=-]/g)?.length, 2);
  assert.doesNotMatch(sheet, /(?:^|;)"?[=+@-]/m);
});

test("codingSheets is blind: no community, platform, date, author, label or contact", () => {
  const sheet = sheetOf("anna");
  assert.doesNotMatch(sheet, /Кыргызы в Москве|facebook|vkontakte|2021|0123456789abcdef|555|aziz/);
  for (const { row } of sample) assert.match(row, /^[bcdfghjkmnpqrtvw]{8}$/);
});

test("codingSheets gives each coder all posts in an order of their own, the same for a seed", () => {
  const order = (coder: string) => sheetOf(coder).match(/^[b-w]{8}(?=;)/gm) ?? [];
  assert.deepEqual([...order("anna")].sort(), [...order("бек")].sort());
  assert.notDeepEqual(order("anna"), order("бек"));
  assert.deepEqual(codingSheets(sample, CODES, ["anna", "бек"], { seed: 3 }), files);
});

test("drawCodingSample leaves out comments and posts without a letter, and keeps what a stratum weighs", () => {
  const mixed = [...posts, { ...post("😀 123", 6) }, { ...post("да", 7), kind: "comment" as const }];
  const languages = mixed.map((): Language => "ru");
  const drawn = drawCodingSample({ posts: mixed, languages }, { size: 4, seed: 1, by: ["platform"] });
  assert.deepEqual(
    drawn.map(({ of, drawn: n }) => [of, n]),
    [
      [3, 2],
      [3, 2],
      [3, 2],
      [3, 2],
    ],
  );
  assert.throws(
    () => drawCodingSample({ posts: mixed, languages }, { size: 7, seed: 1 }),
    /from 1 to 6, found 7/,
  );
  assert.equal(
    drawCodingSample({ posts: mixed, languages }, { size: 1, seed: 1, kinds: ["comment"] })[0]?.text,
    "да",
  );
});

test("readCodingSheet reads what a coder filled in, whichever way the spreadsheet saved it", () => {
  const filled = sheetOf("anna")
    .replace(/;;\r\n/, ";Work, housing;сомневаюсь\r\n")
    .replace(/;;\r\n/, ";none;\r\n");
  const expected = read(filled);
  const given = [...expected.codings.values()];
  assert.deepEqual(given.filter((codes) => codes !== null).sort(), [[], ["work", "housing"]]);
  assert.equal(given.filter((codes) => codes === null).length, 4);
  assert.equal(expected.codings.size, 6);

  assert.deepEqual(read(filled.replace("\ufeff", "").replaceAll("\r\n", "\n")), expected);
  assert.deepEqual(read(Buffer.from(filled, "utf16le")), expected);
  assert.deepEqual(read(inWindows1251(filled)), expected);
  assert.deepEqual(read(`${filled};;;\r\n`), expected);
  const commas = codingSheets(sample, CODES, ["anna"], { seed: 3, separator: "," }).get(
    "sheet-anna.csv",
  ) as string;
  assert.deepEqual(
    read(commas.replace(/,,\r\n/, ',"Work, housing",сомневаюсь\r\n').replace(/,,\r\n/, ",none,\r\n")),
    expected,
  );
});

test("readCodingSheet takes back every sheet that codingSheets writes, whatever the posts say", () => {
  const text = fc
    .string({ unit: fc.constantFrom(..."abЖү😀 \t\n\r\"';,=+-@|\u00a0\u2028"), maxLength: 30 })
    .map((chars) => `я${chars}`);
  const starts = fc.constantFrom("", "=", "'", "'=", " =", "\t", '"', ";");
  fc.assert(
    fc.property(
      fc.array(fc.tuple(starts, text), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(",", ";") as fc.Arbitrary<"," | ";">,
      (texts, separator) => {
        const drawn = drawCodingSample(
          {
            posts: texts.map(([start, rest], i) => post(start + rest, i)),
            languages: texts.map((): Language => "ru"),
          },
          { size: texts.length, seed: 1, by: [] },
        );
        const made = codingSheets(drawn, CODES, ["anna"], { seed: 1, separator });
        const keyRows = readCodingKey(save("any-key.csv", made.get("key.csv") as string));
        assert.deepEqual(keyRows, drawn);
        const sheet = save("any.csv", made.get("sheet-anna.csv") as string);
        assert.equal(readCodingSheet(sheet, keyRows, CODES, "anna").codings.size, drawn.length);
      },
    ),
    { numRuns: 300 },
  );
});

test("readCodingSheet takes rows in any order", () => {
  const lines = sheetOf("бек").split(/\r\n(?=[b-w]{8};|$)/);
  const sorted = [
    lines[0],
    ...lines
      .slice(1)
      .filter((line) => line !== "")
      .sort(),
    "",
  ].join("\r\n");
  assert.deepEqual(read(sorted), read(sheetOf("бек")));
});

test("readCodingSheet names every fault with its line, what was needed and what to do", () => {
  const message = (content: string): string => {
    try {
      read(content);
    } catch (error) {
      return (error as Error).message.replaceAll(folder, "");
    }
    return "";
  };
  const sheet = sheetOf("anna");
  const [first = ""] = sheet.match(/^[b-w]{8}(?=;)/m) ?? [];

  assert.match(
    message(sheet.replace(/;;\r\n/, ";wrok;\r\n")),
    /^\/sheet-anna\.csv:\d+: codes: codes must be among work, housing or none, found "wrok"; correct the word$/,
  );
  assert.match(
    message(sheet.replace(first, "zzzzzzzz")),
    /sheet-anna\.csv:2: row: needed a row of this sample, found "zzzzzzzz"; restore/,
  );
  assert.match(
    message(sheet.replace(first, "zzzzzzzz")),
    new RegExp(`sheet-anna\\.csv: row: needed all 6 rows of the sample, found "none for ${first}"; restore`),
  );
  assert.match(
    message(sheet.replace("сдаю", "сдам")),
    /:\d+: text: needed the text that was drawn \("‹phone› звоните, сдаю квартиру"\), found "‹phone› звоните, сдам квартиру"; restore it from key\.csv/,
  );
  assert.match(
    message(sheet + sheet.slice(sheet.indexOf("\r\n") + 2)),
    /row: needed each row once, found "[b-w]{8} also on line \d+"; remove one/,
  );
  assert.match(
    message(sheet.replace("codes", "коды")),
    /sheet-anna\.csv:1: columns must be row, text, codes, note, found none named codes/,
  );
  assert.match(
    message(sheet.replace("note", "note;mine")),
    /found also "mine"; name the columns so and remove others/,
  );
  assert.match(
    message(sheet.replace(/;;\r\n/, ";work; housing;\r\n")),
    /sheet-anna\.csv:\d+: row must have 4 cells, found 5; put quotes around a cell that holds ";"/,
  );
  assert.match(message(sheet.replace("note\r\n", 'note\r\n"')), /quotes must be closed/);
  // Two faults are both named.
  assert.equal(message(sheet.replace(/;;\r\n/, ";wrok;\r\n").replace("сдаю", "сдам")).split("\n").length, 2);
  assert.throws(() => readCodingSheet(join(folder, "none.csv"), key, CODES, "anna"), /file must be readable/);
  assert.throws(() => read(Uint8Array.of(0x50, 0x4b, 3, 4)), /must be CSV, found a workbook/);
});

test("readDecisions reads the list of disagreements back, with the rows decided", () => {
  const sheets = ["work", "housing"].map((code, i): CodedSheet => ({
    coder: i === 0 ? "anna" : "бек",
    codings: new Map(key.map(({ post: document }, n) => [document, n < 2 ? [code] : ["work"]])),
  }));
  const list = disagreementSheet(compareCoders(sheets, { codes: CODES }), key, ["anna", "бек"]);
  assert.match(list, /"anna: work\nбек: housing"/);
  const decided = list.replace(
    /;work; housing"?;;\r\n|;"work; housing";;\r\n/,
    ';"work; housing";housing;решили\r\n',
  );
  const decisions = readDecisions(save("disagreements.csv", decided), key, CODES);
  assert.deepEqual([...decisions.values()], [["housing"]]);
  assert.equal(readDecisions(save("disagreements.csv", list), key, CODES).size, 0);
});

test("codingSheets refuses names that make no file", () => {
  assert.throws(() => codingSheets(sample, CODES, ["../x"], { seed: 1 }), /found "..\/x"; rename one/);
  assert.throws(() => codingSheets(sample, CODES, ["a", "a"], { seed: 1 }), /each once, found "a"/);
});
