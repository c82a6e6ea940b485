import assert from "node:assert/strict";
import test from "node:test";

import { lineOfTimes } from "./line-of-times";

test("lineOfTimes gives medians and their ratio", () => {
  // The medians are 30 and 120; 30 / 120 = 0.25.
  assert.equal(
    lineOfTimes("trivial cell", [50, 30, 10], [110, 120, 900]),
    "trivial cell                       this kernel    30   tslab   120   ratio 0.25",
  );
});

test("lineOfTimes makes no ratio of a cell that fails in tslab", () => {
  assert.equal(
    lineOfTimes("first import of the whole of lib", [900], [null]),
    "first import of the whole of lib   this kernel   900   tslab fails",
  );
});
