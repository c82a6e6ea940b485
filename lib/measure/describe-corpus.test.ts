import assert from "node:assert/strict";
import test from "node:test";

import type { Post } from "../load/post";
import { describeCorpus } from "./describe-corpus";

function post(id: string, text: string, more: Partial<Post> = {}): Post {
  return {
    id,
    platform: "vkontakte",
    community: "Биз",
    kind: "post",
    parent: null,
    author: null,
    createdAt: new Date(Date.UTC(2021, 0, Number(id))),
    text,
    likes: null,
    shares: null,
    comments: null,
    byAdmin: null,
    repost: false,
    ...more,
  };
}

test("describeCorpus sums up each platform", () => {
  const posts = [
    post("1", "работа есть"),
    post("2", "", { author: "x" }),
    post("3", "жумуш барбы", { kind: "comment", author: "x" }),
  ];
  assert.deepEqual(describeCorpus({ posts, languages: ["ru", "und", "ky"] }), [
    {
      platform: "vkontakte",
      communities: 1,
      posts: 2,
      comments: 1,
      empty: 1,
      authors: 1,
      from: "2021-01-01",
      to: "2021-01-03",
      russian: 0.5,
      kyrgyz: 0.5,
      english: 0,
      rest: 0,
    },
  ]);
});

test("describeCorpus does not know what no export says", () => {
  const [row] = describeCorpus({ posts: [post("1", "")], languages: ["und"] });
  assert.deepEqual([row?.authors, row?.russian, row?.rest], [null, null, null]);
  assert.deepEqual(describeCorpus({ posts: [], languages: [] }), []);
});
