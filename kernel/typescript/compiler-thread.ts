import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setImmediate, setTimeout } from "node:timers/promises";
import type { MessagePort } from "node:worker_threads";

import { printQuickInfo } from "tslab/dist/inspect";

import { answerBlocking, answerCalls, type BlockingChannel } from "./calls";
import { CellCompiler, type CompiledCell, type Completeness, type Completions } from "./cell-compiler";
import { completePath } from "./complete-path";
import type { Diagnostic } from "./diagnostics";
import { keepCompiler, ROOT, transpile } from "./load-typescript.cjs";

/** How long no cell must have come before files are read ahead, also the first that waits for the kernel to start. */
const IDLE_MS = 100;
/** They keep a cell that comes meanwhile waiting for some hundredths of a second. */
const FILES_AT_ONCE = 12;

/** What the other threads ask the compiler. */
export class CompilerService {
  readonly #compiler = new CellCompiler(ROOT, join(ROOT, "node_modules", ".cache", "clicks-to-streets"));

  #lastCell = performance.now();
  #hasImported = false;

  compile(source: string, count: number): CompiledCell | readonly Diagnostic[] {
    const compiled = this.#compiler.compile(source, count);
    this.#lastCell = performance.now();
    this.#hasImported ||= "modules" in compiled && compiled.modules.some((specifier) => specifier.startsWith("."));
    return compiled;
  }

  /** Until a cell imports from the project, use the time in which none comes for reading what it may import. */
  async readAhead(): Promise<void> {
    const paths = readdirSync(join(ROOT, "lib"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
      .map((path) => join("lib", path));
    while (paths.length > 0 && !this.#hasImported) {
      const idle = performance.now() - this.#lastCell;
      if (idle < IDLE_MS) await setTimeout(IDLE_MS - idle);
      else {
        this.#compiler.readAhead(paths.splice(0, FILES_AT_ONCE));
        // Let a cell come in between.
        await setImmediate();
      }
    }
  }

  commit(did: readonly string[]): void {
    this.#compiler.commit(did);
  }

  complete(source: string, position: number): Completions {
    return completePath(ROOT, source, position) ?? this.#compiler.complete(source, position);
  }

  /** Signature and description of what stands at a place of a cell; undefined where nothing can be said. */
  inspect(source: string, position: number): string | undefined {
    const info = this.#compiler.inspect(source, position);
    return info && printQuickInfo(info);
  }

  isComplete(source: string): Completeness {
    return this.#compiler.isComplete(source);
  }
}

/** Start the thread that knows TypeScript. */
export function startThread({ ports, blocking }: { ports: MessagePort[]; blocking: BlockingChannel }): void {
  const service = new CompilerService();
  for (const port of ports) answerCalls(port, service);
  answerBlocking(blocking, ({ source, fileName }: { source: string; fileName: string }) =>
    transpile(source, fileName),
  );
  // A first cell warms the compiler up while the front end is still busy with itself.
  service.compile("const a: number = 1;\na", 0);
  keepCompiler();
  // It only saves time: a cell that imports the same will tell what is wrong with it.
  void service.readAhead().catch(() => {});
}
