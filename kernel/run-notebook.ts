import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

import { type ExecuteResult, type KernelClient, startKernel } from "./client";
import { joinText } from "./join-text";
import {
  type Cell,
  type CodeCell,
  type ErrorOutput,
  type Notebook,
  type Output,
  readNotebook,
} from "./notebook-file";

/** What went wrong in a notebook, and where. */
export interface Fault {
  /** Id of the cell; null when the kernel did not start or the file could not be read. */
  readonly cell: string | null;
  /** First line of the cell's code, so that it is recognised without opening the notebook. */
  readonly firstLine: string;
  /** What happened, first line first; further lines say where, as the kernel told it. */
  readonly message: string;
}

/** A notebook after its run. */
export interface NotebookRun {
  /** Such as "01-sampling". */
  readonly name: string;
  /** The notebook with the outputs of this run; as it was before where it could not be run. */
  readonly notebook: Notebook | null;
  /** Number of code cells that ran, and that there are. */
  readonly ran: number;
  readonly cells: number;
  readonly seconds: number;
  /** Null when every cell ran to its end. */
  readonly fault: Fault | null;
}

export interface RunNotebookOptions {
  /** The project's folder. */
  readonly root: string;
  /** Added to the environment of the kernel. */
  readonly env?: Record<string, string>;
  /** How long one cell may take. */
  readonly timeoutMs: number;
  /** Ends the run at once and leaves no kernel behind. */
  readonly signal?: AbortSignal;
  /** Called before each code cell with the number of those that ran. */
  readonly onCell?: (ran: number, cells: number, id: string) => void;
}

/**
 * Run one notebook from top to bottom in a fresh kernel.
 *
 * The run stops at the first cell that throws, hangs or kills the kernel, since what follows would stand on
 * values that never came to be. A cell with the tag `raises-exception` may throw.
 *
 * @param name  such as "01-sampling"
 * @returns the notebook with its new outputs, whether or not it ran to its end; never throws for what a
 *   notebook does
 * @throws the reason of `signal` when the run was ended by it
 */
export async function runNotebook(name: string, options: RunNotebookOptions): Promise<NotebookRun> {
  const { root, env = {}, timeoutMs, signal, onCell } = options;
  const begin = process.hrtime.bigint();
  const done = (notebook: Notebook | null, ran: number, fault: Fault | null): NotebookRun => {
    const cells = notebook?.cells.filter(isCode).length ?? 0;
    const seconds = Math.round(Number(process.hrtime.bigint() - begin) / 1e8) / 10;
    return { name, notebook, ran, cells, seconds, fault };
  };

  let notebook: Notebook;
  try {
    notebook = withoutOutputs(readNotebook(join(root, "notebooks", `${name}.ipynb`)));
  } catch (error) {
    return done(null, 0, { cell: null, firstLine: "", message: messageOf(error) });
  }
  const code = notebook.cells.filter(isCode);

  signal?.throwIfAborted();
  let kernel: KernelClient;
  try {
    kernel = await startKernel({ cwd: root, env });
  } catch (error) {
    signal?.throwIfAborted();
    return done(notebook, 0, {
      cell: null,
      firstLine: "",
      message: `the kernel did not start: ${messageOf(error)}`,
    });
  }
  const kill = (): void => kernel.kill();
  signal?.addEventListener("abort", kill);
  try {
    for (const [i, cell] of code.entries()) {
      signal?.throwIfAborted();
      onCell?.(i, code.length, cell.id);
      const result = await kernel.execute(joinText(cell.source), { timeoutMs });
      signal?.throwIfAborted();
      cell.outputs = result.outputs;
      cell.execution_count = result.executionCount ?? i + 1;
      const isWell = result.status === "ok" || (result.status === "error" && mayThrow(cell));
      // A timer or a promise of a cell may fail when the cell itself is over.
      const late = code.slice(0, i + 1).find((each) => !mayThrow(each) && each.outputs.some(isError));
      if (isWell && late === undefined) continue;
      const failed = isWell && late !== undefined ? late : cell;
      const message = isWell
        ? describeError(failed.outputs.find(isError)!, "after the cell had ended: ")
        : await describeFailure(result, kernel, timeoutMs);
      return done(notebook, i, { cell: failed.id, firstLine: firstLineOf(failed), message });
    }
    return done(notebook, code.length, null);
  } finally {
    signal?.removeEventListener("abort", kill);
    if (signal?.aborted) kernel.kill();
    else await kernel.shutdown().catch(kill);
  }
}

/** Name a fault in one paragraph: the notebook, the cell, and what went wrong. */
export function describeFault(name: string, { cell, firstLine, message }: Fault): string {
  const path = `notebooks/${name}.ipynb`;
  const place = cell === null ? path : `${path} cell ${cell} \`${firstLine}\``;
  return `${place}\n${message.replace(/^/gm, "  ")}`;
}

async function describeFailure(
  result: ExecuteResult,
  kernel: KernelClient,
  timeoutMs: number,
): Promise<string> {
  if (result.status === "timeout") {
    const limit = `${timeoutMs / 1000} s`;
    return `did not end within ${limit} and was interrupted; if it only is slow, give it longer with --timeout`;
  }
  if (result.status === "died") {
    const { code, signal } = await kernel.exited;
    const how = signal === null ? `with exit code ${code ?? "unknown"}` : `by signal ${signal}`;
    const last = stripVTControlCharacters(kernel.stderr).trim();
    const heap = heapWhenFull(last);
    if (heap !== undefined) {
      return (
        `ran out of memory: the kernel's heap was full at ${heap}; hold less at once, or give Node more, ` +
        "for 8 GB: NODE_OPTIONS=--max-old-space-size=8192"
      );
    }
    const hint = signal === "SIGKILL" ? "; this is what a system does when memory runs out" : "";
    return (
      `the kernel ended ${how} while this cell ` +
      `ran${hint}${last === "" ? "" : `; its last words:\n${lastLines(last, 12)}`}`
    );
  }
  if (result.error === undefined) return `was not run (the kernel answered "${result.status}")`;
  return describeError(result.error);
}

function describeError(
  { ename, evalue, traceback }: NonNullable<ExecuteResult["error"]>,
  before = "",
): string {
  const message = stripVTControlCharacters(ename === "" ? evalue : `${ename}: ${evalue}`);
  const trace = stripVTControlCharacters(traceback.join("\n")).split("\n");
  const places = trace.filter((line) => /^\s+at /.test(line)).slice(0, 6);
  return [before + message, ...places].join("\n");
}

function mayThrow(cell: CodeCell): boolean {
  return cell.metadata.tags?.includes("raises-exception") ?? false;
}

function isError(output: Output): output is ErrorOutput {
  return output.output_type === "error";
}

/** What V8 says of the heap's size when it gives up; undefined when a kernel ended for another reason. */
function heapWhenFull(lastWords: string): string | undefined {
  if (!/heap out of memory|ERR_WORKER_OUT_OF_MEMORY/.test(lastWords)) return undefined;
  const sizes = [...lastWords.matchAll(/-> (\d+)(?:\.\d+)? \(\d+(?:\.\d+)?\) MB/g)];
  const [, size] = sizes.at(-1) ?? [];
  return size === undefined ? "its limit" : `${size} MB`;
}

function isCode(cell: Cell): cell is CodeCell {
  return cell.cell_type === "code";
}

/** A notebook that stops early must not show what an earlier run computed. */
function withoutOutputs(notebook: Notebook): Notebook {
  const cells = notebook.cells.map((cell) =>
    isCode(cell) ? { ...cell, outputs: [], execution_count: null } : cell,
  );
  return { ...notebook, cells };
}

/** The first line of a cell that is not empty, cut to what fits beside its place. */
export function firstLineOf(cell: Cell): string {
  const line =
    joinText(cell.source)
      .split("\n")
      .find((text) => text.trim() !== "") ?? "";
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

function lastLines(text: string, n: number): string {
  return text.split("\n").slice(-n).join("\n");
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
