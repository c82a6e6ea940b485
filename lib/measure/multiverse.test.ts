import assert from "node:assert/strict";
import test from "node:test";

import { multiverse } from "./multiverse";

const CHOICES = { unit: ["posts", "comments"], window: ["14 days", "28 days", "56 days"] } as const;

test("every combination is computed once, the last choice varying fastest", () => {
  const { specifications } = multiverse(CHOICES, () => ({ value: 0, holds: true }));
  assert.deepEqual(
    specifications.map(({ path }) => `${path["unit"]} ${path["window"]}`),
    ["posts 14 days", "posts 28 days", "posts 56 days", "comments 14 days", "comments 28 days", "comments 56 days"],
  );
});

test("the share is of what could be computed, and the decisive choice is the one that divides most", () => {
  // Posts hold under all three windows, comments under none, and one of the comments had too little data.
  const found = multiverse(CHOICES, ({ unit, window }) =>
    unit === "posts" ? { value: 2, holds: true } : window === "14 days" ? { value: null, holds: null } : { value: 1, holds: false },
  );
  assert.equal(found.computed, 5);
  assert.equal(found.held, 3);
  assert.equal(found.share, 3 / 5);
  assert.equal(found.median, 2);
  assert.equal(found.standing, "hangs on a choice");
  assert.deepEqual(found.decisive, { choice: "unit", difference: 1 });
  const [posts, comments, two] = found.options;
  assert.deepEqual(posts, { choice: "unit", option: "posts", computed: 3, held: 3, share: 1, median: 2 });
  assert.equal(comments?.share, 0);
  assert.equal(two?.share, 1); // 14 days: posts alone could be computed
});

test("a claim stands from nine in ten, falls at one in ten, and nothing computed is neither", () => {
  const ten = { draw: Array.from({ length: 10 }, (_, i) => String(i)) };
  const standing = (held: number) => multiverse(ten, ({ draw }) => ({ value: 0, holds: Number(draw) < held })).standing;
  assert.equal(standing(9), "stands");
  assert.equal(standing(8), "hangs on a choice");
  assert.equal(standing(1), "falls");
  const none = multiverse(ten, () => ({ value: null, holds: null }));
  assert.equal(none.standing, "too little data");
  assert.equal(none.decisive, null);
});

test("a decision without an option is refused by name", () => {
  assert.throws(() => multiverse({ unit: [] }, () => ({ value: 0, holds: true })), /"unit" must have at least one option/);
});
