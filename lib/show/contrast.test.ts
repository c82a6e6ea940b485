import assert from "node:assert/strict";
import test from "node:test";

import { contrast } from "./contrast";
import { COLOURS, INK, PAPER, SHADE, SOFT_INK } from "./plot-template";

test("contrast gives the values of the W3C's definition", () => {
  assert.equal(contrast("#ffffff", "#ffffff"), 1);
  // #767676 is the lightest grey that passes 4.5 on white: 4.54 in the W3C's own examples.
  assert.equal(contrast("#767676", "#ffffff").toFixed(2), "4.54");
  assert.throws(() => contrast("red", "#ffffff"), /colour must be #rrggbb, found "red"/);
});

test("figures' text has 4.5 to 1 and their marks 3 to 1 on their paper", () => {
  for (const ink of [INK, SOFT_INK]) {
    assert.ok(contrast(ink, PAPER) >= 4.5, ink);
    assert.ok(contrast(ink, SHADE) >= 4.5, ink);
  }
  for (const colour of COLOURS) assert.ok(contrast(colour, PAPER) >= 3, colour);
});
