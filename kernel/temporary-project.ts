import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import {
  type Cell,
  type CodeCell,
  type Notebook,
  type Output,
  type TextCell,
  writeNotebook,
} from "./notebook-file";

/** A code cell for a test's notebook, as if it had run as number `count` and shown `outputs`. */
export function codeCell(
  id: string,
  source: string,
  outputs: Output[] = [],
  count: number | null = null,
): CodeCell {
  return { cell_type: "code", id, metadata: {}, source, outputs, execution_count: count };
}

/** A prose cell for a test's notebook. */
export function proseCell(id: string, source: string): TextCell {
  return { cell_type: "markdown", id, metadata: {}, source };
}

/** A notebook of the project's kernel with these cells. */
export function notebookOf(cells: Cell[]): Notebook {
  const kernelspec = {
    name: "clicks-to-streets",
    display_name: "TypeScript (clicks-to-streets)",
    language: "typescript",
  };
  return {
    cells,
    metadata: { kernelspec, language_info: { name: "typescript" } },
    nbformat: 4,
    nbformat_minor: 5,
  };
}

/** A cell whose value shows itself as a claim card with this verdict. */
export function claimCell(cellId: string, id: string, evidence: string, verdict: string): CodeCell {
  const record = {
    id,
    evidence,
    verdict,
    published: "37",
    computed: "37",
    detail: `what was found about ${id}`,
  };
  const bundle = { "application/vnd.clicks-to-streets.claim+json": record, "text/plain": `${id}: ${verdict}` };
  return codeCell(cellId, `({ [Symbol.for("Jupyter.display")]: () => (${JSON.stringify(bundle)}) })`);
}

/**
 * Make a project of a few notebooks in a temporary folder, for tests that run, verify or check notebooks.
 *
 * It has a `data/claims.csv` of its own. Kernels still run in the real project, to which they belong.
 *
 * @param notebooks  name such as "01-sampling" → its cells
 * @param claims     rows below the header of `data/claims.csv`: id, section, notebook, evidence, expected,
 *   claim
 * @param shared     files and folders of the real project that it links to
 * @returns the folder, and how to remove it
 */
export function makeProject(
  notebooks: Readonly<Record<string, Cell[]>>,
  claims: readonly string[] = [],
  shared: readonly string[] = ["lib", "kernel", "node_modules", "tsconfig.json"],
): { root: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), "project-"));
  for (const entry of shared) symlinkSync(join(__dirname, "..", entry), join(root, entry));
  for (const folder of ["data", "notebooks"]) mkdirSync(join(root, folder));
  writeFileSync(
    join(root, "data", "claims.csv"),
    `${["id,section,notebook,evidence,expected,claim", ...claims].join("\n")}\n`,
  );
  for (const [name, cells] of Object.entries(notebooks)) {
    writeNotebook(join(root, "notebooks", `${name}.ipynb`), notebookOf(cells));
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
