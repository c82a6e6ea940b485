import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";

import type ts from "@tslab/typescript-for-tslab";

import { loadCompiler, writeQuietly } from "./load-typescript.cjs";
import { OUTLINE_FORM, type SourceTexts } from "./source-texts";

/** A file of the project that was not found right yet, and where that is to be remembered. */
export interface UnsureFile {
  readonly path: string;
  readonly mark: string;
}

/**
 * Remembers which contents of the project's files are free of type errors.
 *
 * What a cell imports is checked like the cell. That takes longer than all else, so a file that was found right leaves
 * a mark in a folder, named by its content and that of all it imports.
 */
export class RightFiles {
  /** @param folder  for the marks; made when missing */
  constructor(
    private readonly folder: string,
    private readonly texts: SourceTexts,
  ) {}

  /** The project's files that a cell imports, directly or not, and that were not found right yet. */
  unsure(program: ts.Program, cell: ts.SourceFile): UnsureFile[] {
    const direct = new Map<string, readonly string[]>();
    const importsOf = (path: string): readonly string[] => {
      const known = direct.get(path) ?? this.texts.importsOf(path, program);
      direct.set(path, known);
      return known;
    };
    const hashes = new Map<string, string>();
    const hashOf = (path: string): string => {
      const known = hashes.get(path) ?? `\n${path} ${this.texts.hashOf(path, program)}`;
      hashes.set(path, known);
      return known;
    };
    return [...filesBehind(importedBy(cell, program), importsOf)].flatMap((path) => {
      const hash = createHash("sha256").update(`${process.version} ${loadCompiler().version} ${OUTLINE_FORM} ${path}`);
      for (const each of [path, ...filesBehind(importsOf(path), importsOf)].sort()) hash.update(hashOf(each));
      const mark = join(this.folder, hash.digest("hex").slice(0, 32));
      return existsSync(mark) ? [] : [{ path, mark }];
    });
  }

  /** The errors in a file that the program holds whole; without any, the file is remembered. */
  check(program: ts.Program, { path, mark }: UnsureFile): readonly ts.Diagnostic[] {
    const file = program.getSourceFile(path);
    // What is not there, or not a script, is an error of who imports it, or none.
    if (file === undefined) return [];
    const errors = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    if (errors.length > 0) return errors;
    writeQuietly(mark, "");
    this.texts.keepOutline(file);
    return [];
  }
}

/** Files and what they import, directly or not. */
function filesBehind(paths: readonly string[], importsOf: (path: string) => readonly string[]): Set<string> {
  const found = new Set<string>();
  const waiting = [...paths];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    waiting.push(...importsOf(path));
  }
  return found;
}

/** The project's files that a cell imports; the compiler knows them and does not publish it. */
function importedBy(cell: ts.SourceFile, program: ts.Program): string[] {
  const { imports = [], resolvedModules } = cell as unknown as {
    imports?: readonly ts.StringLiteral[];
    resolvedModules?: {
      get(name: string, mode: undefined): { resolvedModule?: { resolvedFileName: string } } | undefined;
    };
  };
  return imports.flatMap(({ text }) => {
    const path = resolvedModules?.get(text, undefined)?.resolvedModule?.resolvedFileName;
    return path === undefined || path.includes("/node_modules/") || !program.getSourceFile(path) ? [] : [path];
  });
}
