import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { loadCorpusFolder } from "./load-corpus-folder";
import type { Post } from "./post";
import { parsePostLine, readPosts } from "./read-posts";
import { temporaryCorpus } from "./temporary-corpus";
import { writePosts } from "./write-posts";

const OPTIONS = { authorKey: "test key" };

test("writePosts writes what loadCorpusFolder returns, in the same order, with copies merged and names joined", async (t) => {
  const vk = (id: number, date: number, more: object = {}) => ({
    id, owner_id: -5, from_id: -5, date, text: `өлкө ${id} \u2028 😀`, ...more,
  });
  const folder = temporaryCorpus(t, {
    "vkontakte/1.json": [vk(3, 1588291203), vk(1, 1588291201), vk(2, 1588291201, { likes: { count: 1 } })],
    "vkontakte/2.json": { response: {
      items: [vk(2, 1588291201, { likes: { count: 9 } })], groups: [{ id: 5, name: "Биз", screen_name: "b" }],
    } },
    "facebook/a.csv": "id,post_id,parent_id,text,creation_time,owner.id\n1,10,,Ооба,2020-05-01T00:00:01Z,5\n",
    "facebook/b.csv": "id,creation_time,text,post_owner.id,surface.id,surface.name\n10,2020-05-01T00:00:01Z,Салам,7,4,Топ\n",
  });
  const path = join(folder, "posts.jsonl");
  const { posts: count, account } = await writePosts(folder, path, OPTIONS);
  const written: Post[] = [];
  for await (const post of readPosts(path)) written.push(post);
  const loaded = await loadCorpusFolder(folder, OPTIONS);
  assert.deepEqual(written, loaded.posts);
  assert.equal(count, 5);
  assert.equal(account.summary(), loaded.account.summary());
  assert.deepEqual(written.map(({ id, community, likes }) => [id, community, likes]), [
    ["1", "Топ", null], ["10", "Топ", null], ["-5_1", "Биз", null], ["-5_2", "Биз", 9], ["-5_3", "Биз", null],
  ]);
  assert.deepEqual(readdirSync(folder).sort(), ["facebook", "posts.jsonl", "vkontakte"]);
});

test("writePosts leaves no file behind when it fails", async (t) => {
  const folder = temporaryCorpus(t, { "vkontakte/a.json": '[{"id":1,"owner_id":-5,"date":"x","text":""}]' });
  await assert.rejects(
    writePosts(folder, join(folder, "posts.jsonl"), OPTIONS), /needed at least one post, found none/,
  );
  await assert.rejects(
    writePosts(folder, join(folder, "posts.jsonl"), { ...OPTIONS, strict: true }), /date: needed Unix seconds/,
  );
  assert.ok(!existsSync(join(folder, "posts.jsonl")));
  assert.deepEqual(readdirSync(folder), ["vkontakte"]);
});

test("parsePostLine names a line that is no post", () => {
  assert.throws(() => parsePostLine("{", "p.jsonl:3"), /p\.jsonl:3: needed a post as JSON/);
  assert.throws(() => parsePostLine('{"id":"1","text":"x"}', "p.jsonl:4"), /p\.jsonl:4/);
});
