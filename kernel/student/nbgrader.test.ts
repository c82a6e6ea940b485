import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import test, { after } from "node:test";
import { promisify } from "node:util";

import { findNotebooks } from "../find-notebooks";
import { joinText } from "../join-text";
import { type Cell, type Notebook, readNotebook, writeNotebook } from "../notebook-file";
import { registerKernel } from "../register";
import { COMMON_MISTAKES } from "./common-mistakes";
import { makeStudentVersion } from "./make-student-version";
import { exercisesOf, writeCourse } from "./write-student-version";

const ROOT = join(__dirname, "..", "..");
const BIN = process.platform === "win32" ? "Scripts" : "bin";
const PATH = `${join(ROOT, ".venv", BIN)}${delimiter}${process.env["PATH"]}`;
const hasNbgrader = spawnSync("nbgrader", ["--version"], { env: { ...process.env, PATH }, stdio: "ignore" }).status === 0;
const unless = hasNbgrader || process.env["CI"] ? {} : { skip: "needs nbgrader in .venv or on PATH, found none" };
/** Handed in whole; of the others the exercises alone, which use nothing of what stands above them, to save minutes. */
const WHOLE = ["00-start-here", "01-sampling"];

interface Grade {
  readonly assignment: string;
  readonly student: "empty" | "solved" | "mistaken";
  readonly score: number;
  readonly max_score: number;
  readonly cells: Readonly<Record<string, { score: number; message: string | null }>>;
}

mkdirSync(join(ROOT, "build"), { recursive: true });
const folder = mkdtempSync(join(ROOT, "build", "nbgrader-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const course = join(folder, "course");

const sources = new Map<string, Notebook>();
const names = findNotebooks(ROOT).filter((name) => exercisesOf(source(name)).exercises > 0);

/** A notebook as it was when this file first looked at it. */
function source(name: string): Notebook {
  const notebook = sources.get(name) ?? readNotebook(join(ROOT, "notebooks", `${name}.ipynb`));
  sources.set(name, notebook);
  return notebook;
}

/** Hand in a student's copy of a notebook, with these answers in the cells for answers. */
function handIn(student: Grade["student"], name: string, answerOf: (cell: Cell) => string | undefined): void {
  const copy = makeStudentVersion(source(name));
  const first = WHOLE.includes(name) ? 0 : copy.cells.findIndex(({ id }) => id === "exercises");
  const cells = copy.cells.slice(first).map((cell) => {
    const answer = cell.id.endsWith("-answer") ? answerOf(cell) : undefined;
    return answer === undefined ? cell : { ...cell, source: answer };
  });
  const place = join(course, "submitted", student, name);
  mkdirSync(place, { recursive: true });
  writeNotebook(join(place, `${name}.ipynb`), { ...copy, cells });
}

function mistakeIn(name: string, { id }: Cell): string | undefined {
  return COMMON_MISTAKES.find(({ notebook, exercise }) => notebook === name && `${exercise}-answer` === id)?.answer;
}

async function grade(): Promise<Grade[]> {
  await registerKernel({ prefix: folder });
  const env = {
    ...process.env,
    PATH,
    JUPYTER_PATH: join(folder, "share", "jupyter"),
    JUPYTER_DATA_DIR: join(folder, "data"),
    JUPYTER_CONFIG_DIR: join(folder, "config"),
    JUPYTER_RUNTIME_DIR: join(folder, "runtime"),
  };
  const python = join(ROOT, ".venv", BIN, "python");
  const script = join(ROOT, "kernel", "student", "grade-course.py");
  const options = { env, cwd: course, maxBuffer: 1e8 };
  const { stdout } = await promisify(execFile)(existsSync(python) ? python : "python3", [script], options);
  return JSON.parse(stdout) as Grade[];
}

test("each mistake that is called common is made in an exercise that exists", () => {
  for (const { notebook, exercise } of COMMON_MISTAKES) {
    const ids = names.includes(notebook) ? source(notebook).cells.map(({ id }) => id) : [];
    assert.ok(ids.includes(`${exercise}-answer`), `${notebook} has no cell ${exercise}-answer`);
  }
});

test("docs/teaching.md tells instructors of each common mistake, in the words that students get", () => {
  const page = readFileSync("docs/teaching.md", "utf8");
  for (const { notebook, exercise, mistake, message } of COMMON_MISTAKES) {
    const row = page.split("\n").find((line) => line.startsWith(`| ${notebook.slice(0, 2)} ${exercise} |`));
    assert.ok(row?.includes(`| ${mistake} |`) && row.includes(`| ${message} |`), `${notebook} ${exercise}: ${row}`);
  }
});

test("every notebook has three to five exercises, each with a common mistake", () => {
  for (const name of findNotebooks(ROOT)) {
    const answers = source(name).cells.filter(({ id }) => id.endsWith("-answer"));
    assert.ok(answers.length >= 3 && answers.length <= 5, `${name} has ${answers.length} exercises`);
    for (const cell of answers) assert.ok(mistakeIn(name, cell), `${name} ${cell.id} has no common mistake`);
  }
});

test(
  "nbgrader releases what npm run student writes, gives nothing for an empty copy, full marks for the solutions, " +
    "and for a common mistake nothing but a message that teaches",
  { ...unless, timeout: 1_200_000 },
  async (t) => {
    writeCourse(ROOT, [], course);
    for (const name of names) {
      handIn("mistaken", name, (cell) => mistakeIn(name, cell));
      handIn("empty", name, () => undefined);
      handIn("solved", name, ({ id }) => joinText(source(name).cells.find((cell) => cell.id === id)?.source));
    }
    const grades = await grade();
    assert.equal(grades.length, 3 * names.length);

    for (const name of names) {
      await t.test(`${name}: the release is the student version, but for checksums`, () => {
        const release = readNotebook(join(course, "release", name, `${name}.ipynb`));
        assert.deepEqual(release.cells.map(withoutChecksum), makeStudentVersion(source(name)).cells);
      });
    }
    for (const { assignment, student, score, max_score, cells } of grades) {
      await t.test(`${assignment}: the ${student} copy`, () => {
        assert.equal(max_score, exercisesOf(source(assignment)).points);
        assert.equal(score, student === "solved" ? max_score : 0);
        for (const [id, { message }] of Object.entries(cells)) {
          const exercise = id.replace(/-test$/, "");
          const taught = COMMON_MISTAKES.find((one) => one.notebook === assignment && one.exercise === exercise);
          const wanted = { empty: "No answer yet", solved: null, mistaken: taught?.message ?? "?" }[student];
          if (wanted === null) assert.equal(message, null);
          else assert.ok(message?.includes(wanted), `${id} said: ${message}`);
        }
      });
    }
  },
);

/** nbgrader adds a checksum to each cell of an exercise. */
function withoutChecksum(cell: Cell): Cell {
  const { nbgrader, ...metadata } = cell.metadata as { nbgrader?: Record<string, unknown> };
  if (nbgrader === undefined) return cell;
  const { checksum: _, ...rest } = nbgrader;
  return { ...cell, metadata: { ...metadata, nbgrader: rest } };
}

test("nbgrader_config.py stands in the course that nb student --course writes", { ...unless }, () => {
  const path = join(course, "nbgrader_config.py");
  assert.equal(readFileSync(path, "utf8"), readFileSync("kernel/student/nbgrader_config.py", "utf8"));
});
