import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import fc from "fast-check";

import { sharedFile } from "../text/shared-file";
import { repairEncoding } from "./repair-encoding";
import { loadFiles } from "./temporary-corpus";

// Python 3: bytes(range(0x80, 0xa0)).decode("cp1252", "replace"), the five unassigned ones as WHATWG decodes them.
// Node's own decoder of this name gives Latin-1.
const MIDDLE = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** What a reader of a code page makes of UTF-8. */
const misread = (text: string, codePage: string): string =>
  codePage === "windows-1251"
    ? new TextDecoder(codePage).decode(Buffer.from(text))
    : Buffer.from(text).toString("latin1").replace(/[\u0080-\u009f]/g, (byte) => MIDDLE[byte.charCodeAt(0) - 0x80]!);

const WORDS = [
  "Иш", "берүүчү", "өкмөт", "Ёлка", "её", "ЖУМУШ", "РФ", "СССР", "Größe", "Übung", "Straße", "İstanbul", "çalışıyor", "ÇÖP", "café", "où",
];
const clean = fc.array(
  fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(" ", ", ", " — ", "» ", "… ", " №", "\u00a0", "! 👍 ", "” ", " «")), { minLength: 1, maxLength: 8 },
).map((parts) => parts.flat().join(""));

test("repairEncoding restores what was read in Windows-1251 and Windows-1252", () => {
  for (const codePage of ["windows-1251", "windows-1252"]) {
    for (const text of ["Привет, есть работа", "Иш берүүчү — «өкмөт»… 👍", "да", "don’t"]) {
      assert.equal(repairEncoding(misread(text, codePage)).text, text);
    }
    assert.equal(repairEncoding(misread("Привет", codePage)).from, codePage.replace("w", "W"));
  }
  assert.equal(repairEncoding(Buffer.from("Жумуш").toString("latin1")).from, "Latin-1");
});

test("repairEncoding leaves clean Russian, Kyrgyz, German and Turkish, and repairs them when they are damaged", () => {
  fc.assert(fc.property(clean, (text) => {
    assert.deepEqual(repairEncoding(text), { text, from: null, isDamaged: false });
    if (!/\p{Script=Cyrillic}{2}/u.test(text)) return;
    for (const codePage of ["windows-1251", "windows-1252"]) {
      assert.equal(repairEncoding(misread(text, codePage)).text, text);
    }
  }));
});

test("repairEncoding leaves one letter with a sign behind it, which chance makes", () => {
  for (const text of ["Группа В»", "Р–", "её” ", "О…О…", "в…»", "+5 С°", "Рё", "А№ 5", "Ð", ""]) {
    assert.deepEqual(repairEncoding(text), { text, from: null, isDamaged: false });
  }
});

test("repairEncoding leaves a text that lost characters, and says that it is damaged", () => {
  const lost = `${misread("Привет", "windows-1251")} достор`;
  assert.deepEqual(repairEncoding(lost), { text: lost, from: null, isDamaged: true });
});

const UD = sharedFile("data/ud/ru_taiga-ud-dev.conllu", "the treebank is not part of the project; made-up sentences are checked instead");

test("repairEncoding leaves every sentence of a treebank", { skip: UD.skip }, () => {
  for (const line of readFileSync(UD.path, "utf8").split("\n")) assert.equal(repairEncoding(line).text, line);
});

test("the account counts texts repaired and texts beyond repair", async (t) => {
  const texts = [misread("Жумуш барбы?", "windows-1251"), `${misread("Привет", "windows-1251")} достор`];
  const { posts, account } = await loadFiles(t, {
    "vkontakte/a.json": texts.map((text, id) => ({ id, owner_id: -5, from_id: -5, date: 1588291200 + id, text })),
  });
  assert.deepEqual(posts.map(({ text }) => text), ["Жумуш барбы?", texts[1]]);
  assert.deepEqual(account.notes, [
    "1 texts had UTF-8 written as Windows-1251 and were repaired",
    "1 texts look like UTF-8 written in a code page and could not be repaired; export them again as UTF-8",
  ]);
});
