import assert from "node:assert/strict";
import test from "node:test";

import { openStudy } from "../corpus/study";
import { indexPosts } from "../corpus/token-index";
import type { Post } from "../load/post";
import { copyRates } from "./copy-rates";

function post(day: string, text: string, change: Partial<Post> = {}): Post {
  return { platform: "vkontakte", kind: "comment", createdAt: new Date(`${day}T12:00:00Z`), text, repost: false, ...change } as Post;
}

test("a text with the same words is a copy, whatever its numbers and signs; the first is none", () => {
  const posts = [
    post("2020-06-01", "Звоните нам по номеру 555 прямо сейчас!"),
    post("2020-06-02", "звоните нам по номеру 777 прямо сейчас 🙂"),
    post("2020-06-02", "спасибо"),
    post("2020-06-03", "спасибо"),
    post("2020-10-06", "звоните нам по номеру прямо сейчас"),
  ];
  const rows = copyRates({ posts, index: indexPosts(posts) }, openStudy());
  const quiet = rows.find(({ period, kind }) => period === "quiet days" && kind === "comment");
  // "спасибо" has one word and is not looked at.
  assert.deepEqual([quiet?.texts, quiet?.copies, quiet?.share, quiet?.most], [2, 1, 0.5, 1]);
  const october = rows.find(({ period, kind }) => period === "October revolution" && kind === "comment");
  assert.deepEqual([october?.texts, october?.copies], [1, 1]);
});

test("a repost is a copy, and the same words on another platform are none", () => {
  const text = "одно и то же объявление для всех";
  const posts = [
    post("2020-06-01", text, { kind: "post" }),
    post("2020-06-02", text, { kind: "post", platform: "facebook" }),
    post("2020-06-03", "совсем другой текст который кто-то переслал", { kind: "post", repost: true }),
  ];
  const rows = copyRates({ posts, index: indexPosts(posts) }, openStudy());
  const quiet = rows.find(({ period, kind }) => period === "quiet days" && kind === "post");
  assert.deepEqual([quiet?.texts, quiet?.copies], [3, 1]);
});

test("a period without texts has no share", () => {
  const rows = copyRates({ posts: [], index: indexPosts([]) }, openStudy());
  assert.equal(rows.length, 8);
  assert.ok(rows.every(({ share, texts }) => share === null && texts === 0));
});
