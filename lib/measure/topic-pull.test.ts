import assert from "node:assert/strict";
import test from "node:test";

import type { Coding } from "../classify/coding";
import { codeShares } from "./code-shares";
import type { PostEngagement } from "./post-engagement";
import { compare, testPull, topicPulls } from "./topic-pull";

const coding = {
  codes: ["work", "identity"],
  names: ["Work", "Identity"],
  has: (post: number, code: string) => (code === "identity" ? post % 2 === 0 : post === 1),
} as unknown as Coding;
const row = (post: number, comments: number | null, community = 0): PostEngagement => ({
  post,
  community,
  signature: "person",
  reactions: null,
  shares: 1,
  comments,
  depth: null,
  voices: null,
});

test("topicPulls compares each topic by each measure, and leaves open what no export counts", () => {
  // Posts 0 and 2 are on identity and draw 6 and 2; posts 1 and 3 draw 1 and 3.
  const pulls = topicPulls([row(0, 6), row(1, 1), row(2, 2), row(3, 3)], coding);
  const found = pulls.map(({ code, measure, ratio }) => [code, measure, ratio]);
  assert.deepEqual(found, [
    ["work", "reactions", null],
    ["work", "shares", 1],
    // 1 against the mean of 6, 2 and 3.
    ["work", "comments", 3 / 11],
    ["identity", "reactions", null],
    ["identity", "shares", 1],
    ["identity", "comments", 2],
  ]);
});

test("compare counts a post without a comment as unanswered, and one that is not counted as neither", () => {
  const compared = compare([row(0, 0), row(1, 2), row(2, null)], "unanswered", () => true);
  assert.deepEqual(
    compared.map(({ value }) => value),
    [1, 0, null],
  );
});

test("testPull finds no difference where all draw the same", () => {
  const tests = testPull([row(0, 1), row(1, 1), row(2, 1)], (post) => post === 0, { seed: 1, draws: 99 });
  assert.deepEqual(
    tests.map(({ measure, p }) => [measure, p]),
    [
      ["reactions", null],
      ["shares", 1],
      ["comments", 1],
    ],
  );
});

test("codeShares counts each code among the same posts", () => {
  const shares = codeShares(coding, [0, 1, 2], [0, 0, 0]);
  assert.deepEqual(
    shares.map(({ name, hits, of }) => [name, hits, of]),
    [
      ["Work", 1, 3],
      ["Identity", 2, 3],
    ],
  );
});
