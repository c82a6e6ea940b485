import assert from "node:assert/strict";
import test from "node:test";

import { sayList } from "./say-list";

test("sayList joins two names by and, more by commas before it, and says none of none", () => {
  assert.equal(sayList(["Kazakhstan", "Italy"]), "Kazakhstan and Italy");
  assert.equal(sayList(["A", "B", "C", "D"]), "A, B, C and D");
  assert.equal(sayList(["A"]), "A");
  assert.equal(sayList([]), "none");
  assert.equal(sayList([], "no place"), "no place");
});
