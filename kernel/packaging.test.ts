import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";

import { parse } from "yaml";

import { findNotebooks } from "./find-notebooks";

interface Codecheck {
  readonly version: string;
  readonly paper: { readonly title: string; readonly authors: readonly { readonly name: string }[]; readonly reference: string };
  readonly manifest: readonly { readonly file: string; readonly comment: string }[];
}

const readme = readFileSync("README.md", "utf8");
const source = readFileSync("codecheck.yml", "utf8");
const codecheck = parse(source) as Codecheck;

test("codecheck.yml holds what specification 1.0 asks of authors, and nothing that is left to be filled in", () => {
  assert.match(source, /^---\n/);
  assert.equal(codecheck.version, "https://codecheck.org.uk/spec/config/1.0/");
  assert.deepEqual(Object.keys(codecheck), ["version", "paper", "manifest"]);
  assert.doesNotMatch(source, /FIXME|TODO|XXXX/);
  for (const { name } of codecheck.paper.authors) assert.ok(name);
});

test("codecheck.yml names the paper as CITATION.cff does", () => {
  interface Citation {
    readonly references: readonly { title: string; doi: string; authors: { "family-names": string; "given-names": string }[] }[];
  }
  const [paper] = (parse(readFileSync("CITATION.cff", "utf8")) as Citation).references;
  assert.equal(codecheck.paper.title, paper?.title);
  assert.equal(codecheck.paper.reference, `https://doi.org/${paper?.doi}`);
  const names = paper?.authors.map((author) => ({ name: `${author["given-names"]} ${author["family-names"]}` }));
  assert.deepEqual(codecheck.paper.authors, names);
});

test("codecheck.yml lists every notebook, and no file that is not there", () => {
  const files = codecheck.manifest.map(({ file }) => file);
  for (const { file, comment } of codecheck.manifest) {
    assert.ok(existsSync(file), file);
    assert.ok(comment, `${file} needs a comment`);
  }
  const notebooks = findNotebooks(".").map((name) => `notebooks/${name}.ipynb`);
  assert.deepEqual(files.filter((file) => file.startsWith("notebooks/")), notebooks);
});

test("README has the sections that data editors of the social sciences ask for", () => {
  const headings = [...readme.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  for (const needed of [
    "Overview",
    "Data availability and provenance",
    "Computational requirements",
    "Description of programs",
    "Instructions to replicators",
    "List of tables and programs",
    "References",
  ]) {
    assert.ok(headings.includes(needed), `README needs "## ${needed}"`);
  }
});

test("README's list of tables and figures points at cells that exist", () => {
  const [, list = ""] = /^## List of tables and programs\n([^]*?)\n## /m.exec(readme) ?? [];
  const rows = [...list.matchAll(/^\| .* \| \[[\w-]+\]\((notebooks\/[\w.-]+)\), (.+?) \|/gm)];
  assert.notEqual(rows.length, 0);
  for (const [, path = "", cells = ""] of rows) {
    const ids = (JSON.parse(readFileSync(path, "utf8")) as { cells: { id: string }[] }).cells.map(({ id }) => id);
    for (const [, id = ""] of cells.matchAll(/`([\w-]+)`/g)) assert.ok(ids.includes(id), `${path} has no cell ${id}`);
  }
});
