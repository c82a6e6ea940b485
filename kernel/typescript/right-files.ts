import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type ts from "@tslab/typescript-for-tslab";

/**
 * Checks the types inside of the project's files, each content once.
 *
 * What a cell imports is checked like the cell. That takes longer than all else, so a file that was found right leaves
 * a mark in a folder, named by its content and that of all it imports.
 */
export class RightFiles {
  #right: ReadonlySet<ts.SourceFile> = new Set();

  /** @param folder  for the marks; made when missing */
  constructor(private readonly folder: string) {}

  /** The errors in files of a program. */
  check(program: ts.Program, files: readonly ts.SourceFile[]): ts.Diagnostic[] {
    // A file that was edited is another object, so files that are all the same need no second look.
    if (files.every((file) => this.#right.has(file))) return [];
    const hashes = new Map<string, string>();
    const errors = files.flatMap((file) => this.#checkFile(program, file, hashes));
    if (errors.length === 0 && files.length > 0) this.#right = new Set(files);
    return errors;
  }

  #checkFile(program: ts.Program, file: ts.SourceFile, hashes: Map<string, string>): ts.Diagnostic[] {
    const mark = join(this.folder, contentHash(file, program, hashes));
    if (existsSync(mark)) return [];
    const errors = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    if (errors.length === 0) touchQuietly(mark);
    return errors;
  }
}

/** A file's content together with all it imports of the project: what decides whether its types are right. */
function contentHash(file: ts.SourceFile, program: ts.Program, known: Map<string, string>): string {
  const before = known.get(file.fileName);
  if (before !== undefined) return before;
  // Where files import each other in a circle, the one that is asked for first counts once.
  known.set(file.fileName, "");
  const parts = importsOf(file).map(({ text, path }) => {
    const imported =
      path === undefined || path.includes("/node_modules/") ? undefined : program.getSourceFile(path);
    return imported === undefined ? text : contentHash(imported, program, known);
  });
  const content = JSON.stringify([process.version, file.fileName, file.text, ...parts]);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 32);
  known.set(file.fileName, hash);
  return hash;
}

/** What a file imports; the compiler knows it and does not publish it. */
function importsOf(file: ts.SourceFile): { text: string; path: string | undefined }[] {
  const { imports = [], resolvedModules } = file as unknown as {
    imports?: readonly ts.StringLiteral[];
    resolvedModules?: { get(name: string, mode: undefined): { resolvedFileName?: string } | undefined };
  };
  return imports.map(({ text }) => ({ text, path: resolvedModules?.get(text, undefined)?.resolvedFileName }));
}

/** Marks only save time: where they cannot be written, everything is checked each time. */
function touchQuietly(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, "");
  } catch {}
}
