import { readFileSync } from "node:fs";
import { join } from "node:path";

import type ts from "@tslab/typescript-for-tslab";

import { calledAround } from "./called-around";
import { CELL, type RewrittenCell } from "./cell-rewriting";
import { exportAll, parseCell, syntaxErrorsOf, withoutAttributes, withoutExports } from "./cell-source";
import { type CheckedCell, CheckedProgram } from "./checked-program";
import { describeDiagnostic, type Diagnostic, explainSyntax } from "./diagnostics";
import { EarlierDeclarations } from "./earlier-declarations";
import { loadCompiler } from "./load-typescript.cjs";
import { cellRewriter } from "./rewrite-cell";
import { RightFiles, type UnsureFile } from "./right-files";
import { SourceTexts } from "./source-texts";

/** A cell that may run. */
export interface CompiledCell {
  /** An expression: a function to be called with the cell. */
  readonly code: string;
  /** Source map of `code`, as JSON; it does not know of the first line. */
  readonly map: string;
  /** Modules to load before the cell runs. */
  readonly modules: readonly string[];
}

/** Suggestions for what stands at a place of a cell; positions count UTF-16 units. */
export interface Completions {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly { readonly name: string; readonly kind: string }[];
}

/** Whether a console may run what was typed. */
export type Completeness =
  | { readonly status: "complete" | "invalid" }
  | { readonly status: "incomplete"; readonly indent: string };

interface Emitted {
  readonly code: string;
  readonly map: string;
  readonly declarations: string;
  readonly found: RewrittenCell;
}

const UNTERMINATED_TEMPLATE = 1160;
/** Codes of errors about modules that were not found. */
const NOT_FOUND = new Set([2307, 2792, 7016]);

/** Checks and compiles the cells of one session, in order. */
export class CellCompiler {
  readonly #ts = loadCompiler();
  readonly #texts: SourceTexts;
  readonly #program: CheckedProgram;
  readonly #rightFiles: RightFiles;
  readonly #earlier = new EarlierDeclarations();
  /** Names that exist at run time. */
  readonly #known = new Set<string>();
  #missedModule = false;
  #waiting: { readonly emitted: Emitted; readonly count: number } | undefined;

  /**
   * @param root   the project's folder, which must also be the current one
   * @param cache  folder that remembers what was found out about the project's files
   */
  constructor(
    private readonly root: string,
    cache: string,
  ) {
    this.#texts = new SourceTexts(join(cache, "outlines"));
    this.#program = new CheckedProgram(root, this.#texts);
    this.#rightFiles = new RightFiles(join(cache, "checked"), this.#texts);
  }

  /**
   * Check a cell and compile it.
   *
   * @param count  the cell's number, for naming what it replaces
   * @returns the compiled cell, or why it must not run
   */
  compile(source: string, count: number): CompiledCell | readonly Diagnostic[] {
    const plain = withoutAttributes(source);
    const parsed = parseCell(plain);
    const early = syntaxErrorsOf(parsed);
    if (early.length > 0) {
      const explained = explainSyntax(source);
      return explained ? [explained] : this.#describe(early, source);
    }
    const text = withoutExports(parsed, plain);
    this.#program.refresh(this.#missedModule);
    const { program, cell, unsure } = this.#update(text + exportAll(text));
    const errors = program.getSemanticDiagnostics(cell);
    const others = unsure.flatMap((file) => this.#rightFiles.check(program, file));
    this.#missedModule = [...errors, ...others].some(({ code }) => NOT_FOUND.has(code));
    if (errors.length + others.length > 0) return this.#describe([...errors, ...others], source);

    const emitted = this.#emit(program, cell);
    this.#waiting = { emitted, count };
    const { code, map, found } = emitted;
    // A cell that declares nothing new adds no scope; long sessions stay as fast as short ones.
    const scope = found.fresh.size === 0 ? "" : `${CELL}.scope((__code__) => eval(__code__));`;
    return { code: `(async (${CELL}) => {${scope}\n${code}\n})`, map, modules: found.modules };
  }

  /**
   * Take over what the last compiled cell declared.
   *
   * @param did  names of values that it came to declare; fewer than it holds when it failed half way
   */
  commit(did: readonly string[]): void {
    if (this.#waiting === undefined) return;
    const { emitted, count } = this.#waiting;
    this.#waiting = undefined;
    const done = new Set([...did, ...emitted.found.types]);
    this.#earlier.add(emitted.declarations, (name) => done.has(name), count);
    for (const name of did) this.#known.add(name);
  }

  /**
   * Bring the program up to the cell; it holds whole what the cell imports and was not found right yet.
   *
   * What only earlier cells imported does not count: a file that is broken meanwhile must not stop other cells.
   */
  #update(code: string): CheckedCell & { readonly unsure: readonly UnsureFile[] } {
    for (;;) {
      const checked = this.#program.update(this.#earlier.text, code);
      const unsure = this.#rightFiles.unsure(checked.program, checked.cell);
      if (!this.#program.readWhole(unsure.map(({ path }) => path))) return { ...checked, unsure };
    }
  }

  /**
   * Read files that a cell may import soon, and what they import.
   *
   * @param paths  from the project's folder; those that were never imported and found right are left alone
   */
  readAhead(paths: readonly string[]): void {
    const known = paths.filter((path) => this.#texts.isKnown(readFileSync(join(this.root, path), "utf8")));
    const imports = known.map(
      (path) => `import ${JSON.stringify(`./${path.replace(/\\/g, "/").replace(/\.ts$/, "")}`)};`,
    );
    this.#program.update(this.#earlier.text, imports.join("\n"));
  }

  complete(source: string, position: number): Completions {
    this.#program.refresh(this.#missedModule);
    const { start, end, candidates, original } = this.#program.complete(this.#earlier.text, source, position);
    const kinds = new Map(original?.entries.map(({ name, kind }) => [name, String(kind)]));
    // Not the names that stand for replaced types.
    const shown = candidates.filter((name) => !/__In\d+(?:_\d+)?$/.test(name));
    return { start, end, candidates: shown.map((name) => ({ name, kind: kinds.get(name) ?? "" })) };
  }

  /** What stands at a place; among the arguments of a call, where nothing is said of the place itself, the function. */
  inspect(source: string, position: number): ts.QuickInfo | undefined {
    this.#program.refresh(this.#missedModule);
    const at = (place: number): ts.QuickInfo | undefined => {
      const info = this.#program.inspect(this.#earlier.text, source, place);
      const isUnknown = info?.kind === "" && info.displayParts?.map(({ text }) => text).join("") === "any";
      return isUnknown ? undefined : info;
    };
    const found = at(position);
    const called = found === undefined ? calledAround(source, position) : undefined;
    return called === undefined ? found : at(called);
  }

  /** Whether a cell may be run as it stands, wants another line, indented so far, or cannot be right. */
  isComplete(source: string): Completeness {
    const { completed, indent = "" } = this.#program.isComplete(source);
    if (!completed) return { status: "incomplete", indent };
    const errors = syntaxErrorsOf(parseCell(withoutAttributes(source)));
    if (errors.length === 0) return { status: "complete" };
    const isOpen = errors.some(({ code }) => code === UNTERMINATED_TEMPLATE);
    return isOpen ? { status: "incomplete", indent: "" } : { status: "invalid" };
  }

  #emit(program: ts.Program, cell: ts.SourceFile): Emitted {
    const { identifiers } = cell as unknown as { identifiers: Map<string, string> };
    // Names that the compiler makes up must not hide a name of an earlier cell.
    for (const name of this.#known) identifiers.set(name, name);
    let found: RewrittenCell | undefined;
    const isKnown = (name: string): boolean => this.#known.has(name);
    const rewrite = cellRewriter(program.getTypeChecker(), isKnown, (result) => (found = result));
    const texts = { code: "", map: "", declarations: "" };
    const write = (path: string, text: string): void => {
      if (path.endsWith(".d.ts")) texts.declarations = text;
      else if (path.endsWith(".map")) texts.map = text;
      else texts.code = text.replace(/^export \{\};$/gm, "").replace(/\/\/# sourceMappingURL=.*\s*$/, "");
    };
    // The last argument writes declarations also where a type has no name outside of the cell; it then is `any`.
    const emit = program.emit as (...args: unknown[]) => ts.EmitResult;
    emit.call(program, cell, write, undefined, false, { before: [rewrite] }, true);
    const nested = found!.nested.map((name) => this.#declare(program, cell, name)).join("");
    return { ...texts, declarations: texts.declarations + nested, found: found! };
  }

  /** A `var` inside of a block belongs to the cell; TypeScript writes declarations of what stands at the top only. */
  #declare(program: ts.Program, cell: ts.SourceFile, name: string): string {
    const { locals } = cell as unknown as { locals: Map<string, ts.Symbol> };
    const symbol = locals.get(this.#ts.escapeLeadingUnderscores(name) as string);
    if (symbol?.valueDeclaration === undefined) return "";
    const checker = program.getTypeChecker();
    const type = checker.getTypeOfSymbolAtLocation(symbol, symbol.valueDeclaration);
    return `declare var ${name}: ${checker.typeToString(type, cell, this.#ts.TypeFormatFlags.NoTruncation)};\n`;
  }

  #describe(errors: readonly ts.Diagnostic[], source: string): Diagnostic[] {
    return errors.flatMap((error) => describeDiagnostic(error, source, this.root));
  }
}
