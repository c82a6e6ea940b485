import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path/posix";

import type ts from "@tslab/typescript-for-tslab";

import { loadCompiler, writeQuietly } from "./load-typescript.cjs";
import { importsIn, importsOfOutline, outlineOf } from "./outline";

/** What is known of a text. */
interface Content {
  readonly hash: string;
  /** What it imports of the project, as written there. */
  readonly imports: readonly string[];
}

/** A file as it was found on the disk. */
interface Found extends Content {
  readonly stamp: string;
}

/** Part of the names of what is kept, so that outlines of another form are left alone. */
export const OUTLINE_FORM = 2;

/**
 * Hands the project's files to the type checker: whole at first, and as outlines once they were found right.
 *
 * Reading and binding whole files is most of the time that a first import takes. An outline is kept in a folder, named
 * by the content it was made of. A program of outlines does not hold all that its files import, so what imports what
 * is known here.
 */
export class SourceTexts {
  /** What the type checker has read last. */
  readonly #read = new Map<string, Content>();
  /** What was looked up of files that it does not hold. */
  readonly #found = new Map<string, Found>();
  readonly #outlined = new Set<string>();
  readonly #whole = new Set<string>();

  /** @param folder  for the outlines; made when missing */
  constructor(private readonly folder: string) {}

  /** What the type checker is to read for the text of a file. */
  read(path: string, text: string): string {
    const hash = hashOf(text);
    const kept = readIfThere(this.#pathOf(hash));
    const outline = this.#whole.has(path) ? undefined : kept;
    this.#read.set(path, { hash, imports: kept === undefined ? importsIn(text) : importsOfOutline(kept) });
    if (outline === undefined) this.#outlined.delete(path);
    else this.#outlined.add(path);
    return outline ?? text;
  }

  /** Hash of a file's content, the whole of it: as the program holds it, or as it is on the disk. */
  hashOf(path: string, program: ts.Program): string {
    return this.#contentOf(path, program).hash;
  }

  /** Paths of the project's files that a file imports. */
  importsOf(path: string, program: ts.Program): string[] {
    return this.#contentOf(path, program).imports.map((name) => resolve(path, name));
  }

  /** Hand files out whole from now on; gives those that were not until now. */
  wantWhole(paths: readonly string[]): string[] {
    for (const path of paths) this.#whole.add(path);
    return paths.filter((path) => this.#outlined.has(path));
  }

  /** Whether a file with this content was found right. */
  isKnown(text: string): boolean {
    return existsSync(this.#pathOf(hashOf(text)));
  }

  /** Keep the outline of a file that was found right, as the program holds it. */
  keepOutline(file: ts.SourceFile): void {
    const { fileName } = file;
    const outline = /(?<!\.d)\.ts$/.test(fileName) ? outlineOf(fileName, file.text) : undefined;
    if (outline !== undefined) writeQuietly(this.#pathOf(hashOf(file.text)), outline);
  }

  #contentOf(path: string, program: ts.Program): Content {
    const held = program.getSourceFile(path) === undefined ? undefined : this.#read.get(path);
    if (held !== undefined) return held;
    const stamp = stampOf(path);
    const known = this.#found.get(path);
    if (known?.stamp === stamp) return known;
    const text = readIfThere(path) ?? "";
    const hash = hashOf(text);
    const kept = readIfThere(this.#pathOf(hash));
    const ofText = (): string[] => (/\.[cm]?[jt]sx?$/.test(path) ? importsIn(text) : []);
    const found = { stamp, hash, imports: kept === undefined ? ofText() : importsOfOutline(kept) };
    this.#found.set(path, found);
    return found;
  }

  #pathOf(hash: string): string {
    return join(this.folder, `${hash}.${OUTLINE_FORM}.ts`);
  }
}

/** The file that another one imports; one that is not there where there is none. */
function resolve(importer: string, name: string): string {
  const path = join(dirname(importer), name);
  if (existsSync(`${path}.ts`)) return `${path}.ts`;
  const ts = loadCompiler();
  const options = { moduleResolution: ts.ModuleResolutionKind.Bundler, resolveJsonModule: true };
  const { resolvedModule } = ts.resolveModuleName(name, importer, options, ts.sys);
  return resolvedModule?.resolvedFileName ?? path;
}

/** What changes when a file does; empty when it is not there. */
export function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? "" : `${found.mtimeMs} ${found.ctimeMs} ${found.size} ${found.ino}`;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
