import assert from "node:assert/strict";
import test from "node:test";

import { indexPosts } from "../corpus/token-index";
import { themeLookup } from "./find-themes";
import { shareByMonth } from "./share-by-month";

const POSTS = [
  { text: "Вакцина бар", createdAt: new Date("2020-12-31T23:59:59Z") },
  { text: "Работа бар", createdAt: new Date("2020-12-01T00:00:00Z") },
  { text: "прививка, вакцинация", createdAt: new Date("2021-02-01T00:00:00Z") },
  { text: "", createdAt: new Date("2021-03-15T00:00:00Z") },
];

test("shareByMonth counts texts, not words, in months of UTC, and lists months without a text", () => {
  const months = shareByMonth(POSTS, themeLookup(indexPosts(POSTS)), ["вакцин*", "привив*"]);
  assert.deepEqual(
    months.map(({ month, documents, hits, percentage }) => [month, documents, hits, percentage]),
    [
      ["2020-12", 2, 1, 50],
      ["2021-01", 0, 0, null],
      ["2021-02", 1, 1, 100],
      ["2021-03", 0, 0, null],
    ],
  );
});

test("shareByMonth gives nothing for no posts", () => {
  assert.deepEqual(shareByMonth([], themeLookup(indexPosts([])), ["а"]), []);
});

test("shareByMonth needs a post for each document", () => {
  assert.throws(
    () => shareByMonth([], themeLookup(indexPosts(POSTS)), ["а"]),
    /needs a post for each of 4 documents, found 0/,
  );
});
