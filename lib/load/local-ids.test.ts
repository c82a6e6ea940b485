import assert from "node:assert/strict";
import test from "node:test";

import { describeProblem } from "./load-account";
import { loadFiles } from "./temporary-corpus";

const HEADER = "id,thread_id,author,body,timestamp\n";
const channel = (name: string, month: string): string => HEADER + [1, 2, 3].map(
  (id) => `${id},1,${name},Салам ${name} ${id},2021-${month}-0${id} 10:00:00\n`
).join("");

test("LocalIds keeps the posts of two channels that count from 1, each under its own post", async (t) => {
  const { posts, account } = await loadFiles(t, {
    "facebook/А чат.csv": channel("а", "01"), "facebook/b.csv": channel("b", "02"),
  });
  assert.equal(account.summary(), "read 6, skipped 0, duplicates 0");
  assert.deepEqual(account.problems, []);
  assert.deepEqual(posts.map(({ id, parent, community }) => [id, parent, community]), [
    ["А_чат/1", null, "А чат"], ["А_чат/2", "А_чат/1", "А чат"], ["А_чат/3", "А_чат/1", "А чат"],
    ["b/1", null, "b"], ["b/2", "b/1", "b"], ["b/3", "b/1", "b"],
  ]);
});

test("LocalIds knows a channel that was saved twice, and hangs later comments on the post read first", async (t) => {
  const { posts, account } = await loadFiles(t, {
    "facebook/a.csv": channel("a", "01"), "facebook/a2.csv": `${channel("a", "01")}4,1,c,Бар,2021-01-05 10:00:00\n`,
  });
  assert.equal(account.summary(), "read 7, skipped 0, duplicates 3");
  assert.deepEqual(posts.map(({ id, parent }) => [id, parent]), [
    ["a/1", null], ["a/2", "a/1"], ["a/3", "a/1"], ["a2/4", "a/1"],
  ]);
});

test("LocalIds does not take two pictures without words or an author for one", async (t) => {
  const { posts } = await loadFiles(t, {
    "facebook/a.csv": `${HEADER}1,1,,,2021-01-01\n`, "facebook/b.csv": `${HEADER}1,1,,,2021-01-01\n`,
  });
  assert.equal(posts.length, 2);
});

test("LocalIds leaves ids that tell their community, so that they meet the platform's own export", async (t) => {
  const { posts, account } = await loadFiles(t, {
    "vkontakte/a.csv": `${HEADER}-5_1,-5_1,-5,Салам,2021-05-01T12:00:00Z\n`,
    "vkontakte/b.json": [{ id: 1, owner_id: -5, from_id: -5, date: 1619870400, text: "Салам", likes: { count: 3 } }],
  });
  assert.equal(account.duplicates, 1);
  assert.deepEqual(posts.map(({ id, likes }) => [id, likes]), [["-5_1", 3]]);
});

test("two channels in one folder lose nothing, and the account names each id that both use", async (t) => {
  const { posts, account } = await loadFiles(t, {
    "facebook/all/a.csv": `${HEADER}1,1,anna,Салам,2021-01-01\n`,
    "facebook/all/b.csv": `${HEADER}1,1,bakyt,Жумуш бар,2021-01-01\n1,1,bakyt,Жумуш бар,2021-01-01\n`,
  });
  assert.equal(account.summary(), "read 3, skipped 0, duplicates 1");
  assert.deepEqual(posts.map(({ text }) => text), ["Салам", "Жумуш бар"]);
  assert.equal(posts[0]!.id, "all/1");
  assert.match(posts[1]!.id, /^all\/1~[0-9a-f]{8}$/);
  assert.deepEqual(account.problems.map(describeProblem), [
    "facebook/all/b.csv:2: id: needed one post with the id all/1, found a second one with another text and time or author; " +
      `it was kept as ${posts[1]!.id}; give each community a folder or a file of its own`,
  ]);
});

test("comments of VKontakte without a wall keep apart by file", async (t) => {
  const comment = (text: string, date: number) => ({ id: 9, post_id: 2, from_id: 3, date, text });
  const { posts } = await loadFiles(t, {
    "vkontakte/a.json": [comment("Жумуш барбы?", 1588300000)], "vkontakte/b.json": [comment("Бар", 1588400000)],
  });
  assert.deepEqual(posts.map(({ id, parent }) => [id, parent]), [["a/9", "a/2"], ["b/9", "b/2"]]);
});
