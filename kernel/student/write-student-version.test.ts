import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { type Cell, readNotebook } from "../notebook-file";
import { codeCell, makeProject, proseCell } from "../temporary-project";
import { answerMetadata, testMetadata } from "./lint-exercises";
import { writeCourse, writeStudentVersion } from "./write-student-version";

const CELLS: Cell[] = [
  proseCell("half", "### Half"),
  {
    ...codeCell("half-answer", "// BEGIN SOLUTION\nconst half = 1 / 2;\n// END SOLUTION"),
    metadata: { nbgrader: answerMetadata("half-answer") },
  },
  { ...codeCell("half-test", 'equal(half, 0.5, "one of two");'), metadata: { nbgrader: testMetadata("half-test", 3) } },
];

function project(t: test.TestContext): string {
  const { root, remove } = makeProject({ "01-a": CELLS, "02-b": [proseCell("p", "Nothing to do.")] });
  t.after(remove);
  return root;
}

test("writeStudentVersion writes every notebook, and says how many exercises and points each has", (t) => {
  const root = project(t);
  assert.deepEqual(writeStudentVersion(root, []), [
    { name: "01-a", exercises: 1, points: 3 },
    { name: "02-b", exercises: 0, points: 0 },
  ]);
  const made = readNotebook(join(root, "build", "student", "01-a.ipynb"));
  assert.doesNotMatch(JSON.stringify(made), /1 \/ 2/);
  assert.equal(made.cells.length, CELLS.length);
});

test("writeStudentVersion leaves nothing of an earlier one", (t) => {
  const root = project(t);
  mkdirSync(join(root, "build", "student"), { recursive: true });
  writeFileSync(join(root, "build", "student", "09-gone.ipynb"), "{}");
  writeStudentVersion(root, ["02"]);
  assert.deepEqual(readdirSync(join(root, "build", "student")), ["02-b.ipynb"]);
});

test("writeStudentVersion names notebook and cell in which a marker lacks its pair, and writes nothing", (t) => {
  const broken = { ...codeCell("half-answer", "// BEGIN SOLUTION"), metadata: {} };
  const { root, remove } = makeProject({ "01-a": [broken] });
  t.after(remove);
  assert.throws(
    () => writeStudentVersion(root, []),
    /^Error: notebooks\/01-a\.ipynb cell half-answer: needed "\/\/ END SOLUTION" as one of a pair, found none; mend/,
  );
  assert.ok(!existsSync(join(root, "build", "student")));
});

test("writeCourse lays out an assignment a notebook, with the solutions, and keeps what instructors have there", (t) => {
  const root = project(t);
  const course = join(root, "course");
  mkdirSync(course);
  writeFileSync(join(course, "gradebook.db"), "grades");
  writeCourse(root, [], course);
  assert.deepEqual(readdirSync(course).sort(), ["gradebook.db", "nbgrader_config.py", "source"]);
  const source = readNotebook(join(course, "source", "01-a", "01-a.ipynb"));
  assert.deepEqual(source, readNotebook(join(root, "notebooks", "01-a.ipynb")));
});
