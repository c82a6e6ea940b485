import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { openFileIndex, openPostIndex } from "./index-cache";

const posts = [{ text: "Работа есть, жумуш бар" }, { text: "" }, { text: "👍 #жумуш 12:30" }];
const folder = mkdtempSync(join(tmpdir(), "index-cache-"));
const cache = join(folder, "deep", "token-index.bin");
test.after(() => rmSync(folder, { recursive: true }));

test("openPostIndex builds once, then reads the same index", () => {
  const built = openPostIndex(posts, cache);
  const read = openPostIndex(posts, cache);
  assert.deepEqual([built.cache, read.cache, built.unwritten], ["none yet", "read", null]);
  assert.deepEqual(read.index.tokens, built.index.tokens);
  assert.deepEqual([...read.index.documentStarts], [0, 4, 4, 7]);
  assert.deepEqual(read.index.types, built.index.types);
  assert.equal(read.index.written(0), "Работа");
  assert.deepEqual(readdirSync(join(folder, "deep")), ["token-index.bin"]);
});

test("openPostIndex builds anew for other texts, also where only a border between texts moved", () => {
  openPostIndex([{ text: "а б" }, { text: "" }], cache);
  assert.equal(openPostIndex([{ text: "а " }, { text: "б" }], cache).cache, "stale");
});

test("openPostIndex never uses a half-written or damaged cache", () => {
  openPostIndex(posts, cache);
  const whole = readFileSync(cache);
  for (const length of [0, 10, 200, whole.length - 33, whole.length - 1]) {
    truncateSync(cache, length);
    const { cache: how, index } = openPostIndex(posts, cache);
    assert.equal(how, "damaged", `cut to ${length} bytes`);
    assert.equal(index.tokenCount, 7);
    assert.equal(openPostIndex(posts, cache).cache, "read");
  }
  for (const at of [whole.length - 40, whole.length - 3, whole.length >> 1]) {
    const broken = Buffer.from(whole);
    broken[at] = (broken[at] as number) ^ 1;
    writeFileSync(cache, broken);
    assert.equal(openPostIndex(posts, cache).cache, "damaged", `byte ${at} changed`);
  }
});

test("openPostIndex works where the cache cannot be written, and says so", () => {
  writeFileSync(join(folder, "file"), "");
  const { index, unwritten } = openPostIndex(posts, join(folder, "file", "index.bin"));
  assert.equal(index.tokenCount, 7);
  assert.match(unwritten ?? "", /a folder that can be written to is needed/);
});

test("openFileIndex gives the index of the posts in the file", async () => {
  const file = join(folder, "posts.jsonl");
  writeFileSync(file, posts.map((post) => JSON.stringify(post)).join("\n"));
  const built = await openFileIndex(file, join(folder, "file-index.bin"));
  const read = await openFileIndex(file, join(folder, "file-index.bin"));
  assert.deepEqual([built.cache, read.cache], ["none yet", "read"]);
  assert.deepEqual(read.index.tokens, openPostIndex(posts, cache).index.tokens);
  assert.deepEqual(read.index.types, built.index.types);
});
