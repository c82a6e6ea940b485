import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import test from "node:test";

import { parse } from "yaml";

import { findNotebooks } from "./find-notebooks";
import { program } from "./nb";

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

test("Binder installs the Python packages that the tests install, and a Node that package.json allows", () => {
  const { dependencies } = parse(readFileSync(".binder/environment.yml", "utf8")) as { dependencies: (string | { pip: string[] })[] };
  const pinned = readFileSync("kernel/requirements-test.txt", "utf8").split("\n").filter((line) => /^\w/.test(line));
  assert.deepEqual(dependencies.flatMap((one) => (typeof one === "string" ? [] : one.pip)), pinned);
  const { engines } = readJson("package.json") as { engines: { node: string } };
  assert.ok(dependencies.includes(`nodejs=${engines.node.replace(">=", "")}`));
});

test("the container and VS Code recommend the same extensions, Jupyter's", () => {
  const { recommendations } = readJson(".vscode/extensions.json") as { recommendations: string[] };
  const container = readJson(".devcontainer/devcontainer.json") as { customizations: { vscode: { extensions: string[] } } };
  assert.deepEqual(container.customizations.vscode.extensions, recommendations);
  assert.ok(recommendations.includes("ms-toolsai.jupyter"));
});

test("VS Code's settings are JSON, and let cells find data from the project's folder", () => {
  const settings = readJson(".vscode/settings.json") as Record<string, unknown>;
  assert.equal(settings["jupyter.notebookFileRoot"], "${workspaceFolder}");
});

for (const script of [".binder/postBuild", ".devcontainer/post-create"]) {
  test(`${script} can be executed, stops at the first failure, and runs commands that exist`, () => {
    const source = readFileSync(script, "utf8");
    assert.match(source, /^#!\/usr\/bin\/env bash\n[^]*^set -euo pipefail$/m);
    if (process.platform !== "win32") assert.equal(statSync(script).mode & 0o111, 0o111);
    const names = program.commands.map((command) => command.name());
    for (const [, name = ""] of source.matchAll(/^node kernel\/nb\.cjs (\w+)/gm)) assert.ok(names.includes(name), name);
  });
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
