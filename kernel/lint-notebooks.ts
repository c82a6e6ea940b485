import { join } from "node:path";

import { findNotebooks } from "./find-notebooks";
import { lintLesson } from "./lint-lesson";
import { type Finding, lintNotebook } from "./lint-notebook";
import { readNotebook } from "./notebook-file";

/**
 * Check all notebooks of a project against the rules for notebooks.
 *
 * @param root  the project's folder
 * @returns findings in the order of the notebooks; empty when they keep all rules
 */
export function lintNotebooks(root: string): Finding[] {
  const today = new Date().toISOString().slice(0, 10);
  return findNotebooks(root).flatMap((name) => {
    const path = `notebooks/${name}.ipynb`;
    try {
      const notebook = readNotebook(join(root, path));
      return [...lintLesson(path, notebook), ...lintNotebook(path, notebook, today)];
    } catch (error) {
      return [{ where: path, rule: "format", message: error instanceof Error ? error.message : String(error) }];
    }
  });
}
