import assert from "node:assert/strict";
import test from "node:test";

import { describeProblem } from "./load-account";
import type { Post } from "./post";
import { PostSigns } from "./post-signs";
import { loadFiles } from "./temporary-corpus";

const post = (text: string, time: string, author: string | null = "a"): Post => ({
  id: "1", platform: "facebook", community: "", kind: "post", parent: null, author,
  createdAt: new Date(`2021-05-01T${time}Z`), text, likes: null, shares: null, comments: null, byAdmin: null,
  repost: false,
});

test("PostSigns tells posts apart by text and a time that no zone explains", () => {
  const signs = new PostSigns();
  signs.record(0, post("Жумуш бар", "12:00:00"));
  const apart = (other: Post, byAuthor = false): boolean => signs.tellsApart(0, other, byAuthor);
  assert.equal(apart(post("Үй керек", "12:20:07")), true);
  // An edited text, a time rounded to the minute, one read as Bishkek's (+06:00), the same words spaced otherwise.
  assert.equal(apart(post("Жумуш бар!", "12:00:00")), false);
  assert.equal(apart(post("Жумуш бар!", "11:59:30")), false);
  assert.equal(apart(post("Жумуш бар!", "06:00:00")), false);
  assert.equal(apart(post(" Жумуш\nбар ", "12:20:07")), false);
  assert.equal(apart(post("", "12:20:07")), false);
  assert.equal(apart(post("Үй керек", "12:00:00", "b")), false);
  assert.equal(apart(post("Үй керек", "12:00:00", "b"), true), true);
  assert.equal(apart(post("Үй керек", "12:00:00", null), true), false);
});

test("PostSigns keeps the signs of many posts", () => {
  const signs = new PostSigns();
  for (let i = 0; i < 5000; i += 1) signs.record(i, post(`пост ${i}`, "12:00:00"));
  for (let i = 0; i < 5000; i += 97) {
    assert.equal(signs.tellsApart(i, post(`пост ${i}`, "12:20:07"), true), false);
    assert.equal(signs.tellsApart(i, post(`пост ${i + 1}`, "12:20:07"), true), true);
  }
});

test("one id of a platform with two texts and times is read as one post and named in the account", async (t) => {
  const comment = (text: string, date: string) => ({
    comments: [{ id: "1", author_id: "1", date: `2020-07-${date}`, text, like_count: 0 }],
  });
  const { posts, account } = await loadFiles(t, {
    "odnoklassniki/t1/c.json": comment("Салам", "10 02:00:00"), "odnoklassniki/t2/c.json": comment("Бар", "11 02:20:30"),
  });
  assert.equal(posts.length, 1);
  assert.deepEqual(account.problems.map(describeProblem), [
    "odnoklassniki/t2/c.json:1: comments[0]: id: needed one comment with the id 1, found a second one with another text " +
      "and time or author; the two were read as one post; see which file has it wrong",
  ]);
});
