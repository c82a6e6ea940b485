import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import type { CodeCell } from "../notebook-file";
import { codeCell, notebookOf, proseCell } from "../temporary-project";
import { answerMetadata, lintExercises, testMetadata } from "./lint-exercises";
import { makeStudentVersion, STUB } from "./make-student-version";

const ANSWER = "function half(n: number) {\n  // BEGIN SOLUTION\n  return n / 2;\n  // END SOLUTION\n}";
const TEST = 'equal(half(2), 1, "2 / 2");\n// BEGIN HIDDEN TESTS\nequal(half(3), 1.5, "3 / 2");\n// END HIDDEN TESTS';

function answer(source = ANSWER, metadata: object = answerMetadata("half-answer")): CodeCell {
  return { ...codeCell("half-answer", source, [], 3), metadata: { nbgrader: metadata } };
}

function tests(source = TEST, metadata: object = testMetadata("half-test", 2)): CodeCell {
  return { ...codeCell("half-test", source, [], 4), metadata: { nbgrader: metadata } };
}

const findings = (...cells: CodeCell[]): string[] => {
  return lintExercises(notebookOf(cells)).map(({ cell, message }) => `${cell}: ${message}`);
};

test("makeStudentVersion puts a stub in place of the solution, as deep in the line, and keeps what stands around", () => {
  const made = makeStudentVersion(notebookOf([answer()])).cells[0];
  const [first = "", second = ""] = STUB;
  assert.equal(made?.source, `function half(n: number) {\n  ${first}\n  ${second}\n}`);
});

test("makeStudentVersion drops hidden tests and locks the visible ones", () => {
  const made = makeStudentVersion(notebookOf([tests()])).cells[0];
  assert.equal(made?.source, 'equal(half(2), 1, "2 / 2");');
  assert.deepEqual([made?.metadata["deletable"], made?.metadata["editable"]], [false, false]);
});

test("makeStudentVersion leaves the cell for an answer open, and drops every output and count", () => {
  const printed = { output_type: "stream", name: "stdout", text: "1\n" } as const;
  const cells = [proseCell("p", "// BEGIN SOLUTION"), codeCell("shown", "1", [printed], 1), answer()];
  const made = makeStudentVersion(notebookOf(cells)).cells;
  assert.equal(made[0], cells[0]);
  assert.deepEqual([made[2]?.metadata["deletable"], made[2]?.metadata["editable"]], [false, undefined]);
  for (const cell of made.slice(1) as CodeCell[]) assert.deepEqual([cell.outputs, cell.execution_count], [[], null]);
});

for (const [source, found] of [
  ["// BEGIN SOLUTION\n1", /cell half-answer: needed "\/\/ END SOLUTION" as one of a pair, found none; mend/],
  ["1\n// END SOLUTION", /needed "\/\/ END SOLUTION" as one of a pair, found no beginning of it/],
  ["// BEGIN SOLUTION\n// BEGIN HIDDEN TESTS", /found it inside another, which waits for "\/\/ END SOLUTION"/],
] as const) {
  test(`makeStudentVersion refuses ${JSON.stringify(source)}`, () => {
    assert.throws(() => makeStudentVersion(notebookOf([answer(source)])), found);
  });
}

test("nbgrader_config.py has the stub that makeStudentVersion writes", () => {
  const config = readFileSync("kernel/student/nbgrader_config.py", "utf8");
  for (const line of STUB) assert.ok(config.includes(line), line);
});

test("lintExercises finds nothing in an answer with tests that are seen and hidden", () => {
  assert.deepEqual(findings(answer(), tests()), []);
});

for (const [what, cells, finding] of [
  ["markers without metadata", [codeCell("half-answer", ANSWER)], /needs the metadata nbgrader, found none beside/],
  ["schema 4", [answer(ANSWER, { ...answerMetadata("half-answer"), schema_version: 4 }), tests()], /schema_version must be 3, found 4/],
  ["another id", [answer(ANSWER, answerMetadata("x")), tests()], /grade_id must be "half-answer", found "x"/],
  ["an answer without tests", [answer()], /an answer needs a cell half-test below it, found none/],
  ["no solution", [answer("half"), tests()], /must hold one solution, found 0/],
  ["no points", [answer(), tests(TEST, testMetadata("half-test", 0))], /points from 1 up, found 0/],
  ["no hidden test", [answer(), tests(TEST.split("\n")[0])], /needs a test that is hidden, found none/],
  ["no visible test", [answer(), tests(TEST.split("\n").slice(1).join("\n"))], /needs a test that a student sees, found none/],
  ["a marker without its pair", [answer(), tests(`${TEST}\n// END HIDDEN TESTS`)], /found no beginning of it/],
] as const) {
  test(`lintExercises finds ${what}`, () => {
    assert.match(findings(...cells).join("\n"), finding);
  });
}
