import assert from "node:assert/strict";
import test from "node:test";

import { overPerformance, scoreOf } from "./over-performance";
import type { PostEngagement } from "./post-engagement";

const row = (post: number, counts: Partial<PostEngagement>): PostEngagement => ({
  post,
  community: 0,
  signature: "person",
  reactions: null,
  shares: null,
  comments: null,
  depth: null,
  voices: null,
  ...counts,
});

test("scoreOf follows CrowdTangle's help page", () => {
  // 100 where 50 were expected: 2.0x; 100 where 200 were: -2x; 0 against 200: -400x.
  const scores = [scoreOf(100, 50), scoreOf(100, 200), scoreOf(0, 200), scoreOf(50, 50)];
  assert.deepEqual(scores, [2, -2, -400, 1]);
});

test("no score lies between -1 and 1, also where a third of a reaction was expected and none came", () => {
  for (const actual of [0, 1, 2, 9])
    for (const expected of [0.02, 0.34, 0.5, 1, 3])
      assert.ok(Math.abs(scoreOf(actual, expected)) >= 1, `${actual} for ${expected}`);
  assert.equal(scoreOf(0, 0.34), -1);
});

test("overPerformance expects the mean of the middle half of the 100 posts before", () => {
  // A quarter drew 0, half drew 10, a quarter drew 1000: the middle half is 10.
  const before = Array.from({ length: 100 }, (_, i) =>
    row(i, { reactions: i < 25 ? 0 : i < 75 ? 10 : 1000 }),
  );
  const scored = overPerformance([...before, row(100, { reactions: 30 })]);
  assert.deepEqual(scored, [{ post: 100, community: 0, actual: 30, expected: 10, score: 3 }]);
});

test("overPerformance sums only what every post of the community states", () => {
  const before = Array.from({ length: 100 }, (_, i) =>
    row(i, { reactions: 4, comments: 1, shares: i === 5 ? null : 9 }),
  );
  const [scored] = overPerformance([...before, row(100, { reactions: 8, comments: 2, shares: 9 })]);
  assert.deepEqual([scored?.actual, scored?.expected], [10, 5]);
});

test(
  "overPerformance has no score for a community of 100 posts, or one whose posts usually draw " + "nothing",
  () => {
    const quiet = Array.from({ length: 101 }, (_, i) => row(i, { reactions: 0 }));
    assert.deepEqual(overPerformance(quiet.slice(0, 100)), []);
    assert.deepEqual(overPerformance(quiet), []);
  },
);
