import assert from "node:assert/strict";
import test from "node:test";

import { indexPosts } from "../corpus/token-index";
import type { Post } from "../load/post";
import { concordance } from "../measure/concordance";
import { concordanceTable } from "./concordance-table";

const post = {
  id: "1",
  platform: "vkontakte",
  community: "Биз",
  kind: "post",
  parent: null,
  author: null,
  createdAt: new Date("2021-05-01T00:00:00Z"),
  text: "Меня зовут Айбек, ищу работу в Москве!",
  likes: null,
  shares: null,
  comments: null,
  byAdmin: null,
  repost: false,
} satisfies Post;
const found = concordance(indexPosts([post]), "работ*");

test("concordanceTable quotes the teaching corpus, case and signs kept", () => {
  const text = String(
    concordanceTable({ kind: "teaching", title: "teaching corpus", posts: [post] }, "Work", found),
  );
  assert.match(text, /Меня зовут Айбек, ищу\s+работу\s+в Москве/);
  assert.match(text, /1 hits in 1 posts and comments.*teaching corpus/s);
  assert.match(text, /работ\*: работу 1/);
});

test("concordanceTable shows nothing around a hit of a reader's corpus until it is asked to", () => {
  const reader = { kind: "reader", title: "own", posts: [post] } as const;
  const table = concordanceTable(reader, "Work", found);
  assert.doesNotMatch(String(table) + table.toCSV(), /Айбек|Москве/);
  assert.match(String(table), /pass quote: true/);
  assert.match(String(concordanceTable(reader, "Work", found, { quote: true })), /Айбек/);
});

test("concordanceTable shows the two words of NEAR and not what stands between them", () => {
  const between = concordance(indexPosts([post]), "зовут NEAR~4 работу");
  const text = String(concordanceTable({ kind: "reader", title: "own", posts: [post] }, "Near", between));
  assert.match(text, /зовут … работу/);
  assert.doesNotMatch(text, /айбек/i);
});
