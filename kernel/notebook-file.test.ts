import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";

import { type Notebook, readNotebook, writeNotebook } from "./notebook-file";

const folder = mkdtempSync(join(tmpdir(), "notebook-file-"));
const path = join(folder, "a.ipynb");
after(() => rmSync(folder, { recursive: true }));

const NOTEBOOK: Notebook = {
  cells: [
    { cell_type: "markdown", id: "title", metadata: {}, source: "# Айыл\n\nA village." },
    {
      cell_type: "code",
      id: "count",
      metadata: { tags: ["raises-exception"] },
      source: "const n = 1;\nn",
      execution_count: 1,
      outputs: [
        { output_type: "stream", name: "stdout", text: "one\ntwo\n" },
        {
          output_type: "execute_result",
          execution_count: 1,
          data: { "text/plain": "1", "a/b+json": { a: "x\ny" } },
          metadata: {},
        },
        {
          output_type: "display_data",
          data: { "image/png": "iVBO\nRw0K", "image/svg+xml": "<svg>\n</svg>" },
          metadata: {},
        },
        { output_type: "error", ename: "Error", evalue: "no", traceback: ["Error: no"] },
      ],
    },
    { cell_type: "code", id: "empty", metadata: {}, source: "", execution_count: null, outputs: [] },
  ],
  metadata: { kernelspec: { name: "clicks-to-streets", display_name: "TypeScript", language: "typescript" } },
  nbformat: 4,
  nbformat_minor: 5,
};

test("readNotebook gives back what writeNotebook was given", () => {
  writeNotebook(path, NOTEBOOK);
  assert.deepEqual(readNotebook(path), NOTEBOOK);
});

test("writeNotebook writes the bytes that Jupyter's nbformat 5.10 writes for the same notebook", () => {
  const small: Notebook = { ...NOTEBOOK, cells: NOTEBOOK.cells.slice(0, 1) };
  writeNotebook(path, small);
  // From python: nbformat.write(nbformat.from_dict({...}), path)
  const expected = `{
 "cells": [
  {
   "cell_type": "markdown",
   "id": "title",
   "metadata": {},
   "source": [
    "# Айыл\\n",
    "\\n",
    "A village."
   ]
  }
 ],
 "metadata": {
  "kernelspec": {
   "display_name": "TypeScript",
   "language": "typescript",
   "name": "clicks-to-streets"
  }
 },
 "nbformat": 4,
 "nbformat_minor": 5
}
`;
  assert.equal(readFileSync(path, "utf8"), expected);
});

test("writeNotebook splits texts into lines, and neither base64 nor JSON values", () => {
  writeNotebook(path, NOTEBOOK);
  const { cells } = JSON.parse(readFileSync(path, "utf8"));
  assert.deepEqual(cells[1].outputs[0].text, ["one\n", "two\n"]);
  assert.deepEqual(cells[1].outputs[1].data, { "a/b+json": { a: "x\ny" }, "text/plain": ["1"] });
  assert.deepEqual(cells[1].outputs[2].data, {
    "image/png": "iVBO\nRw0K",
    "image/svg+xml": ["<svg>\n", "</svg>"],
  });
  assert.deepEqual(cells[2].source, []);
});

test("writeNotebook leaves no other file behind", () => {
  writeNotebook(path, NOTEBOOK);
  assert.deepEqual(readdirSync(folder), ["a.ipynb"]);
});

test("readNotebook names the file and what is wrong with it", () => {
  const read = (text: string): Notebook => {
    writeFileSync(path, text);
    return readNotebook(path);
  };
  assert.throws(() => read("{"), /a\.ipynb: needed JSON, found /);
  assert.throws(() => read("[]"), /a\.ipynb: needed a notebook of nbformat 4/);
  assert.throws(() => read('{"cells": [], "nbformat": 3}'), /a\.ipynb: needed a notebook of nbformat 4/);
  assert.throws(
    () => read('{"cells": [{}], "nbformat": 4}'),
    /cell 1: cell_type must be code, markdown or raw, found undefined/,
  );
  assert.throws(
    () => read('{"cells": [{"cell_type": "code"}], "nbformat": 4}'),
    /cell 1: source must be a text/,
  );
});
