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
