import assert from "node:assert/strict";
import test from "node:test";

import type { Cell, Output } from "../notebook-file";
import { codeCell, notebookOf, proseCell } from "../temporary-project";
import { slideNotebook } from "./slide-notebook";

const SHOWN: Output[] = [
  { output_type: "execute_result", execution_count: 1, data: { "text/plain": "37" }, metadata: {} },
];

function typesOf(...cells: Cell[]): unknown[] {
  return slideNotebook(notebookOf(cells)).cells.map(({ metadata }) => {
    return (metadata["slideshow"] as { slide_type: string }).slide_type;
  });
}

test("slideNotebook begins a slide at a heading and puts what its cell shows on it", () => {
  const cells = [proseCell("title", "# 1. How?"), proseCell("data", "## Data\n\nRows."), codeCell("load", "37", SHOWN)];
  assert.deepEqual(typesOf(...cells), ["slide", "slide", "-"]);
});

test("slideNotebook puts a further result on a slide below, after its sentence", () => {
  const cells = [proseCell("s", "## Size"), codeCell("a", "1", SHOWN), proseCell("p", "And now?"), codeCell("b", "2", SHOWN)];
  assert.deepEqual(typesOf(...cells), ["slide", "-", "subslide", "-"]);
});

test("slideNotebook makes a reading the speaker's notes", () => {
  const cells = [codeCell("a", "1", SHOWN), proseCell("reading", "It shows."), proseCell("next", "## Next")];
  assert.deepEqual(typesOf(...cells), ["-", "notes", "slide"]);
});

test("slideNotebook leaves out cells that show nothing, and the sentence before them", () => {
  const cells = [proseCell("p", "The reading list."), codeCell("imports", 'import { fold } from "./lib/text/fold";')];
  assert.deepEqual(typesOf(...cells), ["skip", "skip"]);
});

test("slideNotebook keeps what a cell says itself", () => {
  const own = { ...proseCell("p", "## Data"), metadata: { slideshow: { slide_type: "fragment" } } };
  assert.deepEqual(typesOf(own), ["fragment"]);
});
