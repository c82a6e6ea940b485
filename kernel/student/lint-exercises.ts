import { joinText } from "../join-text";
import type { Cell, Notebook } from "../notebook-file";
import { makeStudentVersion } from "./make-student-version";

/** What nbgrader 0.9 keeps about a cell: schema 3 of its cell metadata. */
export interface ExerciseMetadata {
  readonly schema_version: 3;
  /** Unique in the notebook; here always the cell's own id. */
  readonly grade_id: string;
  readonly cell_type: "code";
  /** Whether the cell earns points: the cell with the tests does. */
  readonly grade: boolean;
  /** Whether students write here. */
  readonly solution: boolean;
  /** Whether students must not write here. */
  readonly locked: boolean;
  readonly task: false;
  /** Only where `grade` is true. */
  readonly points?: number;
}

/** One broken rule about exercises, in a cell. */
export interface ExerciseFinding {
  readonly cell: string;
  readonly rule: "exercise";
  /** What is needed and what was found. */
  readonly message: string;
}

const ANSWER = { schema_version: 3, cell_type: "code", grade: false, solution: true, locked: false, task: false };
const TEST = { schema_version: 3, cell_type: "code", grade: true, solution: false, locked: true, task: false };

/** What nbgrader has to know of the cell that students write in. */
export function answerMetadata(id: string): ExerciseMetadata {
  return { ...ANSWER, grade_id: id } as ExerciseMetadata;
}

/** What nbgrader has to know of the cell that tests an answer. */
export function testMetadata(id: string, points: number): ExerciseMetadata {
  return { ...TEST, grade_id: id, points } as ExerciseMetadata;
}

/**
 * Check the exercises of a notebook, as nbgrader and a student need them.
 *
 * An exercise is a cell for the answer, `NAME-answer`, that holds one solution between markers, and below it a cell
 * `NAME-test` that earns points, with tests a student sees and tests that are hidden, each with a message. The
 * metadata is nbgrader's schema 3, the newest that a released nbgrader (0.9.6) reads.
 *
 * @returns findings in the order of the cells; empty for a notebook that keeps the rules or has no exercise
 */
export function lintExercises({ cells, ...rest }: Notebook): ExerciseFinding[] {
  const findings: ExerciseFinding[] = [];
  cells.forEach((cell, i) => {
    const add = (message: string): void => void findings.push({ cell: cell.id, rule: "exercise", message });
    const marked = cell.metadata["nbgrader"] as ExerciseMetadata | undefined;
    try {
      makeStudentVersion({ ...rest, cells: [cell] });
    } catch (error) {
      add((error as Error).message.replace(/^cell \S+: /, ""));
    }
    if (marked === undefined) lintPlain(cell, add);
    else if (marked.solution) lintAnswer(cell, marked, cells.slice(i + 1), add);
    else lintTest(cell, marked, add);
  });
  return findings;
}

type Add = (message: string) => void;

function lintPlain(cell: Cell, add: Add): void {
  const marker = /\/\/ (?:BEGIN|END) (?:SOLUTION|HIDDEN TESTS)/.exec(joinText(cell.source))?.[0];
  if (marker) add(`a cell with markers needs the metadata nbgrader, found none beside "${marker}"`);
}

function lintAnswer(cell: Cell, marked: ExerciseMetadata, after: readonly Cell[], add: Add): void {
  lintMetadata(cell, marked, answerMetadata(cell.id), add);
  if (!cell.id.endsWith("-answer")) add('the id of a cell for an answer must end in "-answer"');
  const source = joinText(cell.source);
  const solutions = source.split("// BEGIN SOLUTION").length - 1;
  if (solutions !== 1) add(`a cell for an answer must hold one solution, found ${solutions}`);
  if (source.includes("HIDDEN TESTS")) add("hidden tests belong into the cell with the tests, found them here");
  const test = cell.id.replace(/-answer$/, "-test");
  if (!after.some(({ id }) => id === test)) add(`an answer needs a cell ${test} below it, found none`);
}

function lintTest(cell: Cell, marked: ExerciseMetadata, add: Add): void {
  lintMetadata(cell, marked, testMetadata(cell.id, marked.points ?? 0), add);
  if (!cell.id.endsWith("-test")) add('the id of a cell with tests must end in "-test"');
  if (!Number.isInteger(marked.points) || (marked.points ?? 0) < 1)
    add(`tests must be worth a whole number of points from 1 up, found ${marked.points}`);
  const source = joinText(cell.source);
  if (source.includes("SOLUTION")) add("a solution belongs into the cell for the answer, found one here");
  const [seen = "", hidden = ""] = source.split("// BEGIN HIDDEN TESTS");
  for (const [kind, tests] of [
    ["a student sees", seen],
    ["is hidden", hidden],
  ] as const) {
    if (!/\b(?:equal|notEqual|deepEqual|ok|throws)\(/.test(tests))
      add(`an exercise needs a test that ${kind}, found none`);
  }
}

function lintMetadata(cell: Cell, found: ExerciseMetadata, needed: ExerciseMetadata, add: Add): void {
  if (cell.cell_type !== "code") return add(`an exercise needs a code cell, found ${cell.cell_type}`);
  const keys = [...new Set([...Object.keys(needed), ...Object.keys(found)])].sort();
  const values = (of: object, key: string): string => JSON.stringify((of as Record<string, unknown>)[key]) ?? "none";
  for (const key of keys) {
    if (values(needed, key) === values(found, key)) continue;
    add(`the metadata nbgrader.${key} must be ${values(needed, key)}, found ${values(found, key)}`);
  }
}
