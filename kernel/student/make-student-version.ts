import { joinText } from "../join-text";
import type { Cell, Notebook } from "../notebook-file";

/** What stands in place of a solution; `nbgrader_config.py` beside this file has the same lines. */
export const STUB = [
  "// YOUR CODE HERE",
  'throw new Error("No answer yet: write yours in place of these two lines and run the cell again.");',
];

const BEGIN_SOLUTION = "// BEGIN SOLUTION";
const END_SOLUTION = "// END SOLUTION";
const BEGIN_HIDDEN = "// BEGIN HIDDEN TESTS";
const END_HIDDEN = "// END HIDDEN TESTS";

/**
 * Make of a notebook with solutions the one that students get.
 *
 * As `nbgrader generate_assignment` does: each solution gives way to a stub, hidden tests and all outputs go, cells
 * with tests cannot be edited, and neither these nor cells for answers can be deleted. Everything else stays.
 *
 * @param notebook  with exercises marked as nbgrader does (see `lintExercises`)
 * @throws Error naming the cell in which a marker lacks its pair
 */
export function makeStudentVersion(notebook: Notebook): Notebook {
  return { ...notebook, cells: notebook.cells.map(studentCell) };
}

function studentCell(cell: Cell): Cell {
  if (cell.cell_type !== "code") return cell;
  const source = replaceRegions(joinText(cell.source), cell.id);
  return { ...cell, source, metadata: studentMetadata(cell), outputs: [], execution_count: null };
}

function studentMetadata({ metadata }: Cell): Cell["metadata"] {
  const exercise = metadata["nbgrader"] as { locked?: boolean } | undefined;
  if (exercise === undefined) return metadata;
  return { ...metadata, deletable: false, ...(exercise.locked && { editable: false }) };
}

/** The lines of a cell, with a stub for each solution and nothing for hidden tests. */
function replaceRegions(source: string, cell: string): string {
  let open: string | null = null;
  const lines = source.split("\n").flatMap((line) => {
    const marker = line.trim();
    if (marker === BEGIN_SOLUTION || marker === BEGIN_HIDDEN) {
      if (open !== null) throw unpaired(cell, marker, `it inside another, which waits for "${open}"`);
      open = marker === BEGIN_SOLUTION ? END_SOLUTION : END_HIDDEN;
      const indent = /^\s*/.exec(line)?.[0] ?? "";
      return marker === BEGIN_SOLUTION ? STUB.map((stub) => indent + stub) : [];
    }
    if (marker === END_SOLUTION || marker === END_HIDDEN) {
      if (open !== marker) throw unpaired(cell, marker, "no beginning of it");
      open = null;
      return [];
    }
    return open === null ? [line] : [];
  });
  if (open !== null) throw unpaired(cell, open, "none");
  return lines.join("\n");
}

function unpaired(cell: string, marker: string, found: string): Error {
  return new Error(`cell ${cell}: needed "${marker}" as one of a pair, found ${found}; mend the cell's markers`);
}
