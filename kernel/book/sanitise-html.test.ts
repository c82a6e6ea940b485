import assert from "node:assert/strict";
import test from "node:test";

import { findNotebooks } from "../find-notebooks";
import { joinText } from "../join-text";
import { readNotebook } from "../notebook-file";
import { ownHtml } from "./own-html";
import { purify, sanitiseHtml } from "./sanitise-html";

/** All HTML that the committed notebooks show. */
const shown = findNotebooks(".").flatMap((name) =>
  readNotebook(`notebooks/${name}.ipynb`).cells.flatMap((cell) =>
    cell.cell_type !== "code"
      ? []
      : cell.outputs.flatMap((output) =>
          "data" in output && output.data["text/html"] !== undefined
            ? [joinText(output.data["text/html"])]
            : [],
        ),
  ),
);

/** HTML as a browser reads it, however it is written. */
function normal(source: string): string {
  return source
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replace(/\u00a0/g, "&nbsp;");
}

test("ownHtml recognises what the notebooks show, and makes of it what DOMPurify makes of it", () => {
  assert.notEqual(shown.length, 0);
  for (const source of shown)
    assert.equal(normal(ownHtml(source) ?? "not recognised"), normal(purify(source)));
});

test("sanitiseHtml keeps a table's build and words, and drops its styles", () => {
  const table =
    '<table style="x:y"><caption align="top">T</caption><thead><tr><th scope="col" align="right">n</th></tr></thead>' +
    '<tbody><tr><td align="right" colspan="2">1 &lt; 2</td></tr></tbody></table>';
  const clean =
    '<table><caption>T</caption><thead><tr><th scope="col" class="right">n</th></tr></thead>' +
    '<tbody><tr><td colspan="2" class="right">1 &lt; 2</td></tr></tbody></table>';
  assert.equal(purify(table), clean);
  assert.equal(
    sanitiseHtml(table).text,
    clean.replace('<td colspan="2" class="right">', '<td class="right" colspan="2">'),
  );
});

test("sanitiseHtml makes an empty row heading a plain cell, since it heads nothing", () => {
  assert.equal(
    sanitiseHtml('<table><tbody><tr><th scope="row" align="right"></th><td>a</td></tr></tbody></table>').text,
    '<table><tbody><tr><td class="right"></td><td>a</td></tr></tbody></table>',
  );
});

test("sanitiseHtml marks a cell with a long text", () => {
  const [long, short] = ["a post of a length that is usual on such platforms", "a word"];
  assert.equal(
    sanitiseHtml(`<table><tbody><tr><td>${long}</td><td>${short}</td></tr></tbody></table>`).text,
    `<table><tbody><tr><td class="long">${long}</td><td>${short}</td></tr></tbody></table>`,
  );
});

test("sanitiseHtml leaves the words of a progress bar", () => {
  const bar = '<div><progress max="60" value="60" aria-label="x"></progress> 60 of 60</div>';
  assert.equal(ownHtml(bar), "<div> 60 of 60</div>");
  assert.equal(purify(bar), "<div> 60 of 60</div>");
});

test("sanitiseHtml keeps a date in one piece", () => {
  assert.equal(
    sanitiseHtml("<p><b>2020-07-18</b></p><table><tbody><tr><td>2020-07-18</td></tr></tbody></table>").text,
    '<p><b>2020-07-18</b></p><table><tbody><tr><td><span class="whole">2020-07-18</span></td></tr></tbody></table>',
  );
});

const HOSTILE: readonly [what: string, source: string, left: string][] = [
  ["scripts", "<p>a</p><script>alert(1)</script>", "<p>a</p>"],
  ["events", '<p onclick="alert(1)">a</p>', "<p>a</p>"],
  ["images", "<img src=x onerror=alert(1)>a", "a"],
  ["frames", '<iframe src="javascript:alert(1)"></iframe>a', "a"],
  ["addresses that run", '<a href="javascript:alert(1)">a</a>', "<a>a</a>"],
  ["addresses that run, disguised", '<a href="&#x6A;ava\tscript:alert(1)">a</a>', "<a>a</a>"],
  ["forms", "<form action=//x><input name=q><button>a</button></form>", "a"],
  ["styles", "<style>*{display:none}</style><p style='position:fixed'>a</p>", "<p>a</p>"],
  [
    "names that pass for parts of the page",
    '<p id="book:search" class="claim" data-act="theme" name="x">a</p>',
    "<p>a</p>",
  ],
  ["roles", '<p role="alert" aria-live="assertive">a</p>', "<p>a</p>"],
  ["drawings", "<svg><script>alert(1)</script></svg><math><mi>x</mi></math>", ""],
  [
    "what changes when it is read again",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "",
  ],
  [
    "the page's own head",
    '<base href="//x"><meta http-equiv="refresh" content="0;url=//x"><link rel="stylesheet" href="//x">a',
    "a",
  ],
  ["what would close the page's own elements", "</div></main></body><p>a", "<p>a</p>"],
];
for (const [what, source, left] of HOSTILE) {
  test(`sanitiseHtml takes out ${what}`, () => {
    assert.equal(ownHtml(source), null);
    assert.equal(sanitiseHtml(source).text, left);
  });
}

test("sanitiseHtml keeps a link to the web, which tells nothing of where it was clicked", () => {
  assert.equal(
    sanitiseHtml('<a href="https://example.org">a</a>').text,
    '<a href="https://example.org" rel="noopener noreferrer">a</a>',
  );
});

test("ownHtml takes nothing for its own that is not closed in order", () => {
  for (const source of [
    "<p>",
    "</p>",
    "<p><b></p></b>",
    "<p>a<b",
    "a > b",
    '<p align="x">a</p>',
    "<P>a</P>",
  ]) {
    assert.equal(ownHtml(source), null, source);
  }
});
