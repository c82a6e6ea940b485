import { readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";

import { compileStrictly } from "./compile-strictly";
import { findNotebooks } from "./find-notebooks";
import { joinText } from "./join-text";
import { type Cell, readNotebook } from "./notebook-file";
import { writeAtomically } from "./write-atomically";

/** Where a line of the extracted code comes from. */
interface Line {
  readonly text: string;
  readonly cell: string;
  readonly line: number;
}

/**
 * Type-check the code of all notebooks as strictly as the library.
 *
 * The code cells of a notebook, put together in their order, are one module in `build/cells/`; its compiler
 * options are the project's own, and `./lib/…` means the project's folder there too. The kernel checks cells as
 * well, one by one and with an older compiler; this check needs no run.
 *
 * @param root  the project's folder
 * @returns a paragraph an error, such as `notebooks/01-sampling.ipynb cell s3-card line 2: TS2304: Cannot find
 *   name 'x'.`
 * @throws Error naming a notebook that cannot be read
 */
export function checkNotebooks(root: string): string[] {
  const folder = join(root, "build", "cells");
  const extracted = new Map<string, Line[]>();
  for (const name of findNotebooks(root)) {
    const lines = extractCode(cellsOf(root, `notebooks/${name}.ipynb`));
    extracted.set(name, lines);
    writeAtomically(join(folder, `${name}.ts`), `${lines.map(({ text }) => text).join("\n")}\nexport {};\n`);
  }
  for (const file of readdirSync(folder)) {
    if (file.endsWith(".ts") && !extracted.has(basename(file, ".ts"))) rmSync(join(folder, file), { force: true });
  }
  writeAtomically(join(folder, "tsconfig.json"), `${JSON.stringify(TSCONFIG, null, 2)}\n`);

  return compileStrictly(root, folder).flatMap((line) => toNotebookLine(line, extracted));
}

const TSCONFIG = {
  extends: "../../tsconfig.json",
  compilerOptions: { rootDirs: [".", "../.."] },
  include: ["*.ts"],
};

function cellsOf(root: string, path: string): readonly Cell[] {
  try {
    return readNotebook(join(root, path)).cells;
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}

function extractCode(cells: readonly Cell[]): Line[] {
  return cells.flatMap((cell) => {
    if (cell.cell_type !== "code") return [];
    const lines = joinText(cell.source)
      .split("\n")
      .map((text, i) => ({ text, cell: cell.id, line: i + 1 }));
    // Without it, a last line without a semicolon would go on into a next cell that begins with a bracket.
    return [...lines, { text: ";", cell: cell.id, line: lines.length }];
  });
}

const UNUSED = ["TS6133", "TS6196", "TS6198"];

/**
 * A message of tsc with its place in the notebook. An unused constant is fine in a notebook, an unused import
 * is not.
 */
function toNotebookLine(message: string, extracted: ReadonlyMap<string, readonly Line[]>): string[] {
  const [, file = "", row = "", code = "", text = ""] =
    /^(.+?)\((\d+),\d+\): error (TS\d+): ([^]*)$/.exec(message) ?? [];
  const name = basename(file, ".ts");
  const lines = extracted.get(name) ?? [];
  const at = lines[Number(row) - 1];
  if (at === undefined) return [message];
  if (UNUSED.includes(code) && !isImport(lines.slice(0, Number(row)))) return [];
  return [`notebooks/${name}.ipynb cell ${at.cell} line ${at.line}: ${code}: ${text}`];
}

/** Whether the last of the lines stands within an import. */
function isImport(lines: readonly Line[]): boolean {
  const begin = lines.findLastIndex(({ text }) => /^import\b/.test(text));
  return begin !== -1 && !lines.slice(begin, -1).some(({ text }) => /\bfrom\s+["']/.test(text));
}
