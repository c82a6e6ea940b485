import assert from "node:assert/strict";
import test from "node:test";

import { from, op } from "arquero";

import type { Coding } from "../classify/coding";
import { corpusCommunities } from "./corpus-communities";
import { postEngagement } from "./post-engagement";
import { postOfTest } from "./post-of-test";
import { postRows, postTable } from "./post-rows";
import { routinePosts } from "./routine-posts";

const coding = (codes: readonly string[], of: readonly (readonly string[])[]) =>
  ({
    codes,
    names: codes.map((code) => code.toUpperCase()),
    bits: Uint32Array.from(of, (own) => own.reduce((bits, code) => bits | (1 << codes.indexOf(code)), 0)),
    of: (post: number) => of[post],
  }) as unknown as Coding;
const TOPICS = ["work", "housing", "documents", "politics", "border", "identity", "health"];

test("postRows keeps unknown counts apart, and arquero leaves them out of its means", () => {
  const posts = [postOfTest(0, { comments: 3 }), postOfTest(1, { comments: 0 }), postOfTest(2)];
  const communities = corpusCommunities({ posts, communities: [] });
  const topics = coding(TOPICS, [["work", "health"], [], ["work"]]);
  const rows = postRows(
    posts,
    communities,
    postEngagement(posts, communities),
    topics,
    coding(["ad"], [["ad"], [], []]),
  );
  assert.deepEqual(
    rows.map(({ topics: names, type }) => [names, type]),
    [
      [["WORK", "HEALTH"], "AD"],
      [[], "none"],
      [["WORK"], "none"],
    ],
  );
  assert.deepEqual(
    rows.map(({ everyday, political }) => [everyday, political]),
    [
      [1, 0],
      [0, 0],
      [1, 0],
    ],
  );
  assert.deepEqual([rows[2]?.region, rows[2]?.kind, rows[2]?.answered], ["not stated", "not stated", null]);
  const sums = from(rows).rollup({
    mean: op.mean("comments"),
    counted: op.valid("comments"),
    answered: op.mean("answered"),
  });
  assert.deepEqual(sums.objects(), [{ mean: 1.5, counted: 2, answered: 0.5 }]);
  const none = postTable(
    [],
    corpusCommunities({ posts: [], communities: [] }),
    [],
    topics,
    coding(["ad"], []),
  );
  assert.equal(
    none
      .unroll("topics")
      .groupby("topics")
      .rollup({ mean: op.mean("comments") })
      .numRows(),
    0,
  );
});

test("routinePosts takes posts and comments with a text on routine days", () => {
  const posts = [
    postOfTest(0),
    postOfTest(1, { text: "" }),
    postOfTest(2, { kind: "comment", parent: "0" }),
    postOfTest(3),
    postOfTest(4),
  ];
  const communities = corpusCommunities({ posts, communities: [] });
  const routine = routinePosts(
    posts,
    ["quiet", "quiet", "quiet", "crisis", null],
    postEngagement(posts, communities),
  );
  assert.deepEqual([routine.posts, routine.comments, routine.outside, routine.withoutText], [[0], [2], 1, 1]);
  assert.deepEqual(
    routine.engagement.map(({ post }) => post),
    [0],
  );
});
