import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { findNotebooks } from "../find-notebooks";
import { type Notebook, readNotebook, writeNotebook } from "../notebook-file";
import type { ExerciseMetadata } from "./lint-exercises";
import { makeStudentVersion } from "./make-student-version";

/** One notebook of the student version. */
export interface StudentNotebook {
  readonly name: string;
  readonly exercises: number;
  readonly points: number;
}

/**
 * Write the notebooks as students get them to `build/student`, in place of what was there.
 *
 * @param root    the project's folder
 * @param only    numbers or beginnings of names; empty for all
 * @returns what was written, in the order of the notebooks
 * @throws Error naming notebook and cell in which a marker lacks its pair
 */
export function writeStudentVersion(root: string, only: readonly string[]): StudentNotebook[] {
  const folder = join(root, "build", "student");
  const made = readAll(root, only).map(([name, notebook]) => [name, studentVersionOf(name, notebook)] as const);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return made.map(([name, notebook]) => {
    writeNotebook(join(folder, `${name}.ipynb`), notebook);
    return { name, ...exercisesOf(notebook) };
  });
}

/**
 * Write the folder of an nbgrader course: its configuration, and each notebook with solutions as an assignment of the
 * same name. What else is in the folder (releases, submissions, grades) stays.
 *
 * @param course  a folder; it is made where there is none
 * @returns what was written, in the order of the notebooks
 */
export function writeCourse(root: string, only: readonly string[], course: string): StudentNotebook[] {
  const notebooks = readAll(root, only);
  mkdirSync(course, { recursive: true });
  copyFileSync(join(__dirname, "nbgrader_config.py"), join(course, "nbgrader_config.py"));
  return notebooks.map(([name, notebook]) => {
    mkdirSync(join(course, "source", name), { recursive: true });
    writeNotebook(join(course, "source", name, `${name}.ipynb`), notebook);
    return { name, ...exercisesOf(notebook) };
  });
}

/** How many exercises a notebook has, and what they are worth together. */
export function exercisesOf(notebook: Notebook): { exercises: number; points: number } {
  const graded = notebook.cells.flatMap(({ metadata }) => {
    const marked = metadata["nbgrader"] as ExerciseMetadata | undefined;
    return marked?.grade ? [marked.points ?? 0] : [];
  });
  return { exercises: graded.length, points: graded.reduce((sum, points) => sum + points, 0) };
}

function readAll(root: string, only: readonly string[]): [name: string, notebook: Notebook][] {
  return findNotebooks(root, only).map((name) => [name, readNotebook(join(root, "notebooks", `${name}.ipynb`))]);
}

function studentVersionOf(name: string, notebook: Notebook): Notebook {
  try {
    return makeStudentVersion(notebook);
  } catch (error) {
    throw new Error(`notebooks/${name}.ipynb ${(error as Error).message}`, { cause: error });
  }
}
