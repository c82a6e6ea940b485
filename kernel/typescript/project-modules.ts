import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { types } from "node:util";

import { nativeImport } from "./load-typescript.cjs";

/** What a module exports, as `import * as module` sees it. */
export type Namespace = Record<string, unknown>;

/** Reasons why `require` cannot load what `import` can. */
const NEEDS_IMPORT = new Set([
  "ERR_REQUIRE_ASYNC_MODULE",
  "ERR_REQUIRE_ESM",
  "ERR_PACKAGE_PATH_NOT_EXPORTED",
]);

/**
 * Loads modules for cells, as seen from the project's folder.
 *
 * A module of the project that was edited is loaded anew at its next import, with every module that imports it; the
 * others keep their state.
 */
export class ProjectModules {
  readonly #require: NodeJS.Require;
  /** Files that the kernel itself consists of; they cannot change while it runs. */
  readonly #own: ReadonlySet<string>;
  /** What each loaded file was when it was loaded. */
  readonly #files = new Map<string, FileState>();
  readonly #namespaces = new WeakMap<object, Namespace>();
  #depth = 0;
  /** Called when a cell has loaded tslab, whose display functions look for where to write. */
  onTslab: (jupyter: { lastWriteDisplayData: ((content: object, update: boolean) => void) | null }) => void =
    () => {};

  constructor(private readonly root: string) {
    this.#require = createRequire(join(root, "cell.ts"));
    this.#own = new Set(Object.keys(this.#require.cache));
  }

  /** The `require` of cells. */
  get require(): NodeJS.Require {
    return Object.assign((id: string) => this.#load(id), this.#require);
  }

  /**
   * Load a module for an `import`.
   *
   * @param mayBeEdited  whether to look first for modules that were edited since they were loaded; once is enough for
   *   the imports of one cell, which may be hundreds
   * @throws what the module throws, or Error when there is none of that name
   */
  async import(specifier: string, mayBeEdited = true): Promise<Namespace> {
    try {
      return this.#namespaceOf(this.#load(specifier, mayBeEdited));
    } catch (error) {
      if (!NEEDS_IMPORT.has((error as NodeJS.ErrnoException)?.code ?? "")) throw error;
      return nativeImport(this.#urlOf(specifier)) as Promise<Namespace>;
    }
  }

  /** What Node's own `import` is to be asked for; a file of the project by its place and by when it was written. */
  #urlOf(specifier: string): string {
    if (!/^\.{0,2}[\\/]/.test(specifier)) return specifier;
    const path = resolve(this.root, specifier);
    return `${pathToFileURL(path).href}?${statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? ""}`;
  }

  #load(specifier: string, mayBeEdited = true): unknown {
    if (this.#depth === 0 && mayBeEdited) this.#forgetEdited();
    this.#depth += 1;
    try {
      const exports = this.#require(specifier);
      this.#rememberAll(this.#require.cache[this.#require.resolve(specifier)]);
      if (specifier === "tslab") this.onTslab(this.#require("tslab/dist/jupyter"));
      return exports;
    } catch (error) {
      // Modules that this one has loaded before it failed are in the cache, and it is not.
      for (const path of this.#loaded()) this.#remember(path);
      if (error instanceof Error) error.message = error.message.replace(/\nRequire stack:[\s\S]*$/, "");
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  /** Take down what the files of a module, and of those that it has loaded, are now. */
  #rememberAll(module: NodeJS.Module | undefined): void {
    const seen = new Set<NodeJS.Module>();
    const waiting = module === undefined ? [] : [module];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next) || this.#files.has(next.filename)) continue;
      seen.add(next);
      waiting.push(...next.children);
      if (this.#isOfProject(next.filename)) this.#remember(next.filename);
    }
  }

  #remember(path: string): void {
    if (!this.#files.has(path)) this.#files.set(path, stateOf(path));
  }

  #loaded(): string[] {
    return Object.keys(this.#require.cache).filter((path) => this.#isOfProject(path));
  }

  #isOfProject(path: string): boolean {
    const isInside = path.startsWith(this.root + sep) && !path.includes(`${sep}node_modules${sep}`);
    return isInside && !this.#own.has(path);
  }

  #forgetEdited(): void {
    const { cache } = this.#require;
    const loaded = this.#loaded();
    // A module that an interrupt has stopped half way must be loaded again too.
    const stale = new Set(
      loaded.filter((path) => !cache[path]!.loaded || this.#isEdited(path)),
    );
    for (let size = -1; size !== stale.size;) {
      size = stale.size;
      for (const path of loaded)
        if (cache[path]!.children.some(({ filename }) => stale.has(filename))) stale.add(path);
    }
    for (const path of stale) {
      delete cache[path];
      this.#files.delete(path);
    }
  }

  /** Only a file that was touched is read. */
  #isEdited(path: string): boolean {
    const before = this.#files.get(path);
    if (before === undefined) return true;
    if (before.stamp === stampOf(path)) return false;
    const now = stateOf(path);
    if (now.hash !== before.hash) return true;
    this.#files.set(path, now);
    return false;
  }

  /** What TypeScript's `esModuleInterop` makes of a CommonJS module: its exports by name, and whole as `default`. */
  #namespaceOf(exports: unknown): Namespace {
    if (types.isModuleNamespaceObject(exports) || (exports as Namespace | undefined)?.__esModule)
      return exports as Namespace;
    if ((typeof exports !== "object" && typeof exports !== "function") || exports === null)
      return { default: exports };
    const known = this.#namespaces.get(exports);
    if (known !== undefined) return known;
    const namespace: Namespace = {};
    for (const key of Object.keys(exports)) {
      Object.defineProperty(namespace, key, { enumerable: true, get: () => (exports as Namespace)[key] });
    }
    Object.defineProperty(namespace, "default", { enumerable: true, value: exports });
    this.#namespaces.set(exports, namespace);
    return namespace;
  }
}

interface FileState {
  /** When and how large it was written. */
  readonly stamp: string;
  /** Of its content. */
  readonly hash: string;
}

function stateOf(path: string): FileState {
  return { stamp: stampOf(path), hash: hashOf(path) };
}

function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? "" : `${stat.mtimeMs} ${stat.ctimeMs} ${stat.size}`;
}

function hashOf(path: string): string {
  try {
    return createHash("sha1").update(readFileSync(path)).digest("base64");
  } catch {
    return "";
  }
}
