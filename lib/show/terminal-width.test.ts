import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { terminalWidth, wrapColumns } from "./terminal-width";

test("terminalWidth counts columns as a terminal draws them", () => {
  // Widths from Unicode's EastAsianWidth.txt (W and F take two) and UTS 51.
  assert.equal(terminalWidth("Кыргызстан"), 10);
  assert.equal(terminalWidth("и\u0306"), 1);
  assert.equal(terminalWidth("대한민국"), 8);
  assert.equal(terminalWidth("ＡＢ"), 4);
  assert.equal(terminalWidth("🙏"), 2);
  assert.equal(terminalWidth("👍🏽"), 2);
  assert.equal(terminalWidth("👩‍👩‍👧"), 2);
  assert.equal(terminalWidth("🇰🇬🇷🇺"), 4);
  assert.equal(terminalWidth(""), 0);
});

test("wrapColumns breaks between words, and inside a word only when it must", () => {
  assert.deepEqual(wrapColumns("Кыргызы в Москве", 10), ["Кыргызы в", "Москве"]);
  assert.deepEqual(wrapColumns("abcdefgh ij", 5), ["abcde", "fgh", "ij"]);
  assert.deepEqual(wrapColumns("", 5), [""]);
});

test("wrapColumns loses no sign and passes no limit", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 30 })),
      fc.integer({ min: 2, max: 20 }),
      (words, width) => {
        const text = words.join(" ");
        const lines = wrapColumns(text, width);
        assert.equal(lines.join("").replaceAll(" ", ""), text.replaceAll(" ", ""));
        for (const line of lines) assert.ok(terminalWidth(line) <= width);
      },
    ),
  );
});
