import assert from "node:assert/strict";
import test from "node:test";

import { html, scriptJson } from "./html";

test("html escapes values and leaves HTML as it is", () => {
  const inner = html`<b>${'<i a="1">&\''}</b>`;
  assert.equal(
    html`<p title="${'"'}">${inner}</p>`.text,
    '<p title="&quot;"><b>&lt;i a=&quot;1&quot;&gt;&amp;&#39;</b></p>',
  );
});

test("html joins lists and leaves out what is not there", () => {
  assert.equal(html`${["a", html`<br>`, 1]}${null}${undefined}${false}`.text, "a<br>1");
  assert.equal(html`${0}`.text, "0");
});

test("scriptJson holds nothing that ends or opens a script, and reads back the same", () => {
  const value = { text: "</script><!-- <script> \u2028" };
  const { text } = scriptJson(value);
  assert.doesNotMatch(text, /[<\u2028]/);
  assert.deepEqual(JSON.parse(text), value);
});
