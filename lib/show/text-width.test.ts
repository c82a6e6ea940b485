import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { textWidth, wrapText } from "./text-width";

test("textWidth gives the widths of Arial", () => {
  // Adobe's metrics of Helvetica, which Arial copies: A 667, W 944, i 222, 0 556, space 278 thousandths of an
  // em.
  assert.equal(textWidth("AWi0 ", 1000), 667 + 944 + 222 + 556 + 278);
  assert.equal(textWidth("", 14), 0);
});

test("textWidth knows Russian and Kyrgyz letters, and counts a combining mark as nothing", () => {
  // Twins are drawn with one glyph: А and A, о and o. DejaVu Sans: Ө 787, ө 612 thousandths, as О and о.
  assert.equal(textWidth("Ао", 1000), textWidth("Ao", 1000));
  assert.equal(textWidth("Өө", 1000), 787 + 612);
  assert.equal(textWidth("и\u0301", 14), textWidth("и", 14));
  assert.equal(textWidth("韓", 14), 14);
});

test("wrapText loses no sign and passes no limit", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 40 })),
      fc.integer({ min: 20, max: 300 }),
      (words, width) => {
        const text = words.join(" ");
        const lines = wrapText(text, 14, width);
        assert.equal(lines.join("").replaceAll(" ", ""), text.replaceAll(" ", ""));
        for (const line of lines) assert.ok(textWidth(line, 14) <= width);
      },
    ),
  );
});
