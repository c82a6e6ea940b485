import assert from "node:assert/strict";
import test from "node:test";

import type { Language } from "../text/identify-language";
import type { Post } from "../load/post";
import { codePosts, drawCodingExercise } from "./coding-exercise";

const TEACHING = { kind: "teaching", posts: [], languages: [] } as const;

function own(n: number) {
  const posts = Array.from({ length: n }, (_, i): Post => ({
    id: String(i),
    platform: "facebook",
    community: "c",
    kind: i % 7 === 6 ? "comment" : "post",
    parent: null,
    author: null,
    createdAt: new Date(0),
    text: `Ищу комнату номер ${i}, звоните +996 555 12-34-56, желательно рядом с метро и недорого`,
    likes: null,
    shares: null,
    comments: null,
    byAdmin: null,
    repost: false,
  }));
  return {
    kind: "reader",
    posts,
    languages: posts.map((_, i): Language => (i % 2 === 0 ? "ru" : "ky")),
  } as const;
}

test("drawCodingExercise gives the shipped posts of the teaching corpus with two coders", () => {
  const { posts, coders, texts, codes, about } = drawCodingExercise(TEACHING);
  assert.equal(posts.length, 10);
  assert.deepEqual(
    posts.map(({ number }) => number),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  );
  assert.deepEqual(
    coders.map(({ coder, codings }) => [coder, codings.size]),
    [
      ["narrow", 10],
      ["broad", 10],
    ],
  );
  assert.equal(texts.size, 10);
  assert.ok(codes.some(({ id }) => id === "housing"));
  assert.match(about, /two readings/);
});

test("drawCodingExercise shows no label and no contact", () => {
  for (const post of drawCodingExercise(own(80)).posts) {
    assert.deepEqual(Object.keys(post).sort(), ["key", "language", "number", "platform", "text"]);
    assert.doesNotMatch(post.text, /555/);
  }
});

test("drawCodingExercise draws posts of a reader's corpus by the seed, and says that nobody coded them", () => {
  const keys = (seed: number) => drawCodingExercise(own(80), { seed }).posts.map(({ key }) => key);
  assert.deepEqual(keys(1), keys(1));
  assert.notDeepEqual(keys(1), keys(2));
  const { coders, about, posts } = drawCodingExercise(own(80));
  assert.deepEqual(coders, []);
  assert.match(about, /nobody else has coded them/);
  assert.equal(posts.filter(({ language }) => language === "ru").length, 5);
  assert.ok(posts.every(({ key }) => !key.includes("comment")));
});

test("drawCodingExercise says how many posts there are", () => {
  assert.throws(() => drawCodingExercise(TEACHING, { posts: 11 }), /from 1 to 10, found 11/);
  assert.throws(() => drawCodingExercise(own(4)), /from 1 to 4, found 10/);
});

test("codePosts takes one cell a post, and names the post that does not fit", () => {
  const exercise = drawCodingExercise(TEACHING, { posts: 3 });
  const { coder, codings } = codePosts(exercise, ["work; housing", "", "none"]);
  assert.equal(coder, "you");
  assert.deepEqual([...codings.values()], [["work", "housing"], null, []]);
  assert.throws(() => codePosts(exercise, ["work"]), /each of 3 posts, found 1/);
  assert.throws(
    () => codePosts(exercise, ["work", "wrok", ""]),
    /post 2: codes must be among .*found "wrok"/,
  );
});
