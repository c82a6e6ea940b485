import { join } from "node:path";
import { Readable } from "node:stream";
import { types } from "node:util";
import vm from "node:vm";
import { MessageChannel, Worker } from "node:worker_threads";

import { CallStacks } from "./call-stack";
import { askAndWait, type BlockingChannel, callsTo, type Remote } from "./calls";
import { captureChildren } from "./capture-children";
import { captureOutput } from "./capture-output";
import type { CompiledCell } from "./cell-compiler";
import { CellOwner } from "./cell-owner";
import type { CompilerService } from "./compiler-thread";
import {
  describeDiagnostics,
  type DescribedError,
  describeError,
  KeyboardInterrupt,
  ProcessExit,
} from "./describe-error";
import { compileWith, ROOT } from "./load-typescript.cjs";
import { ProjectModules } from "./project-modules";
import { RunningCell } from "./running-cell";
import { showValue } from "./show-value";
import type { FromCells, Publish, ToCells } from "./thread-messages";

type Execute = Extract<ToCells, { type: "execute" }>;
type Outcome = { readonly bundle?: object | undefined } | { readonly error: DescribedError };

/**
 * Start the kernel: this thread runs the cells, one other talks to front ends, one knows TypeScript.
 *
 * So an endless loop in a cell can be interrupted from outside, and completion works while a cell runs.
 *
 * @param connectionFile  as the Jupyter protocol defines it
 */
export function startKernel(connectionFile: string | undefined): void {
  if (connectionFile === undefined)
    throw new Error("start.cjs: needed the path of a connection file, found no argument");
  const between = new MessageChannel();
  const blocking = new MessageChannel();
  const unsent = new Int32Array(new SharedArrayBuffer(4));
  const answers = new Int32Array(new SharedArrayBuffer(4));
  const wire = startThread({ module: "wire-thread", connectionFile, unsent, compiler: between.port1 }, [
    between.port1,
  ]);
  const own = new MessageChannel();
  startThread(
    {
      module: "compiler-thread",
      ports: [own.port2, between.port2],
      blocking: { port: blocking.port2, answers },
    },
    [own.port2, between.port2, blocking.port2],
  );
  const channel: BlockingChannel = { port: blocking.port1, answers };
  compileWith((source, fileName) => askAndWait(channel, { source, fileName }));
  new CellRunner(wire, callsTo<CompilerService>(own.port1), unsent).install();
}

function startThread(
  workerData: { readonly module: string; readonly [key: string]: unknown },
  transferList: readonly any[],
): Worker {
  const worker = new Worker(join(__dirname, "start.cjs"), { workerData, transferList: [...transferList] });
  const write = process.stderr.write.bind(process.stderr);
  worker.on("error", (error) => {
    write(`kernel: its ${workerData.module} ended: ${error.stack ?? error.message}\n`);
    endProcess(1);
  });
  return worker;
}

const { reallyExit } = process as unknown as { reallyExit: (code: number) => never };

/** End the kernel, which a cell cannot. */
function endProcess(code: number): void {
  reallyExit.call(process, code);
}

/** Runs cells in one scope and sends what they show. */
class CellRunner {
  readonly #stacks = new CallStacks(ROOT);
  readonly #modules = new ProjectModules(ROOT);
  readonly #owner = new CellOwner<RunningCell>();
  readonly #sources = new Map<number, string>();
  readonly #setImmediate = setImmediate;
  #evaluate: (code: string) => (cell: RunningCell) => Promise<void>;
  #running:
    | { readonly task: Execute; readonly cell: RunningCell; readonly fail: (error: unknown) => void }
    | undefined;

  constructor(
    private readonly wire: Worker,
    private readonly compiler: Remote<CompilerService>,
    private readonly unsent: Int32Array,
  ) {
    const { require } = this.#modules;
    const path = join(ROOT, "cell.ts");
    const module = {
      exports: {},
      id: path,
      filename: path,
      loaded: true,
      children: [],
      paths: require.resolve.paths("x") ?? [],
    };
    const makeScope = vm.runInThisContext(
      "(function (require, module, exports, __filename, __dirname) { 'use strict'; return (__code__) => eval(__code__); })",
      { filename: join(__dirname, "cell-scope.js") },
    );
    this.#evaluate = makeScope.call(undefined, require, module, module.exports, path, ROOT);
  }

  install(): void {
    captureOutput(this.unsent, (name, text) =>
      this.#send({ type: "stream", id: this.#ownerId, name, text }),
    );
    this.#owner.install();
    captureChildren((callback) => this.#owner.bind(callback));
    this.#stacks.install();
    this.#installGlobals();
    this.#listenForErrors();
    this.wire.on("message", (message: ToCells) => {
      if (message.type === "execute") void this.#execute(message);
      if (message.type === "interrupt") {
        this.#send({ type: "interrupted", number: message.number });
        this.#interrupt();
      }
      if (message.type === "exit") endProcess(0);
    });
  }

  /** Number of the request that what happens now belongs to. */
  get #ownerId(): number {
    return this.#owner.now?.id ?? 0;
  }

  #send(message: FromCells): void {
    this.wire.postMessage(message);
  }

  #publish(id: number, msgType: string, content: object): void {
    this.#send({ type: "publish", id, msgType, content: JSON.stringify(content) });
  }

  #installGlobals(): void {
    const publish: Publish = (bundle, { displayId, update = false } = {}) => {
      const transient = displayId === undefined ? {} : { display_id: displayId };
      this.#publish(this.#ownerId, update ? "update_display_data" : "display_data", {
        data: bundle,
        metadata: {},
        transient,
      });
    };
    Object.defineProperty(globalThis, Symbol.for("clicks-to-streets.publish"), {
      value: publish,
      configurable: true,
    });
    this.#modules.onTslab = (jupyter) => {
      jupyter.lastWriteDisplayData = (content, update) =>
        this.#publish(this.#ownerId, update ? "update_display_data" : "display_data", content);
    };
    // What stands there is the kernel's own command line, and no business of a script that a cell imports.
    process.argv.splice(1, Infinity, join(ROOT, "cell.ts"));
    for (const name of ["exit", "abort", "reallyExit"] as const) {
      const refuse = (code?: number): never => {
        throw new ProcessExit(`process.${name}(${code ?? ""})`);
      };
      Object.assign(process, { [name]: refuse });
    }
    const stdin = new Readable({
      read() {
        this.destroy(
          new Error(
            "process.stdin: needed somebody to type, found a cell, which cannot ask; write the value into the cell",
          ),
        );
      },
    });
    Object.defineProperty(process, "stdin", {
      value: Object.assign(stdin, { fd: 0, isTTY: false }),
      configurable: true,
    });
    process.removeAllListeners("warning");
    process.on("warning", ({ name, message }) => {
      const isNoise = name === "ExperimentalWarning" || name === "PromiseRejectionHandledWarning";
      if (!isNoise) process.stderr.write(`${name}: ${message}\n`);
    });
  }

  #listenForErrors(): void {
    const report = (what: string) => (error: unknown) => {
      // What an interrupted run was waiting for ends like the run.
      if (error instanceof KeyboardInterrupt) return;
      if (this.#running !== undefined && this.#owner.now === this.#running.cell)
        return this.#running.fail(error);
      const described = this.#describe(error);
      const traceback = [`${what} after its cell had ended:`, ...described.traceback];
      this.#publish(this.#ownerId, "error", { ...described, traceback });
    };
    process.on("uncaughtException", report("Uncaught error"));
    process.on("unhandledRejection", report("Unhandled rejection"));
    process.on("SIGINT", () => this.#interrupt());
  }

  #describe(error: unknown): DescribedError {
    return describeError(error, (count) => this.#sources.get(count));
  }

  /** Also called again and again until it was heard, so it must do no harm when nothing runs. */
  #interrupt(): void {
    this.#running?.cell.interrupt();
    this.#running?.fail(new KeyboardInterrupt());
  }

  async #execute(task: Execute): Promise<void> {
    const { id, count, isCounted, request } = task;
    const cell = new RunningCell(id, this.#owner, this.#modules, (evaluate) => (this.#evaluate = evaluate as never));
    this.#owner.enter(cell);
    let isOver = false;
    // A cell ends once: by itself, by an error in a callback, or by an interrupt that may have cut this function off.
    const end = (outcome: Outcome): void => {
      if (isOver) return;
      isOver = true;
      this.#running = undefined;
      void this.#finish(task, cell, outcome);
    };
    this.#running = { task, cell, fail: (error) => end({ error: this.#describe(error) }) };
    try {
      const compiled = await this.compiler.compile(request.code, count);
      if (isOver) return;
      if (!isCompiled(compiled)) return end({ error: describeDiagnostics(compiled, count) });
      if (isCounted) this.#sources.set(count, request.code);
      cell.modules = [];
      for (const specifier of compiled.modules) {
        cell.modules.push(await this.#modules.import(specifier, cell.modules.length === 0));
        if (isOver) return;
      }
      const code =
        compiled.code + this.#stacks.register(id, `Cell In[${isCounted ? count : " "}]`, compiled.map);
      // A timer of an earlier cell may have had its turn since.
      this.#owner.enter(cell);
      await this.#evaluate(code).call(undefined, cell);
      const value = types.isPromise(cell.value) ? await cell.value : cell.value;
      const bundle = value === undefined || request.silent ? undefined : await showValue(value);
      // What went wrong without being waited for is told before the cell is said to be well.
      await new Promise((resolve) => this.#setImmediate(resolve));
      end({ bundle });
    } catch (error) {
      if (!isOver) end({ error: this.#describe(error) });
    }
  }

  async #finish(task: Execute, cell: RunningCell, outcome: Outcome): Promise<void> {
    const { id, count, request } = task;
    const names = [...cell.names];
    void this.compiler.commit(names);
    let reply: object | undefined;
    if ("bundle" in outcome && outcome.bundle !== undefined) {
      try {
        this.#publish(id, "execute_result", { execution_count: count, data: outcome.bundle, metadata: {} });
      } catch (error) {
        outcome = { error: this.#describe(error) };
      }
    }
    if ("error" in outcome) {
      this.#publish(id, "error", outcome.error);
      reply = {
        status: "error",
        execution_count: count,
        ...outcome.error,
        payload: [],
        user_expressions: {},
      };
    } else {
      const user_expressions = await this.#evaluateAll(request.user_expressions, task);
      reply = { status: "ok", execution_count: count, payload: [], user_expressions };
    }
    this.#send({ type: "done", id, content: JSON.stringify(reply) });
  }

  async #evaluateAll(expressions: Readonly<Record<string, string>>, { id, count }: Execute): Promise<object> {
    const results: Record<string, object> = {};
    for (const [name, expression] of Object.entries(expressions)) {
      try {
        const compiled = await this.compiler.compile(`(${expression})`, count);
        if (!isCompiled(compiled)) {
          results[name] = { status: "error", ...describeDiagnostics(compiled, count) };
          continue;
        }
        const cell = new RunningCell(id, this.#owner, this.#modules, () => {});
        await this.#evaluate(compiled.code).call(undefined, cell);
        results[name] = { status: "ok", data: await showValue(await cell.value), metadata: {} };
      } catch (error) {
        results[name] = { status: "error", ...this.#describe(error) };
      }
    }
    return results;
  }
}

function isCompiled(compiled: CompiledCell | readonly unknown[]): compiled is CompiledCell {
  return "code" in compiled;
}
