import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { startKernel } from "./client";
import { findNotebooks } from "./find-notebooks";
import { KERNEL_ARGV } from "./kernel-argv";
import { lineOfTimes, median } from "./line-of-times";
import { readNotebook } from "./notebook-file";

const ROOT = join(__dirname, "..");
const TSLAB = [
  process.execPath,
  join(ROOT, "node_modules", "tslab", "bin", "tslab"),
  "kernel",
  "--config-path",
  "{connection_file}",
];
const ROUNDS = Number(process.argv[2] ?? 5);
const CELLS = 40;

/** Milliseconds, by what was measured; null where a cell failed, as only tslab's may. */
type Measured = Record<string, number | null>;

async function measure(argv: readonly string[]): Promise<Measured> {
  const start = performance.now();
  const kernel = await startKernel({ argv, cwd: ROOT });
  const ready = performance.now() - start;
  const time = async (code: string): Promise<number | null> => {
    const before = performance.now();
    const { status, error } = await kernel.execute(code);
    if (status !== "ok" && argv === KERNEL_ARGV)
      throw new Error(`${code}: needed status ok, found ${status}, ${error?.traceback.join("\n")}`);
    return status === "ok" ? performance.now() - before : null;
  };
  await time("const first = 1;\nfirst");
  const firstCell = performance.now() - start;
  const cells: (number | null)[] = [];
  for (let i = 0; i < CELLS; i++) cells.push(await time(`const a${i} = ${i};\na${i} + first`));
  const importLib = await time(importAll());
  const afterImport = await time("const last = 1;\nlast");
  await kernel.shutdown();
  const importLater = argv === KERNEL_ARGV ? await measureAfterPause() : null;
  const importOfNotebook = argv === KERNEL_ARGV ? median(await measureNotebooks()) : null;
  return {
    "ready to answer": ready,
    "start to the end of a first cell": firstCell,
    [`trivial cell (median of ${CELLS})`]: cells.includes(null) ? null : median(cells.filter((cell) => cell !== null)),
    "first import of the whole of lib": importLib,
    "the same after a pause of 2 s": importLater,
    "a cell after that": afterImport,
    "a notebook's first import (of 9)": importOfNotebook,
  };
}

/** The first import of lib as a person at a front end feels it, who has looked at the notebook for two seconds. */
async function measureAfterPause(): Promise<number> {
  const kernel = await startKernel({ cwd: ROOT });
  await sleep(2_000);
  const before = performance.now();
  await kernel.execute(importAll());
  const time = performance.now() - before;
  await kernel.shutdown();
  return time;
}

/** The first imports of each notebook, in a kernel that has run one cell. */
async function measureNotebooks(): Promise<number[]> {
  const times: number[] = [];
  for (const name of findNotebooks(ROOT)) {
    const { cells } = readNotebook(join(ROOT, "notebooks", `${name}.ipynb`));
    const first = cells.find((cell) => cell.cell_type === "code" && String(cell.source).startsWith("import "));
    const kernel = await startKernel({ cwd: ROOT });
    await kernel.execute("const first = 1;\nfirst");
    const before = performance.now();
    const { status } = await kernel.execute(String(first?.source));
    times.push(performance.now() - before);
    await kernel.shutdown();
    if (status !== "ok") throw new Error(`${name}: needed imports that work, found status ${status}`);
  }
  return times;
}

/**
 * A cell that imports every module of lib that a notebook can. `make-…` and what exports nothing are programs, and
 * draw-picture, with jsdom behind it, is loaded by the drawing thread alone.
 */
function importAll(): string {
  return readdirSync(join(ROOT, "lib"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !/(^|[\\/])(make-|draw-picture)/.test(path))
    .filter((path) => /^export /m.test(readFileSync(join(ROOT, "lib", path), "utf8")))
    .map((path, i) => `import * as module${i} from "./lib/${path.replace(/\\/g, "/").replace(/\.ts$/, "")}";`)
    .join("\n");
}

async function main(): Promise<void> {
  const ours: Measured[] = [];
  const stock: Measured[] = [];
  // One round that is not counted fills the caches of the disk and of the kernel.
  console.log("A round that is not counted");
  await measure(KERNEL_ARGV);
  for (let round = 0; round < ROUNDS; round++) {
    console.log(`Round ${round + 1} of ${ROUNDS}`);
    ours.push(await measure(KERNEL_ARGV));
    stock.push(await measure(TSLAB));
  }
  const [cpu] = cpus();
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpu?.model.trim()}, median of ${ROUNDS} rounds, in milliseconds`,
  );
  for (const name of Object.keys(ours[0] ?? {})) {
    const of = (rounds: readonly Measured[]): (number | null)[] => rounds.map((round) => round[name] ?? null);
    console.log(lineOfTimes(name, of(ours).map((time) => time ?? NaN), of(stock)));
  }
}

void main();
