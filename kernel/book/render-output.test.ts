import assert from "node:assert/strict";
import test from "node:test";

import type { Output } from "../notebook-file";
import { renderOutput } from "./render-output";

const place = {
  file: "01-x-cell",
  claimHref: (id: string) => `claims.html#${id}`,
  resolve: (href: string) => (href.startsWith("02-") ? href.replace(".ipynb", ".html") : null),
};
const render = (output: Output) => renderOutput(output, place).text;
const shown = (data: Record<string, unknown>): Output => ({
  output_type: "display_data",
  data,
  metadata: {},
});
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>';
const csvIn = (html: string) => {
  const [, encoded = ""] =
    /href="data:text\/csv;charset=utf-8;base64,([^"]*)"/.exec(html) ?? assert.fail(html);
  return Buffer.from(encoded, "base64").toString("utf8");
};

test("renderOutput shows what a cell printed without a terminal's colours", () => {
  const output: Output = {
    output_type: "stream",
    name: "stdout",
    text: ["\u001b[31ma\u001b[0m <b>\n", "c\n"],
  };
  assert.equal(render(output), '<pre class="printed">a &lt;b&gt;\nc</pre>');
});

test("renderOutput shows a plain value as text", () => {
  assert.equal(render(shown({ "text/plain": "'<i>'" })), '<pre class="value">&#39;&lt;i&gt;&#39;</pre>');
  assert.equal(render(shown({})), "");
});

test("renderOutput shows a figure as an image with its words, and keeps the data for the page's script", () => {
  const plot = { data: [{ x: ["</script>"] }], layout: { width: 900 }, config: { editable: true } };
  const html = render(
    shown({ "image/svg+xml": SVG, "text/plain": 'A "b".', "application/vnd.plotly.v1+json": plot }),
  );
  assert.match(
    html,
    /<img src="data:image\/svg\+xml;base64,[^"]+" width="40" height="20" alt="A &quot;b&quot;\." \/>/,
  );
  const [, json = ""] = /<script type="application\/json">([^]*?)<\/script>/.exec(html) ?? [];
  // The size is the picture's, so that the page does not move when one gives way to the other.
  assert.deepEqual(JSON.parse(json), { data: plot.data, layout: { width: 40, height: 20 } });
});

test("renderOutput offers no exploring of a picture without data", () => {
  assert.doesNotMatch(render(shown({ "image/svg+xml": SVG, "text/plain": "x" })), /explore|<script/);
});

test("renderOutput gives the words of a cloud, and the table behind a figure, as CSV", () => {
  const words = {
    words: [
      { word: "иш", weight: 3, group: "Work" },
      { word: "=1", weight: 1, group: "other" },
    ],
  };
  const cloud = shown({
    "image/svg+xml": SVG,
    "text/plain": "x",
    "application/vnd.clicks-to-streets.words+json": words,
  });
  assert.equal(csvIn(render(cloud)), "\ufeffword,weight,group\r\nиш,3,Work\r\n'=1,1,other\r\n");
  const table = { columns: [{ name: "n" }], rows: [[1]] };
  const figure = shown({
    "image/svg+xml": SVG,
    "text/plain": "x",
    "application/vnd.clicks-to-streets.table+json": table,
  });
  assert.equal(csvIn(render(figure)), "\ufeffn\r\n1\r\n");
});

test("renderOutput shows a PNG only if it is one in base64", () => {
  assert.match(
    render(shown({ "image/png": "iVBORw0KGgo=\n", "text/plain": "x" })),
    /<img src="data:image\/png;base64,iVBORw0KGgo=" alt="x">/,
  );
  assert.equal(
    render(shown({ "image/png": 'x" onerror="y', "text/plain": "x" })),
    '<pre class="value">x</pre>',
  );
});

test("renderOutput leads a table's links to pages of the book, and keeps the words of those it does not have", () => {
  const cells =
    '<td><a href="02-y.ipynb#f1-card">F1</a></td><td><a href="09-z.ipynb">Z</a></td><td><a href="../x">x</a></td>';
  const output = render(shown({ "text/html": `<table><tbody><tr>${cells}</tr></tbody></table>` }));
  assert.match(output, /<td><a href="02-y\.html#f1-card">F1<\/a><\/td><td>Z<\/td><td><a>x<\/a><\/td>/);
});

test("renderOutput frames a claim's card by its verdict and leads to the claims page", () => {
  const claim = { id: "S3", evidence: "table", verdict: "contradicted" };
  const html = render(
    shown({ "text/html": "<p>S3</p>", "application/vnd.clicks-to-streets.claim+json": claim }),
  );
  assert.equal(
    html,
    '<div class="claim fails"><p>S3</p><p class="tools"><a href="claims.html#S3">All claims</a></p></div>',
  );
});
