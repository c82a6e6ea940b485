import { setMaxListeners } from "node:events";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { run } from "node:test";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";

/** How one file of tests, or one other check, came out. */
export interface Tally {
  readonly name: string;
  passed: number;
  readonly failures: { readonly title: string; readonly error: string }[];
  readonly skips: { readonly title: string; readonly reason: string }[];
  /** What the file printed; of interest only when a test in it failed. */
  printed: string;
  seconds: number | null;
}

const FILE_TIMEOUT_MS = 300_000;

export function emptyTally(name: string): Tally {
  return { name, passed: 0, failures: [], skips: [], printed: "", seconds: null };
}

/**
 * Run test files, each in a process of its own, as many at a time as the machine has cores (at most four).
 *
 * @param root   the project's folder, which must be the current one
 * @param files  paths relative to the root, in the order in which they are begun
 * @yields the tally of each file, in the same order
 */
export async function* runTestFiles(
  root: string,
  files: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<Tally> {
  // Node 20 hands its own flags on to the process of each test file; nb.cjs was started with none.
  if (!process.execArgv.some((flag) => flag.includes("tsx"))) {
    process.execArgv.push("--import", pathToFileURL(require.resolve("tsx")).href);
  }
  // Node listens to the signal once a file; its warning is meant for leaks.
  setMaxListeners(0, signal);
  const paths = files.map((file) => join(root, file));
  const named = (path: string | undefined): string => relative(root, path ?? "").replaceAll("\\", "/");
  const tallies = new Map(files.map((file) => [file, emptyTally(file)]));
  let current: Tally | undefined;

  // Node tells of the tests file by file, in the order of the list, but of a file's end as soon as it comes.
  const concurrency = Math.min(4, availableParallelism());
  for await (const { type, data } of run({ files: paths, concurrency, timeout: FILE_TIMEOUT_MS, signal })) {
    const isFile = "name" in data && paths.includes(data.name);
    const tally = tallies.get(named(isFile ? data.name : "file" in data ? data.file : ""));
    if (tally === undefined) continue;
    if (type === "test:stdout" || type === "test:stderr") tally.printed += data.message;
    if (type === "test:complete" && isFile) tally.seconds = data.details.duration_ms / 1000;
    if (type !== "test:pass" && type !== "test:fail") continue;
    if (current !== undefined && tally !== current) yield current;
    current = tally;
    count(tally, isFile ? "the file itself" : data.name, type === "test:pass", data, isFile);
  }
  if (current !== undefined) yield current;
}

interface TestEnd {
  readonly skip?: string | boolean;
  readonly todo?: string | boolean;
  readonly details: { readonly type?: string; readonly error?: Error };
}

/** Count a test once: a group or a file counts only when it failed on its own, outside of the tests in it. */
function count(
  tally: Tally,
  title: string,
  hasPassed: boolean,
  { skip, todo, details }: TestEnd,
  isFile: boolean,
): void {
  const { failureType } = (details.error ?? {}) as { failureType?: string };
  if (failureType === "subtestsFailed") return;
  if (skip !== undefined || todo !== undefined) {
    const reason = [skip, todo].find((text) => typeof text === "string" && text !== "");
    tally.skips.push({ title, reason: String(reason ?? "no reason given") });
  } else if (!hasPassed) tally.failures.push({ title, error: describeError(details.error) });
  else if (!isFile && details.type !== "suite") tally.passed += 1;
}

/** The error of the test's own code, without the frames of Node and of its test runner. */
export function describeError(error: unknown): string {
  const own = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const text = own instanceof Error ? (own.stack ?? own.message) : typeof own === "string" ? own : inspect(own);
  return text
    .split("\n")
    .filter((line) => !/^\s+at .*(node:internal|node:async_hooks)/.test(line))
    .join("\n");
}
