import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";

import type ts from "@tslab/typescript-for-tslab";

import { loadCompiler, writeQuietly } from "./load-typescript.cjs";
import type { SourceTexts } from "./source-texts";

/** A file of the project that was not found right yet, and where that is to be remembered. */
export interface UnsureFile {
  readonly file: ts.SourceFile;
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

  /** The project's files that a file imports, directly or not, and that were not found right yet. */
  unsure(program: ts.Program, importer: ts.SourceFile): UnsureFile[] {
    const direct = new Map<ts.SourceFile, readonly ts.SourceFile[]>();
    return [...filesBehind(importer, program, direct)].flatMap((file) => {
      const mark = join(this.folder, this.#hash([file, ...filesBehind(file, program, direct)]));
      return existsSync(mark) ? [] : [{ file, mark }];
    });
  }

  /** The errors in a file that the program holds whole; without any, the file is remembered. */
  check(program: ts.Program, { file, mark }: UnsureFile): readonly ts.Diagnostic[] {
    const errors = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    if (errors.length > 0) return errors;
    writeQuietly(mark, "");
    this.texts.keepOutline(file.fileName, file.text);
    return [];
  }

  /** Of a file's content together with that of all it imports: what decides whether its types are right. */
  #hash(files: readonly ts.SourceFile[]): string {
    const hash = createHash("sha256").update(`${process.version} ${loadCompiler().version} ${files[0]?.fileName}`);
    const contents = files.map(({ fileName }) => `${fileName} ${this.texts.hashOf(fileName)}`);
    for (const content of contents.sort()) hash.update(`\n${content}`);
    return hash.digest("hex").slice(0, 32);
  }
}

/**
 * The project's files that a file imports, directly or not.
 *
 * @param direct  what is known of direct imports; more is added
 */
function filesBehind(
  importer: ts.SourceFile,
  program: ts.Program,
  direct: Map<ts.SourceFile, readonly ts.SourceFile[]>,
): Set<ts.SourceFile> {
  const found = new Set<ts.SourceFile>();
  const waiting = [importer];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    let imported = direct.get(file);
    if (imported === undefined) direct.set(file, (imported = importsOf(file, program)));
    for (const each of imported) {
      if (found.has(each)) continue;
      found.add(each);
      waiting.push(each);
    }
  }
  return found;
}

/** The project's files that a file imports; the compiler knows them and does not publish it. */
function importsOf(file: ts.SourceFile, program: ts.Program): ts.SourceFile[] {
  const { imports = [], resolvedModules } = file as unknown as {
    imports?: readonly ts.StringLiteral[];
    resolvedModules?: {
      get(name: string, mode: undefined): { resolvedModule?: { resolvedFileName: string } } | undefined;
    };
  };
  return imports.flatMap(({ text }) => {
    const path = resolvedModules?.get(text, undefined)?.resolvedModule?.resolvedFileName;
    const imported = path === undefined || path.includes("/node_modules/") ? undefined : program.getSourceFile(path);
    return imported === undefined ? [] : [imported];
  });
}
