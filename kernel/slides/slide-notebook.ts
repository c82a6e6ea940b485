import { joinText } from "../join-text";
import type { Cell, Notebook } from "../notebook-file";

/** What nbconvert's slides know a cell to be: a new slide, one below it, more of it, the speaker's, or nothing. */
export type SlideType = "slide" | "subslide" | "-" | "notes" | "skip";

/**
 * Say of each cell of a notebook what it is among slides, in the metadata that nbconvert and JupyterLab use.
 *
 * A heading begins a slide. A cell that shows something goes onto one below it, after the sentence that introduces it.
 * What a reader reads after a figure, the speaker says: it becomes notes. Cells that show nothing are left out, and so
 * are answers and tests of exercises. A cell that has a `slideshow` of its own keeps it.
 */
export function slideNotebook(notebook: Notebook): Notebook {
  const cells = notebook.cells.map((cell, i): Cell => {
    const slideshow = cell.metadata["slideshow"] ?? { slide_type: slideTypeOf(cell, notebook.cells[i + 1]) };
    return { ...cell, metadata: { ...cell.metadata, slideshow } };
  });
  return { ...notebook, cells };
}

function slideTypeOf(cell: Cell, next: Cell | undefined): SlideType {
  if (cell.cell_type !== "markdown") return showsSomething(cell) ? "-" : "skip";
  if (/^#{1,2} /.test(joinText(cell.source))) return "slide";
  if (/^### /.test(joinText(cell.source))) return "subslide";
  if (next?.cell_type !== "code") return "notes";
  return showsSomething(next) ? "subslide" : "skip";
}

function showsSomething(cell: Cell): boolean {
  return cell.cell_type === "code" && cell.outputs.length > 0;
}
