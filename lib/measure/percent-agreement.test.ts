import assert from "node:assert/strict";
import test from "node:test";

import { percentAgreement } from "./percent-agreement";

test("percentAgreement counts pairs of coders over documents", () => {
  // Document 1: x x y, one pair of three agrees; document 2: x x and a missing code, one of one. 2 of 4.
  assert.equal(percentAgreement([["x", "x"], ["x", "x"], ["y", null]]), 50);
});

test("percentAgreement is null where nothing was coded twice", () => {
  assert.equal(
    percentAgreement([
      ["x", null],
      [null, "y"],
    ]),
    null,
  );
  assert.equal(percentAgreement([]), null);
});

test("percentAgreement does not change with the order of coders", () => {
  const coders = [["да", "нет", null], ["да", "да", "нет"], ["нет", "нет", "нет"]];
  assert.equal(percentAgreement(coders), percentAgreement([...coders].reverse()));
});
