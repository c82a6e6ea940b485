import assert from "node:assert/strict";
import test from "node:test";

import { labelledPosts } from "./labelled-posts";

test("labelledPosts gives posts with known codes, the same for the same seed", () => {
  const { posts, index, topics, types } = labelledPosts({ seed: 5, scale: 0.01 });
  assert.ok(posts.length > 100);
  assert.deepEqual(
    [index.documentCount, topics.length, types.length],
    [posts.length, posts.length, posts.length],
  );
  assert.ok(topics.flat().includes("housing"));
  assert.deepEqual(labelledPosts({ seed: 5, scale: 0.01 }).posts, posts);
  assert.notDeepEqual(labelledPosts({ seed: 6, scale: 0.01 }).posts[0], posts[0]);
});

test("labelledPosts hides contacts as loading does", () => {
  const { posts } = labelledPosts({ seed: 5, scale: 0.01 });
  assert.ok(posts.some(({ text }) => text.includes("‹phone›")));
  assert.ok(posts.every(({ text }) => !/\+996 ?\d{3}/.test(text)));
});
