import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after } from "node:test";

import type { Output } from "../notebook-file";
import { codeCell, makeProject, proseCell } from "../temporary-project";
import { ARCHIVE, buildBook } from "./build-book";
import { makeCommittedBook, makeTestBook, type TestBook } from "./temporary-book";

const made: { remove: () => void }[] = [];
after(() => made.forEach(({ remove }) => remove()));
function keep<Made extends { remove: () => void }>(one: Made): Made {
  made.push(one);
  return one;
}

const files = ({ root }: TestBook) => readdirSync(join(root, "build", "book")).sort();
const textOf = ({ root }: TestBook, file: string) => readFileSync(join(root, "build", "book", file), "utf8");
const printed = (text: string): Output => ({ output_type: "stream", name: "stdout", text });
const title = proseCell("title", "# 1. Fine?");

test("buildBook writes a page a notebook, the pages beside them, and what they share", () => {
  const book = keep(makeTestBook({ "01-fine": [title, codeCell("a", "1", [], 1)] }));
  assert.deepEqual(files(book), [
    ...[
      "01-fine.html",
      "book.css",
      "book.js",
      "cite.html",
      "claims.html",
      ARCHIVE,
      "data.html",
      "glossary.html",
    ],
    ...["index.html", "minisearch.js", "plotly.js", "search-entries.js"],
  ]);
});

test("buildBook leaves out what the project does not have, and removes what an earlier book left", () => {
  const book = keep(makeTestBook({ "01-fine": [title] }, { withData: false }));
  writeFileSync(join(book.root, "build", "book", "99-gone.html"), "of an earlier run");
  buildBook(book.root);
  assert.deepEqual(
    files(book).filter((name) => name.endsWith(".html")),
    ["01-fine.html", ARCHIVE, "index.html"],
  );
});

test("buildBook writes the same bytes each time, with nothing of this machine in them", () => {
  const [first, second] = [keep(makeCommittedBook()), keep(makeCommittedBook())];
  for (const file of files(first)) {
    const text = textOf(first, file);
    assert.equal(text, textOf(second, file), file);
    if (file === "plotly.js" || file === ARCHIVE) continue;
    assert.ok(!text.includes(first.root) && !text.includes(process.cwd()), `${file} holds a path`);
    assert.doesNotMatch(
      text,
      new RegExp(`v?${process.versions.node.replaceAll(".", "\\.")}`),
      `${file} holds a version`,
    );
  }
});

test("the book says where a notebook stopped, and shows the error", () => {
  const error: Output = {
    output_type: "error",
    ename: "TypeError",
    evalue: "no <b>",
    traceback: ["\u001b[31mCell In[1]\u001b[0m, line 1"],
  };
  const book = keep(
    makeTestBook({
      "01-stops": [title, codeCell("bad", "f()", [error], 1), codeCell("later", "2")],
      "02-not-run": [codeCell("only", "1")],
    }),
  );
  const page = textOf(book, "01-stops.html");
  assert.match(
    page,
    /did not run to its end\.<\/strong> It stopped at <a href="01-stops\.html#bad">cell bad<\/a>: TypeError: no &lt;b&gt;/,
  );
  assert.match(
    page,
    /<strong>This cell ended with an error\.<\/strong><\/p><pre>Cell In\[1\], line 1<\/pre>/,
  );
  assert.match(textOf(book, "02-not-run.html"), /cell only<\/a>: it was not run/);
  assert.match(textOf(book, "index.html"), /Did not run to its end/);
});

test("a cell that is meant to fail is no fault of its notebook", () => {
  const meant = codeCell(
    "meant",
    "f()",
    [{ output_type: "error", ename: "E", evalue: "x", traceback: [] }],
    1,
  );
  meant.metadata.tags = ["raises-exception"];
  const book = keep(makeTestBook({ "01-fine": [title, meant] }));
  assert.doesNotMatch(textOf(book, "01-fine.html"), /did not run to its end/);
});

test("the book leaves solutions and hidden tests out, as the students' notebooks do", () => {
  const answer = codeCell(
    "answer",
    "function f() {\n  // BEGIN SOLUTION\n  return 4242424242;\n  // END SOLUTION\n}",
    [],
    1,
  );
  answer.metadata["nbgrader"] = { solution: true };
  const grading = codeCell(
    "test",
    "equal(f(), 42);\n// BEGIN HIDDEN TESTS\nequal(f(7), 'zzsecret');\n// END HIDDEN TESTS",
    [],
    2,
  );
  grading.metadata["nbgrader"] = { grade: true, solution: false };
  const book = keep(makeTestBook({ "01-fine": [title, answer, grading] }));
  for (const file of ["01-fine.html", ARCHIVE, "search-entries.js"])
    assert.doesNotMatch(textOf(book, file), /return 4242424242|zzsecret/, file);
  assert.match(textOf(book, "01-fine.html"), /YOUR CODE HERE/);
});

test("the book says whose posts its verdicts are about", () => {
  const book = keep(makeTestBook({ "01-fine": [title] }));
  assert.match(textOf(book, "index.html"), /teaching corpus that a seeded generator writes/);
  writeFileSync(join(book.root, "build", "run.json"), JSON.stringify({ corpus: "/home/reader/exports" }));
  buildBook(book.root);
  assert.match(textOf(book, "index.html"), /read a reader.s own exports/);
  for (const file of files(book))
    if (file !== "plotly.js") assert.doesNotMatch(textOf(book, file), /home\/reader/, file);
});

test("a table of which only some rows are shown says so where it is saved", () => {
  const data = {
    "text/html": "<table><tbody><tr><td>1</td></tr></tbody></table>",
    "text/plain": "1",
    "application/vnd.clicks-to-streets.table+json": { columns: [{ name: "n" }], rows: [[1]], rowCount: 7 },
  };
  const table = codeCell(
    "t",
    "t",
    [{ output_type: "execute_result", execution_count: 1, data, metadata: {} }],
    1,
  );
  assert.match(
    textOf(keep(makeTestBook({ "01-fine": [title, table] })), "01-fine.html"),
    />CSV \(first 1 of 7 rows\)<\/a>/,
  );
});

test("buildBook says what to do when nothing was run yet, and which file is broken", () => {
  const project = keep(makeProject({ "01-fine": [codeCell("a", "1", [printed("1")])] }));
  assert.throws(
    () => buildBook(project.root),
    /needed an executed notebook, found none; run them with: npm start/,
  );
  const book = keep(makeTestBook({ "01-fine": [title] }));
  writeFileSync(join(book.root, "build", "notebooks", "02-broken.ipynb"), "{");
  assert.throws(() => buildBook(book.root), /02-broken\.ipynb: needed JSON/);
});
