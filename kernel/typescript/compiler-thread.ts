import { join } from "node:path";
import type { MessagePort } from "node:worker_threads";

import { printQuickInfo } from "tslab/dist/inspect";

import { answerBlocking, answerCalls, type BlockingChannel } from "./calls";
import { CellCompiler, type CompiledCell, type Completions } from "./cell-compiler";
import { completePath } from "./complete-path";
import type { Diagnostic } from "./diagnostics";
import { keepCompiler, ROOT, transpile } from "./load-typescript.cjs";

/** What the other threads ask the compiler. */
export class CompilerService {
  readonly #compiler = new CellCompiler(ROOT, join(ROOT, "node_modules", ".cache", "clicks-to-streets"));

  compile(source: string, count: number): CompiledCell | readonly Diagnostic[] {
    return this.#compiler.compile(source, count);
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

  isComplete(source: string): { completed: boolean; indent?: string } {
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
}
