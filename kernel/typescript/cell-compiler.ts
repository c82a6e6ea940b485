import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

import type ts from "@tslab/typescript-for-tslab";

import { CheckedProgram, PREFIX } from "./checked-program";
import { EarlierDeclarations, readableNames } from "./earlier-declarations";
import { loadCompiler } from "./load-typescript.cjs";
import { CELL, cellRewriter, type RewrittenCell } from "./rewrite-cell";

/** A type or syntax error, at its place. */
export interface Diagnostic {
  /** Path from the project's folder; undefined for the cell itself. */
  readonly file: string | undefined;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly message: string;
  /** The line of source, and how many characters of it the error covers. */
  readonly source: string;
  readonly length: number;
}

/** A cell that may run. */
export interface CompiledCell {
  /** An expression: a function to be called with the cell. */
  readonly code: string;
  /** Source map of `code`, as JSON. */
  readonly map: string;
  /** Modules to load before the cell runs. */
  readonly modules: readonly string[];
}

interface Waiting {
  readonly count: number;
  readonly declarations: string;
  readonly types: ReadonlySet<string>;
}

/** A line before the cell's own first line, in what V8 gets to see. */
const FIRST_LINE = `async (${CELL}) => {`;
const NOT_FOUND = new Set([2307, 2792, 7016]);

/** Checks and compiles the cells of one session, in order. */
export class CellCompiler {
  readonly #ts = loadCompiler();
  readonly #program: CheckedProgram;
  readonly #earlier = new EarlierDeclarations();
  /** Names that exist at run time. */
  readonly #known = new Set<string>();
  #missedModule = false;
  #waiting: Waiting | undefined;

  /**
   * @param root   the project's folder, which must also be the current one
   * @param cache  folder that remembers which of the project's files were found free of type errors
   */
  constructor(
    private readonly root: string,
    private readonly cache: string,
  ) {
    this.#program = new CheckedProgram(root);
  }

  /**
   * Check a cell and compile it.
   *
   * @param count  the cell's number, for naming what it replaces
   * @returns the compiled cell, or why it must not run
   */
  compile(source: string, count: number): CompiledCell | readonly Diagnostic[] {
    const parsed = this.#parse(source);
    const early = this.#syntaxErrors(parsed, source);
    if (early.length > 0) return early;

    const text = this.#withoutExports(parsed, source);
    this.#program.refresh(this.#missedModule);
    const { program, cell } = this.#program.update(this.#earlier.text, text + exportsOf(this.#namesOf(text)));
    const errors = program.getSemanticDiagnostics(cell);
    this.#missedModule = errors.some(({ code }) => NOT_FOUND.has(code));
    const found = [...errors.flatMap((error) => this.#describe(error, source)), ...this.#checkProjectFiles(program)];
    if (found.length > 0) return found;

    const rewritten: RewrittenCell = { modules: [], fresh: new Set(), ready: [], nested: [], types: new Set() };
    const { code, map, declarations } = this.#emit(program, cell, rewritten);
    this.#waiting = { count, declarations, types: rewritten.types };
    // A cell that declares nothing new adds no scope; long sessions stay as fast as short ones.
    const scope = rewritten.fresh.size === 0 ? "" : `${CELL}.scope((__code__) => eval(__code__));`;
    return { code: `(${FIRST_LINE}${scope}\n${code}\n})`, map, modules: rewritten.modules };
  }

  /**
   * Take over what the last compiled cell declared.
   *
   * @param did  names of values that it came to declare; fewer than it holds when it failed half way
   */
  commit(did: readonly string[]): void {
    if (this.#waiting === undefined) return;
    const { declarations, count, types } = this.#waiting;
    this.#waiting = undefined;
    const done = new Set(did);
    this.#earlier.add(declarations, (name) => done.has(name) || types.has(name), count);
    for (const name of did) this.#known.add(name);
  }

  /** Candidates for what stands before the position, as tslab finds them. */
  complete(source: string, position: number): { start: number; end: number; candidates: { name: string; kind: string }[] } {
    this.#program.refresh(this.#missedModule);
    const { start, end, candidates, original } = this.#program.complete(this.#earlier.text, source, position);
    const kinds = new Map(original?.entries.map(({ name, kind }) => [name, String(kind)]));
    const shown = candidates.filter((name) => !/__In\d+$|^__(?:cell|code)__$/.test(name));
    return { start, end, candidates: shown.map((name) => ({ name, kind: kinds.get(name) ?? "" })) };
  }

  inspect(source: string, position: number): ts.QuickInfo | undefined {
    this.#program.refresh(this.#missedModule);
    return this.#program.inspect(this.#earlier.text, source, position);
  }

  isComplete(source: string): { completed: boolean; indent?: string } {
    return this.#program.isComplete(source);
  }

  #parse(source: string): ts.SourceFile {
    const file = this.#ts.createSourceFile("cell.ts", PREFIX + source, this.#ts.ScriptTarget.ES2022, true);
    // The compiler's own way to find out what a file declares; it is not part of its published interface.
    (this.#ts as unknown as { bindSourceFile(file: ts.SourceFile, options: ts.CompilerOptions): void }).bindSourceFile(file, {});
    return file;
  }

  #syntaxErrors(file: ts.SourceFile, source: string): Diagnostic[] {
    const { parseDiagnostics } = file as unknown as { parseDiagnostics: ts.DiagnosticWithLocation[] };
    if (parseDiagnostics.length === 0) return [];
    const lines = source.split("\n");
    const magic = lines.findIndex((line) => /^\s*(?:%{1,2}[a-zA-Z]|![a-zA-Z.\/])/.test(line));
    if (magic < 0) return parseDiagnostics.flatMap((error) => this.#describe(error, source));
    const line = lines[magic] ?? "";
    const message = `A cell holds TypeScript; ${JSON.stringify(line.trim().split(/\s/)[0])} is a command of IPython, which this kernel does not have. Remove the line.`;
    return [{ file: undefined, line: magic + 1, column: 1, message, source: line, length: line.length }];
  }

  /** Every name of a cell is shared, so `export` says nothing more; blanks in its place keep all positions. */
  #withoutExports(file: ts.SourceFile, source: string): string {
    const { SyntaxKind } = this.#ts;
    const spans = file.statements.flatMap((statement): [number, number][] => {
      if (this.#ts.isExportDeclaration(statement) && !statement.moduleSpecifier && statement.getStart(file) >= PREFIX.length) {
        return [[statement.getStart(file), statement.getEnd()]];
      }
      const isNamed = (statement as { name?: ts.Node }).name !== undefined || this.#ts.isVariableStatement(statement);
      const modifiers = this.#ts.canHaveModifiers(statement) ? (this.#ts.getModifiers(statement) ?? []) : [];
      return modifiers
        .filter(({ kind }) => isNamed && (kind === SyntaxKind.ExportKeyword || kind === SyntaxKind.DefaultKeyword))
        .map((modifier): [number, number] => [modifier.getStart(file), modifier.getEnd()]);
    });
    const text = spans.reduce((all, [from, to]) => all.slice(0, from) + all.slice(from, to).replace(/[^\n]/g, " ") + all.slice(to), PREFIX + source);
    return text.slice(PREFIX.length);
  }

  #namesOf(text: string): string[] {
    const { locals } = this.#parse(text) as unknown as { locals?: Map<string, ts.Symbol> };
    return [...(locals?.keys() ?? [])].filter((name) => /^[\p{L}$_]/u.test(name) && name !== "default");
  }

  #emit(program: ts.Program, cell: ts.SourceFile, found: RewrittenCell): { code: string; map: string; declarations: string } {
    const { identifiers } = cell as unknown as { identifiers: Map<string, string> };
    // Names that the compiler makes up must not hide a name of an earlier cell.
    for (const name of this.#known) identifiers.set(name, name);
    const rewrite = cellRewriter(program.getTypeChecker(), (name) => this.#known.has(name), found);
    const outputs = { code: "", map: "", declarations: "" };
    const write = (path: string, text: string): void => {
      if (path.endsWith(".d.ts")) outputs.declarations = text;
      else if (path.endsWith(".map")) outputs.map = text;
      else outputs.code = text.replace(/^export \{\};$/gm, "").replace(/\/\/# sourceMappingURL=.*\s*$/, "");
    };
    // The last argument writes declarations also where a type has no name outside of the cell; it then is `any`.
    const emit = program.emit as (...args: unknown[]) => ts.EmitResult;
    emit.call(program, cell, write, undefined, false, { before: [rewrite] }, true);
    const nested = found.nested.map((name) => this.#declare(program, cell, name)).join("");
    return { ...outputs, declarations: outputs.declarations + nested };
  }

  /** A `var` inside of a block or a loop belongs to the cell; TypeScript writes declarations of what stands at the top only. */
  #declare(program: ts.Program, cell: ts.SourceFile, name: string): string {
    const { locals } = cell as unknown as { locals: Map<string, ts.Symbol> };
    const symbol = locals.get(name);
    if (symbol?.valueDeclaration === undefined) return "";
    const checker = program.getTypeChecker();
    const type = checker.getTypeOfSymbolAtLocation(symbol, symbol.valueDeclaration);
    return `declare var ${name}: ${checker.typeToString(type, cell, this.#ts.TypeFormatFlags.NoTruncation)};\n`;
  }

  /** Check those of the project's files that the cell imports and that were not found right before. */
  #checkProjectFiles(program: ts.Program): Diagnostic[] {
    const files = this.#program.projectFiles();
    const hashes = new Map<string, string>();
    return files.flatMap((file) => {
      const mark = join(this.cache, contentHash(file, program, hashes));
      if (existsSync(mark)) return [];
      const errors = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      if (errors.length === 0) touchQuietly(mark);
      return errors.flatMap((error) => this.#describe(error, file.text));
    });
  }

  #describe(error: ts.Diagnostic, source: string): Diagnostic[] {
    const { file } = error;
    if (file === undefined) return [];
    const isCell = /(?:^|\/)(?:cell|__tslab__)\.ts$/.test(file.fileName);
    const shift = isCell ? PREFIX.length : 0;
    const start = Math.min(Math.max((error.start ?? 0) - shift, 0), source.length);
    const before = source.slice(0, start).split("\n");
    const line = source.split("\n")[before.length - 1] ?? "";
    const column = (before.at(-1) ?? "").length + 1;
    const text = readableNames(this.#ts.flattenDiagnosticMessageText(error.messageText, "\n"));
    return [
      {
        file: isCell ? undefined : relative(this.root, file.fileName).split(sep).join("/"),
        line: before.length,
        column,
        message: `${text} (TS${error.code})`,
        source: line,
        length: Math.max(1, Math.min(error.length ?? 1, line.length - column + 1)),
      },
    ];
  }
}

function exportsOf(names: readonly string[]): string {
  return `\nexport { ${names.join(", ")} };`;
}

/** A file's content together with all it imports of the project: what decides whether its types are right. */
function contentHash(file: ts.SourceFile, program: ts.Program, known: Map<string, string>): string {
  const before = known.get(file.fileName);
  if (before !== undefined) return before;
  known.set(file.fileName, "");
  const { imports = [], resolvedModules } = file as unknown as {
    imports?: readonly ts.StringLiteral[];
    resolvedModules?: { get(name: string, mode: unknown): { resolvedFileName?: string } | undefined };
  };
  const parts = imports.map(({ text }) => {
    const path = resolvedModules?.get(text, undefined)?.resolvedFileName;
    const imported = path === undefined || path.includes("/node_modules/") ? undefined : program.getSourceFile(path);
    return imported === undefined ? text : contentHash(imported, program, known);
  });
  const hash = createHash("sha256").update(JSON.stringify([process.version, file.text, ...parts])).digest("hex").slice(0, 32);
  known.set(file.fileName, hash);
  return hash;
}

function touchQuietly(path: string): void {
  try {
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, "");
  } catch {}
}
