import { resolve } from "node:path";

import type { Command, Option } from "commander";

import { commandExamples } from "./command-examples";
import { type StudentNotebook, writeCourse, writeStudentVersion } from "./student/write-student-version";

/**
 * Add `nb student`, which writes the notebooks without their solutions.
 *
 * @param root  gives the project's folder once the command line is read
 * @param only  the option `--only`, as `run` and `verify` have it
 */
export function addStudentCommand(program: Command, root: () => string, only: Option): void {
  program
    .command("student")
    .summary("write the notebooks for students: stubs in place of solutions")
    .description(
      "Write the notebooks as students get them to build/student: stubs in place of solutions, no hidden tests,\n" +
        "no outputs. With --course, write the folder of an nbgrader course with the solutions instead.",
    )
    .addOption(only)
    .option("--course <dir>", "write nbgrader_config.py and source/NAME/NAME.ipynb into this folder")
    .addHelpText(
      "after",
      `${commandExamples([
        ["npm run student", "all notebooks, to hand out as they are"],
        ["npm run student -- --only 01", "one notebook"],
        ["npm run student -- --course ~/course", "to release, collect and grade with nbgrader"],
      ])}\n\nExit code: 0 all is written, 1 not so, 2 wrong usage. docs/teaching.md says how to grade.`,
    )
    .action((options: { only: string[]; course?: string }) => {
      const course = options.course === undefined ? undefined : resolve(options.course);
      const written =
        course === undefined
          ? writeStudentVersion(root(), options.only)
          : writeCourse(root(), options.only, course);
      process.stdout.write(`${lineOf(written)}\n${nextStep(written, course)}\n`);
    });
}

function lineOf(written: readonly StudentNotebook[]): string {
  const sum = (key: "exercises" | "points"): number => written.reduce((total, one) => total + one[key], 0);
  const lines = written.map(({ name, exercises, points }) => `  ${name}: ${exercises} exercises, ${points} points`);
  return [...lines, `${written.length} notebooks, ${sum("exercises")} exercises, ${sum("points")} points.`].join("\n");
}

function nextStep(written: readonly StudentNotebook[], course: string | undefined): string {
  if (course === undefined) return "They are in build/student; open them with: npm run lab -- build/student";
  const first = written[0]?.name ?? "NAME";
  return `The course is in ${course}; go there and release a notebook with: nbgrader generate_assignment ${first}`;
}
