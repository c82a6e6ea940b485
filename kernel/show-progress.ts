import type { WriteStream } from "node:tty";

import { MultiBar, type SingleBar } from "cli-progress";

import type { NotebookRun } from "./run-notebook";
import type { RunProgress } from "./run-notebooks";

/**
 * Tell how a run is getting on: a bar a notebook where there is a terminal, else a line for each that has
 * ended.
 *
 * @param out  where to write, such as `process.stdout`
 */
export function showProgress(out: NodeJS.WritableStream): RunProgress {
  return isTerminal(out) ? new Bars(out) : new Lines(out);
}

/** Whether a stream is a terminal, on which bars and colours make sense. */
function isTerminal(out: NodeJS.WritableStream): out is WriteStream {
  return "isTTY" in out && out.isTTY === true;
}

class Lines implements RunProgress {
  #width = 0;
  constructor(readonly out: NodeJS.WritableStream) {}

  start(names: readonly string[], jobs: number): void {
    this.#width = widest(names);
    const atATime = names.length > 1 && jobs > 1 ? `, ${Math.min(jobs, names.length)} at a time` : "";
    this.out.write(`Running ${names.length} ${names.length === 1 ? "notebook" : "notebooks"}${atATime}\n`);
  }
  cell(): void {}
  done(run: NotebookRun, verdicts?: string): void {
    this.out.write(`  ${run.name.padEnd(this.#width)}  ${summaryOf(run, verdicts)}\n`);
  }
  stop(): void {}
}

class Bars implements RunProgress {
  readonly #bars = new Map<string, SingleBar>();
  readonly #multi: MultiBar;

  constructor(out: WriteStream) {
    this.#multi = new MultiBar({
      format: "  {name}  {bar}  {state}",
      barsize: 24,
      barCompleteChar: "█",
      barIncompleteChar: "░",
      hideCursor: true,
      linewrap: false,
      gracefulExit: false,
      emptyOnZero: true,
      stream: out,
    });
  }

  start(names: readonly string[]): void {
    const width = widest(names);
    for (const name of names) {
      this.#bars.set(name, this.#multi.create(1, 0, { name: name.padEnd(width), state: "waiting" }));
    }
  }
  cell(name: string, ran: number, cells: number, id: string): void {
    const bar = this.#bars.get(name);
    bar?.setTotal(cells);
    bar?.update(ran, { state: `${ran} of ${cells} cells, now ${id}` });
  }
  done(run: NotebookRun, verdicts?: string): void {
    const bar = this.#bars.get(run.name);
    bar?.setTotal(Math.max(run.cells, 1));
    bar?.update(run.fault === null ? Math.max(run.cells, 1) : run.ran, {
      state: summaryOf(run, verdicts),
    });
  }
  stop(): void {
    this.#multi.stop();
  }
}

function summaryOf({ ran, cells, seconds, fault }: NotebookRun, verdicts?: string): string {
  const time = `${seconds.toFixed(1).padStart(4)} s${verdicts === undefined ? "" : `  ${verdicts}`}`;
  if (fault === null) return `${String(cells).padStart(2)} ${cells === 1 ? "cell " : "cells"}  ${time}`;
  return fault.cell === null
    ? `could not run  ${time}`
    : `failed at cell ${fault.cell}, after ${ran} of ${cells}  ${time}`;
}

function widest(names: readonly string[]): number {
  return Math.max(...names.map(({ length }) => length));
}
