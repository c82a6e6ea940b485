import assert from "node:assert/strict";
import test from "node:test";

import type { Coding } from "../classify/coding";
import { EVERYDAY, hasAny, POLITICAL } from "./everyday-topics";

const coding = {
  codes: ["work", "documents", "housing", "politics", "border"],
  bits: Uint32Array.from([0b00001, 0b10000, 0b01100, 0]),
} as unknown as Coding;

test("hasAny asks for at least one of the codes", () => {
  assert.deepEqual([0, 1, 2, 3].map(hasAny(coding, EVERYDAY)), [true, false, true, false]);
  assert.deepEqual([0, 1, 2, 3].map(hasAny(coding, POLITICAL)), [false, true, true, false]);
});

test("hasAny refuses a code that nothing was coded with", () => {
  assert.throws(() => hasAny(coding, ["wrok"]), /one of work, documents, .* found "wrok"/);
});
