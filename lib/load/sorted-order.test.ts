import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { NumberColumn } from "./number-column";
import { sortedOrder } from "./sorted-order";

test("sortedOrder gives the order that a stable sort of a list gives", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 })), (list) => {
      const expected = list.map((_, i) => i).sort((a, b) => list[a]! - list[b]!);
      assert.deepEqual([...sortedOrder(Float64Array.from(list))], expected);
    }),
  );
});

test("a NumberColumn gives back what was put in, beyond its first size", () => {
  const column = new NumberColumn();
  for (let i = 0; i < 5000; i += 1) column.push(1.5 * i);
  assert.deepEqual([...column.values()], Array.from({ length: 5000 }, (_, i) => 1.5 * i));
});
