import { createRequire } from "node:module";
import { sep } from "node:path";

import type ts from "@tslab/typescript-for-tslab";
import type { CompletionInfo, Converter } from "tslab/dist/converter";

import { checkOptions } from "./check-options";
import { loadCompiler, TYPESCRIPT } from "./load-typescript.cjs";
import { runtimeTypes } from "./runtime-types";
import { type SourceTexts, stampOf } from "./source-texts";

/** A cell in the program that checks it. */
export interface CheckedCell {
  readonly program: ts.Program;
  /** The cell, after one line that makes it a module. */
  readonly cell: ts.SourceFile;
  /** What earlier cells declared. */
  readonly earlier: ts.SourceFile;
}

/** What tslab's converter puts before a cell, so that TypeScript takes it for a module. */
export const PREFIX = "export {};\n";

/** Stands beside the cell in the program, and on no disk. */
const RUNTIME_TYPES = "__runtime__.d.ts";

/** The compiler's host as it is when it watches; it does not publish that it tells which files a program has left. */
interface WatchingHost extends ts.CompilerHost {
  onReleaseOldSourceFile?: (file: ts.SourceFile, ...more: unknown[]) => void;
}

type FileCallback = (path: string, kind: ts.FileWatcherEventKind) => void;

/**
 * tslab's converter, with the project's compiler options and without watchers.
 *
 * tslab keeps one TypeScript program of two files, the cell and the declarations of the cells before it, and updates it
 * with every cell. That is what is used here. Its compiler options are amended on their way to the compiler. Its file
 * watchers, which notice an edit at some later time, are replaced by a look at the files just before they are needed.
 */
export class CheckedProgram {
  readonly #tslab: typeof import("tslab/dist/converter");
  #converter: Converter;
  readonly #ts = loadCompiler();
  #builder: ts.BuilderProgram | undefined;
  readonly #files = new Map<string, { callback: FileCallback; stamp: string }>();
  #deferred: (() => void) | undefined;
  readonly #folders = new Map<string, (path: string) => void>();

  /**
   * @param root   the project's folder, which must also be the current one
   * @param texts  gives the texts of the project's files
   */
  constructor(
    private readonly root: string,
    private readonly texts: SourceTexts,
  ) {
    const { sys } = this.#ts;
    const readFile = sys.readFile;
    sys.readFile = (path, encoding) => {
      if (path === this.#path(RUNTIME_TYPES)) return runtimeTypes();
      const text = readFile(path, encoding);
      return text !== undefined && this.#isSource(path) ? this.texts.read(path, text) : text;
    };
    sys.watchFile = (path, callback) => {
      if (this.#isOurs(path)) this.#files.set(path, { callback, stamp: stampOf(path) });
      return { close: () => this.#files.delete(path) };
    };
    sys.watchDirectory = (path, callback) => {
      this.#folders.set(path, callback);
      return { close: () => this.#folders.delete(path) };
    };
    this.#tslab = this.#loadConverter();
    this.#converter = this.#tslab.createConverter();
  }

  /** Check a cell; the returned program is good until the next call of any method. */
  update(earlier: string, code: string): CheckedCell {
    // Asking about the end of the text is tslab's cheapest question, and every question updates the program.
    this.#ask((converter) => converter.inspect(earlier, code, code.length));
    const program = this.#builder!.getProgram();
    const file = (name: string): ts.SourceFile => program.getSourceFile(this.#path(name))!;
    return { program, cell: file("__tslab__.ts"), earlier: file("__prev__.d.ts") };
  }

  complete(earlier: string, code: string, position: number): CompletionInfo {
    return this.#ask((converter) => converter.complete(earlier, code, position));
  }

  inspect(earlier: string, code: string, position: number): ts.QuickInfo | undefined {
    return this.#ask((converter) => converter.inspect(earlier, code, position));
  }

  /**
   * Ask tslab's converter, and a new one where it fails.
   *
   * An error in the middle of an update, such as of a folder that cannot be looked into at that moment,
   * leaves tslab's timer set for ever: it would answer every later question with "Unexpected pending rebuildTimer".
   */
  #ask<T>(question: (converter: Converter) => T): T {
    try {
      return question(this.#converter);
    } catch {
      this.#files.clear();
      this.#folders.clear();
      this.#deferred = undefined;
      this.#converter = this.#tslab.createConverter();
      return question(this.#converter);
    }
  }

  /** Whether a cell's code may be run as it stands, or how far the next line is to be indented. */
  isComplete(code: string): { completed: boolean; indent?: string } {
    return this.#tslab.isCompleteCode(code);
  }

  /** Have files read whole at the next update, not as outlines; says whether that makes a difference for any. */
  readWhole(paths: readonly string[]): boolean {
    const outlined = this.texts.wantWhole(paths);
    for (const path of outlined)
      this.#files.get(path)?.callback(path, this.#ts.FileWatcherEventKind.Changed);
    return outlined.length > 0;
  }

  /**
   * Notice which of the project's files were edited, made or deleted since the last call.
   *
   * @param lookForNew  also look again for modules that were not found before
   */
  refresh(lookForNew: boolean): void {
    const { Changed, Created, Deleted } = this.#ts.FileWatcherEventKind;
    for (const [path, file] of [...this.#files]) {
      const stamp = stampOf(path);
      if (stamp === file.stamp) continue;
      const kind = stamp === "" ? Deleted : file.stamp === "" ? Created : Changed;
      file.stamp = stamp;
      file.callback(path, kind);
    }
    if (lookForNew) for (const [path, callback] of [...this.#folders]) callback(path);
    const invalidate = this.#deferred;
    this.#deferred = undefined;
    invalidate?.();
  }

  /** Keep what was read when nothing imports it for the moment: the next cell may import it again. */
  #keepSourceFiles(create: ts.CreateProgram<ts.BuilderProgram>): ts.CreateProgram<ts.BuilderProgram> {
    const amended = new Set<object>();
    return (roots, options, host: WatchingHost | undefined, ...rest) => {
      const release = host?.onReleaseOldSourceFile;
      if (host !== undefined && release !== undefined && !amended.has(host)) {
        amended.add(host);
        host.onReleaseOldSourceFile = (file, ...more) => {
          if (!this.#ts.sys.fileExists(file.fileName)) release(file, ...more);
        };
      }
      return create(roots, options, host, ...rest);
    };
  }

  /**
   * tslab expects the compiler to set one timer, for updating the program; the one that drops what was not
   * found is kept here.
   */
  #letOneTimerAtATime(sys: ts.System): void {
    const { setTimeout, clearTimeout } = sys;
    sys.setTimeout = (callback, ...rest) => {
      if (callback.name !== "invalidateResolutionsOfFailedLookup") return setTimeout!(callback, ...rest);
      this.#deferred = callback as () => void;
      return callback;
    };
    sys.clearTimeout = (timer) => {
      if (typeof timer === "function") this.#deferred = undefined;
      else clearTimeout!(timer);
    };
  }

  #loadConverter(): typeof import("tslab/dist/converter") {
    const require = createRequire(__filename);
    const real = this.#ts;
    const module = require.cache[TYPESCRIPT]!;
    const runtimeFile = this.#path(RUNTIME_TYPES);
    const amended = {
      ...real,
      createWatchCompilerHost: (
        roots: string[],
        _options: ts.CompilerOptions,
        sys: ts.System,
        _create: null,
        ...rest: [any, any]
      ) => {
        this.#letOneTimerAtATime(sys);
        // The usual builder keeps account of what depends on what, for a use that is not made of it here.
        return real.createWatchCompilerHost(
          [...roots, runtimeFile],
          checkOptions(this.root),
          sys,
          this.#keepSourceFiles(real.createAbstractBuilder),
          ...rest,
        );
      },
      createWatchProgram: (host: ts.WatchCompilerHostOfFilesAndCompilerOptions<ts.BuilderProgram>) => {
        const passOn = host.afterProgramCreate;
        host.afterProgramCreate = (builder) => {
          this.#builder = builder;
          // tslab asks about the program's nodes at once, and they know of each other only after this.
          builder.getProgram().getTypeChecker();
          passOn?.(builder);
        };
        return real.createWatchProgram(host);
      },
    };
    // The converter takes its compiler from Node's module cache; lend it the amended one for as long as it loads.
    module.exports = amended;
    try {
      return require("tslab/dist/converter") as typeof import("tslab/dist/converter");
    } finally {
      module.exports = real;
    }
  }

  #isSource(path: string): boolean {
    return this.#isOurs(path) && path.endsWith(".ts") && !path.endsWith(".d.ts");
  }

  #isOurs(path: string): boolean {
    return path.startsWith(this.#path("")) && !path.includes("/node_modules/");
  }

  #path(name: string): string {
    return `${this.root.split(sep).join("/")}/${name}`;
  }
}
