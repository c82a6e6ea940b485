import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";

/** Folders of the library; each may import from those before it. */
const FOLDERS = ["text", "load", "corpus", "classify", "measure", "show"];
const IMPORT = /(?:\bfrom|\bimport|\brequire|\bimport\()\s*\(?"(\.[^"]+)"/g;

/** What the table "Where things are" of CONTRIBUTING.md does not allow, as "file imports file". */
function forbidden(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([file, source]) =>
    [...source.matchAll(IMPORT)]
      .map(([, path = ""]) => join(dirname(file), path).replaceAll("\\", "/"))
      .filter((imported) => !isAllowed(file, imported))
      .map((imported) => `${file} imports ${imported}`),
  );
}

function isAllowed(file: string, imported: string): boolean {
  const [root, folder = ""] = file.split("/");
  const [otherRoot, otherFolder = ""] = imported.split("/");
  if (root === "lib") {
    // Files directly under lib/ are commands and tests over all of it.
    const ends = !FOLDERS.includes(folder) || FOLDERS.indexOf(otherFolder) <= FOLDERS.indexOf(folder);
    return otherRoot === "lib" && ends;
  }
  if (otherRoot !== "lib") return otherRoot === root;
  return folder !== "book" && (folder === "bench" || otherFolder !== "measure");
}

test("imports go one way, as CONTRIBUTING.md says", () => {
  const paths = ["lib", "kernel"].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" }).map((file) => join(root, file).replaceAll("\\", "/")),
  );
  // This file's own samples break the rule.
  const sources = paths.filter((path) => /\.(ts|cjs|mjs)$/.test(path) && path !== "kernel/folder-arrows.test.ts");
  assert.deepEqual(forbidden(new Map(sources.map((path) => [path, readFileSync(path, "utf8")]))), []);
});

test("an import against the arrows is found, whichever way it is written", () => {
  const found = forbidden(
    new Map([
      ["lib/load/a.ts", 'import { b } from "../measure/b";\nimport { c } from "./c";'],
      ["lib/measure/d.ts", 'import type { E } from "../show/e";\nimport { f } from "../text/f";'],
      ["lib/show/g.ts", 'const h = await import("../../kernel/h");'],
      ["kernel/i.ts", 'type J = typeof import("../lib/measure/j");\nimport { k } from "../lib/show/k";'],
      ["kernel/bench/l.ts", 'import { m } from "../../lib/measure/m";'],
      ["kernel/book/n.ts", 'import { o } from "../../lib/show/o";\nimport { p } from "../p";'],
    ]),
  );
  assert.deepEqual(found, [
    "lib/load/a.ts imports lib/measure/b",
    "lib/measure/d.ts imports lib/show/e",
    "lib/show/g.ts imports kernel/h",
    "kernel/i.ts imports lib/measure/j",
    "kernel/book/n.ts imports lib/show/o",
  ]);
});

test("CONTRIBUTING.md lists the folders of the library in this order", () => {
  const listed = [...readFileSync("CONTRIBUTING.md", "utf8").matchAll(/^\| `lib\/(\w+)\/`/gm)];
  assert.deepEqual(listed.map(([, folder]) => folder), FOLDERS);
});
