import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { run } from "node:test";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";

import { checkProject } from "./check-project";
import { lintNotebooks } from "./lint-notebooks";

/** How one file of tests, or one check, came out. */
interface Tally {
  passed: number;
  readonly failures: { readonly title: string; readonly error: string }[];
  readonly skips: { readonly title: string; readonly reason: string }[];
  /** What the file printed; shown only when a test in it failed. */
  printed: string;
}

const FILE_TIMEOUT_MS = 300_000;

/**
 * Check everything that a machine can check: types, notebooks, unit tests, examples, and at last the front ends.
 *
 * Prints a line a file, then each failure, each skipped test with its reason, and closes with
 * `N passed, N failed, N skipped`.
 *
 * @param root   the project's folder
 * @param parts  run only test files with one of these in their path, and no other check; empty for everything
 * @returns the exit code: 0 when nothing failed
 */
export async function runTests(root: string, parts: readonly string[], signal: AbortSignal): Promise<number> {
  process.chdir(root);
  const files = findTests(root).filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)));
  if (files.length === 0) throw new Error(`nb test: needed a test file with ${parts.join(" or ")} in its path, found none`);
  const tallies = new Map<string, Tally>();
  if (parts.length === 0) {
    tallies.set("types", tallyOf(() => checkProject(root)));
    tallies.set("notebooks", tallyOf(() => lintNotebooks(root).map(({ where, rule, message }) => `${where}: ${rule}: ${message}`)));
  }
  const width = Math.max(...files.map(({ length }) => length));
  for (const [name, tally] of tallies) process.stdout.write(lineOf(name.padEnd(width), tally));
  await runFiles(root, files, signal, tallies, width);
  signal.throwIfAborted();

  const all = [...tallies.entries()];
  for (const [file, { failures, printed }] of all) {
    for (const { title, error } of failures) process.stdout.write(`\nfailed: ${file}: ${title}\n${indent(error)}\n`);
    if (failures.length > 0 && printed.trim() !== "") process.stdout.write(`\n${file} printed:\n${indent(printed.trimEnd())}\n`);
  }
  const skips = all.flatMap(([file, tally]) => tally.skips.map(({ title, reason }) => `skipped: ${file}: ${title} (${reason})\n`));
  if (skips.length > 0) process.stdout.write(`\n${skips.join("")}`);
  const [passed, failed] = [sum(all.map(([, tally]) => tally.passed)), sum(all.map(([, tally]) => tally.failures.length))];
  process.stdout.write(`\n${passed} passed, ${failed} failed, ${skips.length} skipped\n`);
  return failed === 0 ? 0 : 1;
}

/**
 * List the test files, the fast ones first, so that a slip in the library is told within seconds.
 *
 * @returns paths relative to the root: the library, what runs without a kernel, with a kernel, in a front end
 */
export function findTests(root: string): string[] {
  const files = ["lib", "kernel"].flatMap((folder) => {
    return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file.replaceAll("\\", "/")}`);
  });
  const tests = files.filter((file) => file.endsWith(".test.ts")).sort();
  const stages = new Map(tests.map((file) => [file, stageOf(file, readFileSync(join(root, file), "utf8"))]));
  return tests.sort((a, b) => (stages.get(a) ?? 0) - (stages.get(b) ?? 0));
}

function stageOf(file: string, source: string): number {
  if (/\b(playwright-core|nbconvert|jupyter lab|jupyterlab)\b/.test(source)) return 3;
  if (/\b(startKernel|runNotebooks?|verifyNotebooks?|spawn)\b/.test(source)) return 2;
  return file.startsWith("lib/") ? 0 : 1;
}

async function runFiles(
  root: string,
  files: readonly string[],
  signal: AbortSignal,
  tallies: Map<string, Tally>,
  width: number,
): Promise<void> {
  // Node 20 hands its own flags on to the process of each test file; started through nb.cjs there are none yet.
  if (!process.execArgv.some((flag) => flag.includes("tsx"))) process.execArgv.push("--import", pathToFileURL(require.resolve("tsx")).href);
  const paths = files.map((file) => join(root, file));
  const named = (path: string | undefined): string => relative(root, path ?? "").replaceAll("\\", "/");
  const tallyFor = (file: string): Tally => {
    const tally = tallies.get(file) ?? emptyTally();
    tallies.set(file, tally);
    return tally;
  };
  const events = run({ files: paths, concurrency: Math.min(4, availableParallelism()), timeout: FILE_TIMEOUT_MS, signal });
  // Node tells of the tests file by file, in the order of the list, and of a file's end as soon as it comes.
  const seconds = new Map<string, string>();
  let current: string | undefined;
  const close = (): void => {
    if (current === undefined) return;
    process.stdout.write(lineOf(current.padEnd(width), tallyFor(current), `${seconds.get(current) ?? "?"} s`));
  };
  for await (const { type, data } of events) {
    if (type === "test:stdout" || type === "test:stderr") tallyFor(named(data.file)).printed += data.message;
    if (type === "test:complete" && paths.includes(data.name)) {
      seconds.set(named(data.name), (data.details.duration_ms / 1000).toFixed(1));
    }
    if (type !== "test:pass" && type !== "test:fail") continue;
    const isFile = paths.includes(data.name);
    const file = named(isFile ? data.name : data.file);
    if (file !== current) close();
    current = file;
    count(tallyFor(file), isFile ? "the file itself" : data.name, type === "test:pass", data, isFile);
  }
  close();
}

interface TestEnd {
  readonly skip?: string | boolean;
  readonly todo?: string | boolean;
  readonly details: { readonly type?: string; readonly error?: Error };
}

/** Count a test once: a group or a file counts only when it failed on its own, outside of the tests in it. */
function count(tally: Tally, title: string, hasPassed: boolean, { skip, todo, details }: TestEnd, isFile: boolean): void {
  const { failureType } = (details.error ?? {}) as { failureType?: string };
  if (failureType === "subtestsFailed") return;
  if (skip !== undefined || todo !== undefined) {
    const reason = [skip, todo].find((text) => typeof text === "string" && text !== "");
    tally.skips.push({ title, reason: String(reason ?? "no reason given") });
  } else if (!hasPassed) tally.failures.push({ title, error: describeError(details.error) });
  else if (!isFile && details.type !== "suite") tally.passed += 1;
}

/** One check that is no test file: each message is a failure, and none at all is one success. */
function tallyOf(check: () => readonly string[]): Tally {
  const tally = emptyTally();
  try {
    tally.failures.push(...check().map((line) => ({ title: line, error: "" })));
  } catch (error) {
    tally.failures.push({ title: "the check itself", error: describeError(error) });
  }
  tally.passed = tally.failures.length === 0 ? 1 : 0;
  return tally;
}

function emptyTally(): Tally {
  return { passed: 0, failures: [], skips: [], printed: "" };
}

function lineOf(name: string, { passed, failures, skips }: Tally, time = ""): string {
  const counts = [
    `${passed} passed`,
    ...(failures.length > 0 ? [`${failures.length} FAILED`] : []),
    ...(skips.length > 0 ? [`${skips.length} skipped`] : []),
  ];
  return `${name}  ${time.padStart(7)}  ${counts.join(", ")}\n`;
}

/** The error of the test's own code, without the frames of the test runner. */
function describeError(error: unknown): string {
  const own = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const text = own instanceof Error ? (own.stack ?? own.message) : typeof own === "string" ? own : inspect(own);
  return text.split("\n").filter((line) => !/^\s+at .*(node:internal|async Promise\.all)/.test(line)).join("\n");
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "    ");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
