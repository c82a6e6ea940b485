import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import fc from "fast-check";

import { TOKEN_KINDS, tokenise } from "../text/tokenise";
import { typeKey } from "./scan";
import { indexFile, indexPosts } from "./token-index";

const folder = mkdtempSync(join(tmpdir(), "token-index-"));
test.after(() => rmSync(folder, { recursive: true }));

function fileOf(texts: readonly string[], ending = "\n"): string {
  const path = join(folder, "posts.jsonl");
  writeFileSync(path, texts.map((text, i) => JSON.stringify({ id: String(i), text })).join("\n") + ending);
  return path;
}

test("indexPosts numbers forms by first occurrence and keeps documents apart", () => {
  const index = indexPosts([{ text: "Работа есть: работа!" }, { text: "" }, { text: "#Работа есть https://t.me/Kg" }]);
  assert.deepEqual([...index.tokens], [0, 1, 0, 2, 1, 3]);
  assert.deepEqual([...index.documentStarts], [0, 3, 3, 6]);
  assert.deepEqual([0, 1, 2, 3].map((type) => index.form(type)), ["работа", "есть", "#работа", "https://t.me/Kg"]);
  assert.deepEqual([0, 1, 2, 3].map((type) => index.kind(type)), ["word", "word", "tag", "url"]);
  assert.equal(index.written(0), "Работа");
  assert.deepEqual([...index.counts()], [2, 2, 1, 1]);
  assert.deepEqual([...index.positions(1)], [1, 4]);
  assert.deepEqual([0, 2, 3, 5].map((position) => index.documentAt(position)), [0, 0, 2, 2]);
  assert.deepEqual([index.typeOf("есть"), index.typeOf("нет")], [1, -1]);
});

test("indexPosts of nothing is an empty index", () => {
  const index = indexPosts([]);
  assert.deepEqual([index.documentCount, index.typeCount, index.tokenCount, index.typeOf("а")], [0, 0, 0, -1]);
  assert.throws(() => index.form(0), /needs a type from 0 to -1, found 0/);
});

test("an index holds what the tokeniser finds in each post, whatever the number of threads and the size of the chunks", async () => {
  const words = ["работа", "Жумуш", "бар", "ысык-көл", "t.me/kg", "👍", "12", "#тег", "дом’", "достопримечательности", "a"];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join(" ")), { maxLength: 12 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 300 }),
      fc.constantFrom("", "\n"),
      async (texts, threads, chunkBytes, ending) => {
        const index = await indexFile(fileOf(texts, ending), { threads: texts.length > 10 ? threads : 1, chunkBytes });
        const documents = texts.map((_, i) => [...index.document(i)].map((type) => [index.kind(type), index.form(type)]));
        assert.deepEqual(documents, texts.map((text) => tokenise(text).map(({ kind, text: written }) => [kind, typeKey(kind, written)])));
        const same = indexPosts(texts.map((text) => ({ text })));
        assert.deepEqual(index.tokens, same.tokens);
        assert.deepEqual(index.types, same.types);
      },
    ),
    { numRuns: 150, seed: 4 },
  );
});

test("indexFile gives the same index with one thread and with two", async () => {
  const texts = Array.from({ length: 3000 }, (_, i) => `Слово${"абвгд"[i % 5]}${"ежзик"[i % 7] ?? ""} общее ${i % 13} текст${"я".repeat(i % 25)}`);
  const path = fileOf(texts);
  const [one, two] = [await indexFile(path, { threads: 1, chunkBytes: 4096 }), await indexFile(path, { threads: 2, chunkBytes: 4096 })];
  assert.deepEqual(two.tokens, one.tokens);
  assert.deepEqual(two.documentStarts, one.documentStarts);
  assert.deepEqual(two.types, one.types);
  for (let type = 0; type < one.typeCount; type++) {
    assert.deepEqual([one.typeOf(one.form(type)), two.typeOf(one.form(type))], [type, type]);
  }
  assert.deepEqual([one.typeOf("нет"), two.typeOf("нет")], [-1, -1]);
});

test("indexFile names file and line of the first record that does not fit, by one thread and by two", async () => {
  const path = join(folder, "bad.jsonl");
  const lines = Array.from({ length: 400 }, (_, i) => (i === 250 || i === 390 ? '{"txt":"а"}' : '{"text":"а"}'));
  writeFileSync(path, lines.join("\n"));
  for (const threads of [1, 2]) {
    await assert.rejects(indexFile(path, { threads, chunkBytes: 100 }), /bad\.jsonl:251: "text" is needed in each object, found none/);
  }
});

test("indexFile reads a line longer than many chunks, a byte order mark, and an empty file", async () => {
  const path = fileOf(["а", "слово ".repeat(50_000), "б"]);
  const index = await indexFile(path, { chunkBytes: 1000 });
  assert.deepEqual([index.documentCount, index.tokenCount], [3, 50_002]);
  writeFileSync(path, '\ufeff{"text":"а"}');
  assert.equal((await indexFile(path)).tokenCount, 1);
  writeFileSync(path, "");
  assert.equal((await indexFile(path)).documentCount, 0);
});

test("the kinds of an index are those of the tokeniser", () => {
  const index = indexPosts([{ text: "слово 5 t.me a@b.ru @имя #тег 👍 ‹email›" }]);
  assert.deepEqual(Array.from({ length: index.typeCount }, (_, type) => index.kind(type)), ["word", "number", "url", "email", "mention", "tag", "emoji", "placeholder"]);
  assert.equal(TOKEN_KINDS.length, 8);
});
