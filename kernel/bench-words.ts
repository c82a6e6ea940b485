/**
 * Measure word frequency on a million posts against other tools, and what the token index makes possible after.
 *
 * `node --import tsx kernel/bench-words.ts [posts] [runs]`, by default 1,000,000 and 5. Prints the tables; of a million
 * posts it also writes docs/benchmarks.md. Peers are installed into build/bench where the machine can have
 * them, and left out by name where not.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, loadavg, platform, release, totalmem } from "node:os";
import { join } from "node:path";

import { makePosts, STOP_WORDS } from "./bench/make-posts";
import { median } from "./line-of-times";

const FOLDER = "build/bench";
const [POSTS, RUNS] = [Number(process.argv[2] ?? 1_000_000), Number(process.argv[3] ?? 5)];
const SKLEARN = "1.5.2";
const DUCKDB = "1.5.5-r.5";

/** A process to time. */
interface Peer {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

/** What a process said and how long it took from its start to its end. */
interface Run {
  readonly seconds: number;
  readonly hash: string;
  readonly peakMb: number;
  /** Processor time of all its threads. */
  readonly cpuSeconds: number;
}

function main(): void {
  mkdirSync(FOLDER, { recursive: true });
  const load = loadavg()[1] as number;
  const posts = join(FOLDER, `posts-${POSTS}.jsonl`);
  const stop = join(FOLDER, "stop-words.json");
  makePosts(posts, POSTS);
  writeFileSync(stop, JSON.stringify(STOP_WORDS));

  const skipped: string[] = [];
  const peers: Peer[] = [
    { name: "clicks-to-streets, 2 threads", command: node("kernel/bench/count-ours.ts", posts, "2") },
    { name: "clicks-to-streets, 1 thread", command: node("kernel/bench/count-ours.ts", posts, "1") },
    ...duckDbPeers(posts, stop, skipped),
    ...pythonPeers(posts, stop, skipped),
    { name: "naive JavaScript (readline, match, Map)", command: node("kernel/bench/count-naive.ts", posts, stop) },
  ];
  // Once for the page cache, then every peer in turn, so that a slow minute of the machine slows all of them.
  readFileSync(posts);
  const runs = peers.map((): Run[] => []);
  for (let round = 0; round < RUNS; round++) {
    for (const [i, peer] of peers.entries()) {
      const run = time(peer);
      runs[i]?.push(run);
      console.error(`round ${round + 1} of ${RUNS}: ${peer.name} ${run.seconds.toFixed(2)} s`);
    }
  }
  const hashes = new Set(runs.flat().map(({ hash }) => hash));
  if (hashes.size !== 1) {
    const found = peers.map(({ name }, i) => `${name}: ${runs[i]?.[0]?.hash}`).join("; ");
    throw new Error(`bench-words: every tool must find the same hundred words, found ${found}`);
  }
  const report =
    reportOf(posts, peers, runs, [...hashes][0] as string, load) + indexReport(skipped, measureIndex(posts));
  console.log(report);
  if (POSTS === 1_000_000) {
    mkdirSync("docs", { recursive: true });
    writeFileSync("docs/benchmarks.md", report + loadingReport());
  }
}

/** The part on loading, which `lib/load/measure-loading.ts` measured and a person wrote, as it stands. */
function loadingReport(path = "docs/benchmarks.md"): string {
  const written = existsSync(path) ? readFileSync(path, "utf8") : "";
  const start = written.indexOf("\n## Loading\n");
  return start < 0 ? "" : written.slice(start);
}

function node(file: string, ...args: string[]): [string, ...string[]] {
  return [process.execPath, "--require", "tsx/cjs", file, ...args];
}

function time({ name, command: [program, ...args] }: Peer): Run {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 26 });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) {
    throw new Error(`bench-words: ${name} must end well, found status ${status}: ${stderr.slice(-2000)}`);
  }
  const { hash, peakMb, cpuSeconds } = JSON.parse(stdout.trim()) as Run;
  return { seconds, hash, peakMb, cpuSeconds };
}

function duckDbPeers(posts: string, stop: string, skipped: string[]): Peer[] {
  const folder = join(FOLDER, "duckdb");
  if (!existsSync(join(folder, "node_modules/@duckdb/node-api"))) {
    mkdirSync(folder, { recursive: true });
    const { status } = spawnSync("npm", [
      "install",
      "--prefix",
      folder,
      "--no-audit",
      "--no-fund",
      `@duckdb/node-api@${DUCKDB}`,
    ]);
    if (status !== 0) {
      skipped.push(`DuckDB ${DUCKDB} could not be installed`);
      return [];
    }
  }
  if (!existsSync(`${posts}.parquet`)) {
    const [program, ...args] = node("kernel/bench/count-duckdb.ts", posts, stop, folder, "parquet");
    const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
    if (status !== 0) {
      skipped.push(`DuckDB ${DUCKDB} could not write Parquet: ${stderr.trim().split("\n").at(-1)}`);
      return [];
    }
  }
  return [
    {
      name: `DuckDB ${DUCKDB}, SQL on Parquet`,
      command: node("kernel/bench/count-duckdb.ts", `${posts}.parquet`, stop, folder),
    },
    {
      name: `DuckDB ${DUCKDB}, SQL on JSON`,
      command: node("kernel/bench/count-duckdb.ts", posts, stop, folder),
    },
  ];
}

function pythonPeers(posts: string, stop: string, skipped: string[]): Peer[] {
  const version = spawnSync("python3", ["--version"], { encoding: "utf8" });
  if (version.status !== 0) {
    skipped.push("Python is not on this machine");
    return [];
  }
  const counter: Peer = {
    name: `${version.stdout.trim()}, Counter and re`,
    command: ["python3", "kernel/bench/count_counter.py", posts, stop],
  };
  const venv = join(FOLDER, "venv");
  const python = join(venv, "bin/python");
  const hasSklearn = (): boolean => spawnSync(python, ["-c", "import sklearn"]).status === 0;
  if (!hasSklearn()) {
    spawnSync("python3", ["-m", "venv", venv]);
    spawnSync(python, ["-m", "pip", "install", "--quiet", `scikit-learn==${SKLEARN}`]);
  }
  if (!hasSklearn()) {
    skipped.push(`scikit-learn ${SKLEARN} could not be installed`);
    return [counter];
  }
  return [
    counter,
    {
      name: `scikit-learn ${SKLEARN}, CountVectorizer`,
      command: [python, "kernel/bench/count_sklearn.py", posts, stop],
    },
  ];
}

/** What one process with the index built can do, from kernel/bench/measure-index.ts. */
type Measured = readonly { readonly what: string; readonly milliseconds: number; readonly note: string }[];

function measureIndex(posts: string): Measured {
  const folder = mkdtempSync(join(FOLDER, "cache-"));
  try {
    const [program, ...args] = node("kernel/bench/measure-index.ts", posts, folder);
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
    if (status !== 0) {
      throw new Error(`bench-words: measure-index must end well, found status ${status}: ${stderr.slice(-2000)}`);
    }
    return JSON.parse(stdout) as Measured;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function reportOf(posts: string, peers: readonly Peer[], runs: readonly Run[][], hash: string, load: number): string {
  const megabytes = statSync(posts).size / 1e6;
  const medians = runs.map((some) => median(some.map(({ seconds }) => seconds)));
  const ours = medians[0] as number;
  const rows = peers.map(({ name }, i) => {
    const seconds = (runs[i] as Run[]).map((run) => run.seconds);
    const cells = [
      name,
      (medians[i] as number).toFixed(2),
      `${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)}`,
      (megabytes / (medians[i] as number)).toFixed(0),
      String(median((runs[i] as Run[]).map(({ peakMb }) => peakMb))),
      median((runs[i] as Run[]).map(({ cpuSeconds }) => cpuSeconds)).toFixed(2),
      ((medians[i] as number) / ours).toFixed(1),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const [cpu] = cpus();
  return `# Benchmarks

Made by \`npm run bench\` (\`kernel/bench-words.ts\`) on ${new Date().toISOString().slice(0, 10)}, on ${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB,
${platform()} ${release().split("-")[0]}, Node ${process.versions.node}. Load average at the start: ${load.toFixed(1)}. Where that is not near 0 other programs were running, seconds say little, and
processor seconds (all threads together) compare better; on any machine quote ratios of one table.

## Word frequency

${grouped(POSTS)} posts, ${megabytes.toFixed(0)} MB of JSON lines made by \`kernel/bench/make-posts.ts\` from a seed. The task: lower-case, count words, leave out ${STOP_WORDS.length} stop words, take the first hundred.
All tools found the same hundred words with the same counts (SHA-1 ${hash.slice(0, 10)}). The peers take every run of letters for a word. Ours
does more in its time: it keeps addresses, tags, mentions, numbers, emoji and hyphened words apart, and builds the token index that every later measure reads. Whole processes from
start to end, each in turn, medians of ${RUNS}.

| tool | seconds | least–most | MB/s | peak MB | processor seconds | times ours |
|---|---|---|---|---|---|---|
${rows.join("\n")}
`;
}

function indexReport(skipped: readonly string[], measured: Measured): string {
  const more = measured.map(
    ({ what, milliseconds, note }) =>
      `| ${what} | ${milliseconds < 10 ? milliseconds.toFixed(2) : milliseconds.toFixed(0)} | ${note} |`,
  );
  return `${skipped.length > 0 ? `\nLeft out: ${skipped.join("; ")}.\n` : ""}
## From the index once built

One process, medians of 7 after one warm-up.

| what | ms | |
|---|---|---|
${more.join("\n")}
`;
}

/** A whole number with commas. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

main();
