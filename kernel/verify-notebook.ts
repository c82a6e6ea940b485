import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

import { compareOutputs } from "./compare-outputs";
import type { Tolerance } from "./compare-values";
import { joinText } from "./join-text";
import { type CodeCell, type Notebook, readNotebook, writeNotebook } from "./notebook-file";
import { firstLineOf, type NotebookRun, runNotebook, type RunNotebookOptions } from "./run-notebook";

/** A cell whose committed outputs are not what it gives now. */
export interface CellDifference {
  readonly cell: string;
  readonly firstLine: string;
  /** Such as `table row 3, column "members": committed 12500, now 12600`. */
  readonly differences: readonly string[];
}

export interface Verification {
  readonly run: NotebookRun;
  /** In the order of the cells; empty when the notebook gives what is committed. */
  readonly differing: readonly CellDifference[];
  /** Whether the new outputs were written into the notebook. */
  readonly updated: boolean;
}

export interface VerifyOptions extends RunNotebookOptions {
  readonly tolerance: Tolerance;
  /** Write the new outputs into the notebook where they differ, pictures also by how they are drawn, if it ran to its end. */
  readonly update: boolean;
}

/**
 * Run a notebook in a fresh kernel and compare its outputs with the committed ones, cell by cell.
 *
 * `compareOutputs` says what counts as the same. Execution counts are not compared, but committed ones must go
 * up from cell to cell: they say that the notebook was run from top to bottom.
 *
 * @param name  such as "01-sampling"
 */
export async function verifyNotebook(name: string, options: VerifyOptions): Promise<Verification> {
  const { root, tolerance, update } = options;
  const path = join(root, "notebooks", `${name}.ipynb`);
  const run = await runNotebook(name, options);
  if (run.notebook === null) return { run, differing: [], updated: false };

  const committed = codeCells(readNotebook(path));
  const now = codeCells(run.notebook);
  const nRan = run.fault === null ? now.length : run.ran;
  const differing = now.slice(0, nRan).flatMap((cell, i): CellDifference[] => {
    const before = committed[i];
    if (before === undefined) return [];
    const differences = [
      ...orderFault(committed, i),
      ...compareOutputs(before.outputs, cell.outputs, tolerance),
    ];
    return differences.length === 0 ? [] : [{ cell: cell.id, firstLine: firstLineOf(cell), differences }];
  });

  const isRedrawn = (): boolean => !isDeepStrictEqual(picturesIn(committed), picturesIn(now));
  const updated = update && run.fault === null && (differing.length > 0 || isRedrawn());
  if (updated) writeNotebook(path, withOutputsOf(readNotebook(path), now));
  return { run, differing, updated };
}

/** They are compared by their data; whoever updates also wants them as they are drawn now. */
function picturesIn(cells: readonly CodeCell[]): string[] {
  return cells.flatMap(({ outputs }) =>
    outputs.flatMap((output) =>
      "data" in output && "image/svg+xml" in output.data ? [joinText(output.data["image/svg+xml"])] : [],
    ),
  );
}

function orderFault(cells: readonly CodeCell[], i: number): string[] {
  const count = cells[i]?.execution_count ?? null;
  const before = cells[i - 1]?.execution_count ?? 0;
  if (count === null) return ["was never run: committed no execution count"];
  return count > before ? [] : [`was run out of order: committed [${count}] after [${before}]`];
}

/** Only outputs and counts are new: source, ids and metadata stay as the author left them. */
function withOutputsOf(notebook: Notebook, now: readonly CodeCell[]): Notebook {
  const byId = new Map(now.map((cell) => [cell.id, cell]));
  const cells = notebook.cells.map((cell) => {
    const fresh = byId.get(cell.id);
    if (cell.cell_type !== "code" || fresh === undefined) return cell;
    return { ...cell, outputs: fresh.outputs, execution_count: fresh.execution_count };
  });
  return { ...notebook, cells };
}

function codeCells(notebook: Notebook): CodeCell[] {
  return notebook.cells.filter((cell): cell is CodeCell => cell.cell_type === "code");
}
