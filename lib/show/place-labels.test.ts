import assert from "node:assert/strict";
import test from "node:test";

import { placeLabels } from "./place-labels";

const frame = { width: 200, height: 100 };
const size = { line: 16, radius: 5 };

test("placeLabels writes right of a point, and left of one at the right end", () => {
  assert.deepEqual(
    placeLabels(
      [
        { x: 20, y: 50, width: 60 },
        { x: 190, y: 20, width: 60 },
      ],
      frame,
      size,
    ),
    ["middle right", "middle left"],
  );
});

test("placeLabels avoids other points, and leaves out what fits nowhere", () => {
  // Right of the first point stands the second; left of it the frame ends.
  assert.deepEqual(
    placeLabels(
      [
        { x: 40, y: 50, width: 60 },
        { x: 60, y: 50, width: 60 },
      ],
      frame,
      size,
    ),
    ["top center", "middle right"],
  );
  assert.deepEqual(placeLabels([{ x: 100, y: 50, width: 300 }], frame, size), [null]);
});
