import assert from "node:assert/strict";
import test from "node:test";

import { postOfTest } from "./post-of-test";
import { returningAuthors } from "./returning-authors";

test("returningAuthors counts another month, not another post", () => {
  const on = (month: number, author: string | null) =>
    postOfTest(0, { author, createdAt: new Date(Date.UTC(2021, month, 5)) });
  const posts = [on(0, "a"), on(0, "a"), on(0, "b"), on(3, "b"), on(1, null)];
  assert.deepEqual(returningAuthors(posts, [0, 1, 2, 3, 4]), {
    authors: 2,
    returning: 1,
    share: 0.5,
    unknown: 1,
  });
  assert.deepEqual(returningAuthors(posts, [4]), { authors: 0, returning: 0, share: null, unknown: 1 });
});
