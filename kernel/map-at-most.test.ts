import assert from "node:assert/strict";
import test from "node:test";

import { mapAtMost, mapLastFirst } from "./map-at-most";

/** Doubles numbers, and writes down in which order they were begun. */
function doubling(): { readonly begun: number[]; readonly work: (n: number) => Promise<number> } {
  const begun: number[] = [];
  return {
    begun,
    work: async (n) => {
      begun.push(n);
      await new Promise((resolve) => setImmediate(resolve));
      return 2 * n;
    },
  };
}

test("mapAtMost begins items in their order and gives results in it", async () => {
  const { begun, work } = doubling();
  assert.deepEqual(await mapAtMost(2, [1, 2, 3], work), [2, 4, 6]);
  assert.deepEqual(begun, [1, 2, 3]);
});

test("mapLastFirst begins with the last item and gives results in the order of the items", async () => {
  const { begun, work } = doubling();
  assert.deepEqual(await mapLastFirst(2, [1, 2, 3], work), [2, 4, 6]);
  assert.deepEqual(begun, [3, 1, 2]);
  assert.deepEqual(await mapLastFirst(2, [4], work), [8]);
  assert.deepEqual(await mapLastFirst(2, [], work), []);
});
