import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

test("readNotebook reads a file that begins with a byte-order mark", () => {
  writeNotebook(path, NOTEBOOK);
  writeFileSync(path, `\uFEFF${readFileSync(path, "utf8")}`);
  assert.deepEqual(readNotebook(path), NOTEBOOK);
});

test("readNotebook says how to restore a broken notebook of the project", () => {
  mkdirSync(join(folder, "notebooks"));
  writeFileSync(join(folder, "notebooks", "01-a.ipynb"), '{\n "cells": [\n<<<<<<< HEAD\n');
  assert.throws(
    () => readNotebook(join(folder, "notebooks", "01-a.ipynb")),
    /^Error: needed JSON, found .*; restore it with: git checkout notebooks\/01-a\.ipynb$/,
  );
  rmSync(join(folder, "notebooks"), { recursive: true });
});

test("readNotebook refuses a cell without an id, and an id that two cells have", () => {
  const read = (...ids: (string | undefined)[]): Notebook => {
    const cells = ids.map((id) => ({ cell_type: "markdown", id, metadata: {}, source: "" }));
    writeFileSync(path, JSON.stringify({ ...NOTEBOOK, cells }));
    return readNotebook(path);
  };
  assert.equal(read("a", "b").cells.length, 2);
  assert.throws(() => read("a", undefined), /^Error: cell 2: needed an id such as "s3-card" .*, found none; write one/);
  assert.throws(() => read(""), /cell 1: needed an id such as "s3-card" .*, found ""; /);
  assert.throws(() => read("a", "b", "a"), /cell 3: needed an id of its own, found "a" of cell 1 again; /);
});

test("readNotebook says what is wrong with the file", () => {
  const read = (text: string): Notebook => {
    writeFileSync(path, text);
    return readNotebook(path);
  };
  assert.throws(() => read("{"), /needed JSON, found .*git checkout .*a\.ipynb$/);
  assert.throws(() => read("[]"), /needed a notebook of nbformat 4/);
  assert.throws(() => read('{"cells": [], "nbformat": 3}'), /needed a notebook of nbformat 4/);
  assert.throws(
    () => read('{"cells": [{}], "nbformat": 4}'),
    /cell 1: cell_type must be code, markdown or raw, found undefined/,
  );
  assert.throws(
    () => read('{"cells": [{"cell_type": "code"}], "nbformat": 4}'),
    /cell 1: source must be a text/,
  );
});
