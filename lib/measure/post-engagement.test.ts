import assert from "node:assert/strict";
import test from "node:test";

import type { Post } from "../load/post";
import { corpusCommunities } from "./corpus-communities";
import { postEngagement } from "./post-engagement";
import { postOfTest } from "./post-of-test";

const engage = (posts: readonly Post[]) =>
  postEngagement(posts, corpusCommunities({ posts, communities: [] }));
const comment = (number: number, parent: string, change: Partial<Post> = {}): Post =>
  postOfTest(number, { kind: "comment", parent, ...change });

test("postEngagement follows answers to answers and counts the others who spoke", () => {
  const posts = [
    postOfTest(0, { comments: 4 }),
    comment(1, "0"),
    comment(2, "1", { thread: "0" }),
    // The author of the post answers too, and is no other voice.
    comment(3, "2", { thread: "0", author: "a0" }),
    comment(4, "0", { author: "a1" }),
    postOfTest(5, { comments: 0 }),
  ];
  const [first, second] = engage(posts);
  assert.deepEqual([first?.comments, first?.depth, first?.voices], [4, 3, 2]);
  assert.deepEqual([second?.comments, second?.depth, second?.voices], [0, 0, 0]);
});

test("postEngagement leaves open what the export does not say, and never makes it 0", () => {
  const [post] = engage([postOfTest(0, { likes: 3 })]);
  assert.deepEqual(
    [post?.reactions, post?.shares, post?.comments, post?.depth, post?.voices],
    [3, null, null, null, null],
  );
});

test("postEngagement counts collected comments only where the platform does not", () => {
  const posts = [postOfTest(0), comment(1, "0"), postOfTest(2), postOfTest(3, { comments: 9 })];
  assert.deepEqual(
    engage(posts).map(({ comments }) => comments),
    [1, 0, 9],
  );
});

test("postEngagement puts an answer to a comment that was not collected at the second step at least", () => {
  const posts = [postOfTest(0), comment(1, "gone", { thread: "0" })];
  assert.equal(engage(posts)[0]?.depth, 2);
});

test("postEngagement ends where comments answer each other in a ring", () => {
  const posts = [postOfTest(0), comment(1, "2", { thread: "0" }), comment(2, "1", { thread: "0" })];
  assert.equal(typeof engage(posts)[0]?.depth, "number");
});

test("postEngagement takes all reactions before likes", () => {
  assert.equal(engage([postOfTest(0, { likes: 3, reactions: 5 })])[0]?.reactions, 5);
});
