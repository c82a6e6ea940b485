import type ts from "@tslab/typescript-for-tslab";

import { PREFIX } from "./checked-program";
import { loadCompiler } from "./load-typescript.cjs";

/** Parse a cell, without looking at anything else. */
export function parseCell(source: string): ts.SourceFile {
  const ts = loadCompiler();
  return ts.createSourceFile("cell.ts", PREFIX + source, ts.ScriptTarget.ES2022, true);
}

/** The syntax errors of a parsed cell. */
export function syntaxErrorsOf(file: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  return (file as unknown as { parseDiagnostics: ts.DiagnosticWithLocation[] }).parseDiagnostics;
}

/**
 * Blank out `with { type: "json" }`, which Node must know and TypeScript 5.0 cannot read, and a first line `#!…`.
 *
 * Blanks keep all positions, here and below, so that errors are told where they are.
 */
export function withoutAttributes(source: string): string {
  const pattern = /((?:\bfrom|^\s*import)\s*(["'])[^"'\n]+\2)(\s*with\s*\{[^}]*\})/gm;
  return source.replace(/^#![^\n]*/, blank).replace(
    pattern,
    (_, before: string, _quote, attributes: string) => before + blank(attributes),
  );
}

/** Blank out `export`: every name of a cell is shared, so it says nothing more. */
export function withoutExports(file: ts.SourceFile, source: string): string {
  const spans = file.statements.flatMap((statement) => exportSpans(file, statement));
  const text = spans.reduce(
    (all, [from, to]) => all.slice(0, from) + blank(all.slice(from, to)) + all.slice(to),
    PREFIX + source,
  );
  return text.slice(PREFIX.length);
}

function exportSpans(file: ts.SourceFile, statement: ts.Statement): [from: number, to: number][] {
  const ts = loadCompiler();
  if (
    ts.isExportDeclaration(statement) &&
    !statement.moduleSpecifier &&
    statement.getStart(file) >= PREFIX.length
  ) {
    return [[statement.getStart(file), statement.getEnd()]];
  }
  const isNamed = ts.isVariableStatement(statement) || (statement as { name?: ts.Node }).name !== undefined;
  const modifiers = isNamed && ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return modifiers
    .filter(({ kind }) => kind === ts.SyntaxKind.ExportKeyword || kind === ts.SyntaxKind.DefaultKeyword)
    .map((modifier) => [modifier.getStart(file), modifier.getEnd()]);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

/** A line that exports every name of a cell, which makes TypeScript write down their types. */
export function exportAll(text: string): string {
  return `\nexport { ${namesOf(text).join(", ")} };`;
}

function namesOf(text: string): string[] {
  const file = parseCell(text);
  // The compiler's own way to find out what a file declares; it is not part of its published interface.
  const { unescapeLeadingUnderscores } = loadCompiler();
  const { bindSourceFile } = loadCompiler() as unknown as {
    bindSourceFile(file: ts.SourceFile, options: ts.CompilerOptions): void;
  };
  bindSourceFile(file, {});
  const { locals } = file as unknown as { locals?: Map<string, ts.Symbol> };
  // The compiler puts a third underscore before a name that begins with two, and two before names of its own.
  return [...(locals?.keys() ?? [])]
    .filter((name) => /^[\p{L}$_]/u.test(name) && !/^__(?!_)/.test(name))
    .map((name) => unescapeLeadingUnderscores(name as ts.__String));
}
