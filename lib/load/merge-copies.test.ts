import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";

import { mergeCopies } from "./merge-copies";
import type { Post } from "./post";

const count = fc.option(fc.nat(3), { nil: null });
const id = fc.option(fc.constantFrom("a", "b"), { nil: null });
const copy: fc.Arbitrary<Post> = fc
  .record({
    id: fc.constant("1"), platform: fc.constant(
      "vkontakte" as const
    ), community: fc.constant(""), kind: fc.constant("comment" as const),
    parent: id, author: id, createdAt: fc.constantFrom(
      new Date(1), new Date(2),
    ), text: fc.constantFrom("", "a", "b", "ab"),
    likes: count, shares: count, comments: count, byAdmin: fc.constantFrom(true, false, null), repost: fc.boolean(),
    thread: fc.constantFrom("t", "u", undefined), reactions: fc.option(
      fc.nat(3), { nil: undefined },
    ), deleted: fc.constantFrom(true as const, undefined),
  })
  .map(({ thread, reactions, deleted, ...post }) => ({
    ...post, ...(thread === undefined ? {} : { thread }), ...(
      reactions === undefined ? {} : { reactions }
    ), ...(deleted ? { deleted } : {}),
  }));

test("mergeCopies does not depend on the order of copies, and a copy adds nothing to itself", () => {
  fc.assert(
    fc.property(copy, copy, copy, (a, b, c) => {
      assert.deepEqual(mergeCopies(a, b), mergeCopies(b, a));
      assert.deepEqual(mergeCopies(mergeCopies(a, b), c), mergeCopies(a, mergeCopies(b, c)));
      assert.deepEqual(mergeCopies(a, a), a);
    }),
  );
});

test("mergeCopies takes the larger count, the longer text and what is known", () => {
  const first: Post = {
    id: "1", platform: "vkontakte", community: "", kind: "comment", parent: "post", author: null, createdAt: new Date(5), text: "текст",
    likes: 3, shares: null, comments: 1, byAdmin: null, repost: false,
  };
  const later: Post = {
    ...first, parent: "other", thread: "post", author: "x", text: "", likes: 2, shares: 4, byAdmin: false,
    deleted: true,
  };
  assert.deepEqual(mergeCopies(first, later), {
    ...first, parent: "other", thread: "post", author: "x", likes: 3, shares: 4, byAdmin: false, deleted: true,
  });
});
