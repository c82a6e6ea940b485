import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

test("drawCodingExercise takes the sheets drawn from a reader's corpus, with their coders, and no others", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "exercise-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const corpus = own(20);
  const lines = (header: string, rows: string[]) => [header, ...rows, ""].join("\r\n");
  const drawn = [3, 0, 8].map((i) => corpus.posts[i]!);
  const key = drawn.map((post, i) => `row${i};facebook:${post.id};all;20;3;текст ${i}`);
  const sheet = (cells: string[]) =>
    lines(
      "row;text;codes;note",
      cells.map((cell, i) => `row${i};текст ${i};${cell};`),
    );
  writeFileSync(join(folder, "key.csv"), lines("row;post;stratum;of;drawn;text", key));
  writeFileSync(join(folder, "codes.csv"), lines("code;name;about", ["room;Room;", "pay;Pay;"]));
  writeFileSync(join(folder, "sheet-anna.csv"), sheet(["room", "pay", ""]));
  writeFileSync(join(folder, "sheet-bek.csv"), sheet(["", "", ""]));

  const { posts, coders, codes, about } = drawCodingExercise(corpus, { folder, posts: 2 });
  assert.deepEqual(
    posts.map(({ key: post, text }) => [post, text]),
    [
      ["facebook:3", "текст 0"],
      ["facebook:0", "текст 1"],
    ],
  );
  // Bek coded nothing yet.
  assert.deepEqual(coders, [
    {
      coder: "anna",
      codings: new Map([
        ["facebook:3", ["room"]],
        ["facebook:0", ["pay"]],
      ]),
    },
  ]);
  assert.deepEqual(
    codes.map(({ id }) => id),
    ["room", "pay"],
  );
  assert.match(about, /where 1 other has coded them/);

  const other = { ...own(40), posts: own(40).posts.map((post) => ({ ...post, id: `x${post.id}` })) };
  assert.deepEqual(drawCodingExercise(other, { folder }).coders, []);
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
