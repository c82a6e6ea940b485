import assert from "node:assert/strict";
import test from "node:test";

import { headingsOf, plainMarkdown, renderMarkdown } from "./render-markdown";

const render = (source: string, pages: Readonly<Record<string, string>> = {}) =>
  renderMarkdown(source, {
    resolve: (href) => pages[href] ?? null,
    headingId: (n, text) => (n === 0 ? null : text),
  }).text;

test("renderMarkdown shows HTML as text", () => {
  assert.equal(
    render("<script>alert(1)</script> <b>x</b>"),
    "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;x&lt;/b&gt;</p>\n",
  );
});

test("renderMarkdown leaves an address that would run as text", () => {
  for (const href of [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "&#106;avascript:x",
  ]) {
    assert.doesNotMatch(render(`[a](${href})`), /href/, href);
  }
});

test("renderMarkdown leads links to pages of the book, and keeps the words of those it does not have", () => {
  const pages = { "01-sampling.ipynb": "01-sampling.html" };
  assert.equal(render("[one](01-sampling.ipynb)", pages), '<p><a href="01-sampling.html">one</a></p>\n');
  assert.equal(
    render("[a *b*](../docs/x.md) [c](01-sampling.ipynb)", pages),
    '<p><span>a <em>b</em></span> <a href="01-sampling.html">c</a></p>\n',
  );
  assert.equal(
    render("[w](https://example.org)"),
    '<p><a href="https://example.org" rel="noopener noreferrer">w</a></p>\n',
  );
});

test("renderMarkdown shows a picture by its words and loads nothing", () => {
  assert.equal(render("![a map](https://example.org/x.png)"), "<p>a map</p>\n");
});

test("renderMarkdown gives ids to headings as told", () => {
  assert.equal(render("# One\n\n## Two"), '<h1>One</h1>\n<h2 id="Two">Two</h2>\n');
});

test("renderMarkdown heads the rows of a table that has no headings above", () => {
  const table = render("| | |\n|---|---|\n| Rows | 37 |");
  assert.match(table, /<table>\n<tbody>\n<tr>\n<th scope="row">Rows<\/th>\n<td>37<\/td>/);
  assert.match(render("| a | b |\n|---|---|\n| 1 | 2 |"), /<th scope="col">a<\/th>[^]*<td>1<\/td>/);
});

test("renderMarkdown colours code of a known language", () => {
  assert.match(
    render("```ts\nconst a = 1;\n```"),
    /<code class="language-ts"><span class="hljs-keyword">const<\/span>/,
  );
  assert.match(render("```unknown\n<a>\n```"), /&lt;a&gt;/);
});

test("headingsOf and plainMarkdown give words without markup", () => {
  assert.deepEqual(headingsOf("# A *b* `c`\n\ntext\n\n## D"), [
    { level: 1, text: "A b c" },
    { level: 2, text: "D" },
  ]);
  assert.equal(plainMarkdown("# A\n\n- [b](x) **c**\n- d"), "A b c d");
});
