import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { checkClaims, collectClaims, readListedClaims } from "./check-claims";
import { checkProject } from "./check-project";
import { DEFAULT_TOLERANCE } from "./compare-values";
import { lintNotebooks } from "./lint-notebooks";
import { describeFault } from "./run-notebook";
import { describeError, emptyTally, runTestFiles, type Tally } from "./run-test-files";
import { verifyNotebooks } from "./verify-notebooks";

const CELL_TIMEOUT_MS = 120_000;

/**
 * Check everything that a machine can check: types, notebooks, unit tests, examples, front ends, and at last
 * whether the notebooks still give their committed outputs and the expected verdicts.
 *
 * Prints a line a file or check, then each failure, each skipped test with its reason, and closes with
 * `N passed, N failed, N skipped`.
 *
 * @param root   the project's folder
 * @param parts  run only test files with one of these in their path, and no other check; empty for everything
 * @returns the exit code: 0 when nothing failed
 */
export async function runTests(root: string, parts: readonly string[], signal: AbortSignal): Promise<number> {
  process.chdir(root);
  const files = findTests(root).filter(
    (file) => parts.length === 0 || parts.some((part) => file.includes(part)),
  );
  if (files.length === 0)
    throw new Error(`nb test: needed a test file with ${parts.join(" or ")} in its path, found none`);
  const width = Math.max(...files.map(({ length }) => length));
  const tallies: Tally[] = [];
  const add = (tally: Tally): void => {
    tallies.push(tally);
    process.stdout.write(`${lineOf(tally, width)}\n`);
  };

  if (parts.length === 0) {
    add(await tallyOf("types", () => checkProject(root)));
    add(
      await tallyOf("lint", () =>
        lintNotebooks(root).map(({ where, rule, message }) => `${where}: ${rule}: ${message}`),
      ),
    );
  }
  for await (const tally of runTestFiles(root, files, signal)) add(tally);
  signal.throwIfAborted();
  if (parts.length === 0) add(await tallyOf("notebooks", (tally) => checkOutputs(root, tally, signal)));
  signal.throwIfAborted();

  process.stdout.write(tallies.flatMap(failuresOf).join(""));
  const skips = tallies.flatMap(({ name, skips }) =>
    skips.map(({ title, reason }) => `skipped: ${name}: ${title} (${reason})\n`),
  );
  process.stdout.write(skips.length === 0 ? "" : `\n${skips.join("")}`);
  const passed = sum(tallies.map((tally) => tally.passed));
  const failed = sum(tallies.map(({ failures }) => failures.length));
  process.stdout.write(`\n${passed} passed, ${failed} failed, ${skips.length} skipped\n`);
  return failed === 0 ? 0 : 1;
}

/**
 * List the test files, the fast ones first, so that a slip in the library is told within seconds.
 *
 * @returns paths relative to the root: the library, what runs without a kernel, with a kernel, in a front end
 */
function findTests(root: string): string[] {
  const files = ["lib", "kernel"].flatMap((folder) => {
    const inside = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
    return inside.map((file) => `${folder}/${file.replaceAll("\\", "/")}`);
  });
  const tests = files.filter((file) => file.endsWith(".test.ts")).sort();
  const stages = new Map(tests.map((file) => [file, stageOf(file, readFileSync(join(root, file), "utf8"))]));
  return tests.sort((a, b) => (stages.get(a) ?? 0) - (stages.get(b) ?? 0));
}

function stageOf(file: string, source: string): number {
  if (/\b(playwright-core|nbconvert|jupyter lab|jupyterlab|grade-course)\b/.test(source)) return 3;
  if (/\b(startKernel|runNotebooks?|verifyNotebooks?|spawn)\b/.test(source)) return 2;
  return file.startsWith("lib/") ? 0 : 1;
}

/**
 * One check that is no test file: each line it returns is a failure; none, and nothing counted, is one success.
 */
async function tallyOf(
  name: string,
  check: (tally: Tally) => readonly string[] | Promise<readonly string[]>,
): Promise<Tally> {
  const tally = emptyTally(name);
  const begin = performance.now();
  try {
    tally.failures.push(...(await check(tally)).map((title) => ({ title, error: "" })));
    if (tally.failures.length === 0 && tally.passed === 0) tally.passed = 1;
  } catch (error) {
    tally.failures.push({ title: "the check itself", error: describeError(error) });
  }
  tally.seconds = (performance.now() - begin) / 1000;
  return tally;
}

/** Run the notebooks as `nb verify` does and hold their claims as `nb run` does; one success a notebook. */
async function checkOutputs(root: string, tally: Tally, signal: AbortSignal): Promise<readonly string[]> {
  const options = {
    root,
    only: [],
    jobs: 2,
    timeoutMs: CELL_TIMEOUT_MS,
    tolerance: DEFAULT_TOLERANCE,
    update: false,
    signal,
  };
  const verifications = await verifyNotebooks(options);
  for (const { run, differing } of verifications) {
    const path = `notebooks/${run.name}.ipynb`;
    for (const { cell, differences } of differing) {
      tally.failures.push({
        title: `${path} cell ${cell} does not give its committed output`,
        error: differences.join("\n"),
      });
    }
    if (run.fault !== null)
      tally.failures.push({ title: `${path} does not run`, error: describeFault(run.name, run.fault) });
    else if (differing.length === 0) tally.passed += 1;
  }
  const runs = verifications.map(({ run }) => run);
  const found = runs.flatMap(({ name, notebook }) => (notebook === null ? [] : collectClaims(name, notebook)));
  const finished = runs.filter(({ fault }) => fault === null).map(({ name }) => name);
  return checkClaims(found, readListedClaims(root), finished).faults;
}

function lineOf({ name, seconds, passed, failures, skips }: Tally, width: number): string {
  const counts = [
    `${passed} passed`,
    ...(failures.length > 0 ? [`${failures.length} FAILED`] : []),
    ...(skips.length > 0 ? [`${skips.length} skipped`] : []),
  ];
  const time = seconds === null ? "" : `${seconds.toFixed(1)} s`;
  return `${name.padEnd(width)}  ${time.padStart(7)}  ${counts.join(", ")}`;
}

function failuresOf({ name, failures, printed }: Tally): string[] {
  const lines = failures.map(
    ({ title, error }) => `\nfailed: ${name}: ${title}\n${error === "" ? "" : `${indent(error)}\n`}`,
  );
  if (failures.length > 0 && printed.trim() !== "")
    lines.push(`\n${name} printed:\n${indent(printed.trim())}\n`);
  return lines;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "    ");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
