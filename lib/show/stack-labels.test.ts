import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { stackLabels } from "./stack-labels";

test("stackLabels sets labels side by side where there is room, and moves them in at the ends", () => {
  const spans = [
    { middle: 0, width: 40 },
    { middle: 100, width: 40 },
    { middle: 200, width: 60 },
  ];
  assert.deepEqual(stackLabels(spans, 200), [
    { level: 0, left: 0 },
    { level: 0, left: 80 },
    { level: 0, left: 140 },
  ]);
});

test("stackLabels covers no label with another", () => {
  const span = fc.record({
    middle: fc.integer({ min: 0, max: 500 }),
    width: fc.integer({ min: 1, max: 200 }),
  });
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
      const placed = stackLabels(spans, 500).map(({ level, left }, i) => ({
        level,
        left,
        right: left + (spans[i]?.width ?? 0),
      }));
      placed.forEach((a, i) =>
        placed.slice(i + 1).forEach((b) => {
          assert.ok(a.level !== b.level || a.right <= b.left || b.right <= a.left);
        }),
      );
    }),
  );
});
