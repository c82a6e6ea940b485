import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { escapeHtml, escapePlotly, escapeXml, revealUnseen } from "./escape";

test("escapeHtml leaves no tag, no quote and no formula of a hostile text standing", () => {
  assert.equal(
    escapeHtml(`<img src=x onerror='alert("1")'></script>`),
    "&lt;img src=x onerror=&#39;alert(&quot;1&quot;)&#39;&gt;&lt;/script&gt;",
  );
  assert.equal(escapeHtml("$x$"), "<span>$</span>x<span>$</span>");
  assert.equal(escapeHtml("\\(x\\)"), "<span>\\</span>(x<span>\\</span>)");
});

test("escapePlotly keeps plotly from reading tags, entities and formulas", () => {
  assert.equal(
    escapePlotly('<a href="javascript:x">&lt;$y$'),
    '&lt;a href="javascript:x"&gt;&amp;lt;&#36;y&#36;',
  );
});

test("revealUnseen shows marks that turn text around, and a terminal's escape character", () => {
  assert.equal(revealUnseen("abc\u202edef\u2066g"), "abc[U+202E]def[U+2066]g");
  assert.equal(revealUnseen("\u001b[31mred"), "[U+001B][31mred");
  assert.equal(revealUnseen("line\r\nline"), "line line");
  assert.equal(revealUnseen("half \ud83d of an emoji"), "half \ufffd of an emoji");
});

test("revealUnseen shows what has neither width nor ink, by the code of Unicode's chart", () => {
  const unseen: [text: string, code: string][] = [
    ["\u00ad", "00AD"], // soft hyphen
    ["\u180e", "180E"], // Mongolian vowel separator
    ["\u200b", "200B"], // zero width space
    ["\u2060", "2060"], // word joiner
    ["\u2800", "2800"], // Braille pattern blank
    ["\u3164", "3164"], // Hangul filler
    ["\uffa0", "FFA0"], // halfwidth Hangul filler
    ["\u{e0001}", "E0001"], // language tag
    ["\u{e0061}", "E0061"], // tag small letter a
  ];
  for (const [sign, code] of unseen) assert.equal(revealUnseen(`a${sign}b`), `a[U+${code}]b`);
});

test("revealUnseen keeps a flag that is spelt with tags, and shows tags elsewhere", () => {
  const england = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}";
  assert.equal(revealUnseen(`${england}\u{e0067}`), `${england}[U+E0067]`);
  assert.equal(revealUnseen("\u{1f3f4}\u{e0067}"), "\u{1f3f4}[U+E0067]");
});

test("revealUnseen keeps Kyrgyz, Russian and emoji as they are", () => {
  for (const text of ["Өзгөн, ңүө", "Ёлка", "👩‍👩‍👧 ❤️", "🇰🇬"]) assert.equal(revealUnseen(text), text);
});

test("no escaped text holds a sign that markup gives a meaning", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      assert.doesNotMatch(escapeXml(text), /[<>"'\u0000-\u001f\u202e]/);
      assert.doesNotMatch(escapePlotly(text), /[<>$]/);
      assert.doesNotMatch(
        escapeHtml(text).replaceAll("<span>$</span>", "").replaceAll("<span>\\</span>", ""),
        /[<>$\\]/,
      );
    }),
  );
});
