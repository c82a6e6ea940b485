import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import {
  checkClaims,
  type ClaimsCheck,
  collectClaims,
  type FoundClaim,
  type ListedClaim,
  readListedClaims,
} from "./check-claims";
import { findNotebooks, partByReading } from "./find-notebooks";
import { mapAtMost, mapLastFirst } from "./map-at-most";
import { writeNotebook } from "./notebook-file";
import { describeFault, type NotebookRun, runNotebook } from "./run-notebook";
import { writeAtomically } from "./write-atomically";

export interface RunOptions {
  /** The project's folder. */
  readonly root: string;
  /** Numbers or beginnings of names; empty for all. */
  readonly only?: readonly string[];
  /** A reader's own corpus folder, whole path; absent for the teaching corpus. */
  readonly corpus?: string;
  /** Absent for the seed that stands in the notebooks. */
  readonly seed?: number;
  /** Zone of times in a reader's exports that name none; absent for UTC. */
  readonly zone?: string;
  /** How many notebooks run at a time. */
  readonly jobs: number;
  /** How long one cell may take. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  readonly progress?: RunProgress;
}

/** What a person at a terminal is told while notebooks run. */
export interface RunProgress {
  start(names: readonly string[], jobs: number): void;
  cell(name: string, ran: number, cells: number, id: string): void;
  /** @param verdicts  how those of its claims compare, such as "12 of 12 verdicts as expected"; absent where none is expected */
  done(run: NotebookRun, verdicts?: string): void;
  stop(): void;
}

export interface RunReport extends ClaimsCheck {
  readonly runs: readonly NotebookRun[];
  /** The whole list of claims, for telling which were not reached. */
  readonly listed: readonly ListedClaim[];
  /** Whether a reader's own corpus was read, for which no corpus verdict is expected. */
  readonly ownCorpus: boolean;
  /** What went wrong, a paragraph each: notebooks, then claims, then files. Empty when all is well. */
  readonly faults: readonly string[];
}

/**
 * Run the notebooks of a project, each in its own fresh kernel, and hold their claims against what is expected.
 *
 * Writes `build/notebooks/*.ipynb`, `build/claims.json`, `build/run.json`, and the book of what is then in
 * `build/notebooks`. A notebook that fails does not keep the others from running, and stands in the book as it failed.
 *
 * @throws Error when there is nothing to run, `data/claims.csv` cannot be read, or `build` cannot be written at
 *   the start
 * @throws the reason of `signal` when the run was ended by it; nothing is written then
 */
export async function runNotebooks(options: RunOptions): Promise<RunReport> {
  const { root, only = [], corpus, seed, zone, jobs, timeoutMs, signal, progress } = options;
  const names = findNotebooks(root, only);
  const listed = readListedClaims(root);
  const build = join(root, "build");
  checkWritable(build);
  const isOther = wasOtherCorpus(build, { corpus: corpus ?? "teaching", seed: seed ?? null, zone: zone ?? null });

  const env: Record<string, string> = {};
  if (corpus !== undefined) env["CLICKS_CORPUS"] = corpus;
  if (seed !== undefined) env["CLICKS_SEED"] = String(seed);
  if (zone !== undefined) env["CLICKS_ZONE"] = zone;
  const run = async (name: string): Promise<NotebookRun> => {
    const onCell = progress?.cell.bind(progress, name);
    const ran = await runNotebook(name, {
      root,
      env,
      timeoutMs,
      ...(signal && { signal }),
      ...(onCell && { onCell }),
    });
    progress?.done(ran, verdictsOf(ran, listed, corpus !== undefined));
    return ran;
  };
  const { first, last } = partByReading(root, names);
  progress?.start([...first, ...last], jobs);
  const runs: NotebookRun[] = [];
  try {
    runs.push(...(await mapLastFirst(jobs, first, run)));
    if (first.length > 0 && last.length > 0) {
      // lib/load/load-found-claims.ts reads this file.
      env["CLICKS_CLAIMS"] = join(build, "claims.json");
      writeAtomically(env["CLICKS_CLAIMS"], asJson(runs.flatMap(claimsOf)));
    }
    runs.push(...(await mapAtMost(jobs, last, run)));
  } finally {
    progress?.stop();
  }

  const found = runs.flatMap(claimsOf);
  const finished = runs.filter(({ fault }) => fault === null).map(({ name }) => name);
  const check = checkClaims(found, listed, finished, corpus !== undefined);
  const inRuns = runs.flatMap(({ name, fault }) => (fault === null ? [] : [describeFault(name, fault)]));

  const summary = {
    node: process.versions.node,
    icu: process.versions.icu ?? null,
    seed: seed ?? null,
    zone: zone ?? null,
    corpus: corpus ?? "teaching",
    notebooks: runs.map(({ name, seconds, cells, fault }) => ({ name, seconds, cells, ok: fault === null })),
  };
  // Loaded here, since it takes a moment that a person at a terminal should not wait for at the start.
  const { buildBook } = require("./book/build-book") as typeof import("./book/build-book");
  const inFiles = [
    ...runs.map(({ name, notebook }) => () => {
      if (notebook !== null) writeNotebook(join(build, "notebooks", `${name}.ipynb`), notebook);
    }),
    () => writeAtomically(join(build, "claims.json"), asJson(check.claims)),
    () => writeAtomically(join(build, "run.json"), asJson(summary)),
    // What an earlier run left of a notebook that is gone or renamed would look like a result of this one.
    () => (only.length === 0 || isOther ? removeOthers(join(build, "notebooks"), names) : undefined),
    () => void (runs.some(({ notebook }) => notebook !== null) && buildBook(root)),
  ].flatMap(faultOf);
  const ownCorpus = corpus !== undefined;
  return { runs, listed, ownCorpus, claims: check.claims, faults: [...inRuns, ...check.faults, ...inFiles] };
}

/** A reviewer need not wait for the last notebook to learn what became of the first. */
function verdictsOf(run: NotebookRun, listed: readonly ListedClaim[], ownCorpus: boolean): string | undefined {
  const own = listed.filter(({ notebook }) => notebook === run.name);
  const { claims } = checkClaims(claimsOf(run), own, [], ownCorpus);
  const expected = claims.filter(({ expected }) => expected !== null);
  if (expected.length === 0) return undefined;
  const met = expected.filter(({ verdict, expected }) => verdict === expected).length;
  return `${met} of ${expected.length} ${expected.length === 1 ? "verdict" : "verdicts"} as expected`;
}

function claimsOf({ name, notebook }: NotebookRun): FoundClaim[] {
  return notebook === null ? [] : collectClaims(name, notebook);
}

/** Learn before the run, not after it, that its results cannot be kept: they need about a megabyte. */
function checkWritable(build: string): void {
  const probe = join(build, "notebooks", `.probe-${process.pid}`);
  try {
    writeAtomically(probe, "0".repeat(2 ** 20));
  } catch (error) {
    throw new Error((error as Error).message.replace(probe, build), { cause: error });
  }
  rmSync(probe);
}

/** Whether the run before this one read another corpus: its notebooks must not stand beside this one's, in the book or elsewhere. */
function wasOtherCorpus(build: string, now: Readonly<Record<"corpus" | "seed" | "zone", unknown>>): boolean {
  try {
    const before = JSON.parse(readFileSync(join(build, "run.json"), "utf8")) as Partial<typeof now>;
    return before.corpus !== now.corpus || before.seed !== now.seed || (before.zone ?? null) !== now.zone;
  } catch {
    return false; // There was none, or it was cut short: nothing is known against what stands there.
  }
}

function removeOthers(folder: string, names: readonly string[]): void {
  for (const file of readdirSync(folder)) {
    if (/^\d\d-.+\.ipynb$/.test(file) && !names.includes(file.slice(0, -".ipynb".length)))
      rmSync(join(folder, file));
  }
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function faultOf(write: () => void): string[] {
  try {
    write();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
