import { relative, sep } from "node:path";

import type ts from "@tslab/typescript-for-tslab";

import { PREFIX } from "./checked-program";
import { readableNames } from "./earlier-declarations";
import { loadCompiler } from "./load-typescript.cjs";

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

/**
 * Say in what line of what its author wrote the compiler found an error.
 *
 * @param cell  the cell's source
 * @param root  the project's folder
 * @returns nothing for an error that has no place
 */
export function describeDiagnostic(error: ts.Diagnostic, cell: string, root: string): Diagnostic[] {
  const { file, code } = error;
  if (file === undefined) return [];
  const isCell = /(?:^|\/)(?:cell|__tslab__)\.ts$/.test(file.fileName);
  const source = isCell ? cell : file.text;
  const start = (error.start ?? 0) - (isCell ? PREFIX.length : 0);
  const before = source.slice(0, Math.max(0, start)).split("\n");
  const line = source.split("\n")[before.length - 1] ?? "";
  const column = (before.at(-1) ?? "").length + 1;
  const told = readableNames(loadCompiler().flattenDiagnosticMessageText(error.messageText, "\n"));
  const text = /'plotly\.js(?:-[\w-]+)?'/.test(told) ? PLOTLY : told;
  return [
    {
      file: isCell ? undefined : relative(root, file.fileName).split(sep).join("/"),
      line: before.length,
      column,
      message: `${text} (TS${code})`,
      source: line,
      length: Math.max(1, Math.min(error.length ?? 1, line.length - column + 1)),
    },
  ];
}

/** What stands in place of the advice to install types for it. */
const PLOTLY =
  "plotly.js draws in a browser's page, and a cell has none. Show a figure with `plot` from './lib/show/plot', which " +
  "takes plotly's traces and layout; their types can be imported from 'plotly.js' with `import type`.";

/** What a reader of other notebooks or newer code may write, and what to do instead. */
const HINTS: readonly { readonly pattern: RegExp; readonly message: (line: string) => string }[] = [
  {
    pattern: /^\s*(?:await\s+)?using\s+[\p{L}_$]/u,
    message: () =>
      "`using` is newer than TypeScript 5.0, which tslab brings. Dispose of the value in a `finally` block.",
  },
  {
    pattern: /^\s*(?:%{1,2}[a-zA-Z]|![a-zA-Z./])/,
    message: (line) =>
      `A cell holds TypeScript; "${line.trim().split(/\s/)[0]}" is a command of IPython, which this kernel does not ` +
      "have. Remove the line.",
  },
];

/**
 * Explain syntax errors that come from a known misunderstanding.
 *
 * @returns undefined when no line of the cell looks like one
 */
export function explainSyntax(source: string): Diagnostic | undefined {
  const lines = source.split("\n");
  for (const { pattern, message } of HINTS) {
    const at = lines.findIndex((line) => pattern.test(line));
    const line = lines[at];
    if (line === undefined) continue;
    const column = line.search(/\S/) + 1;
    const length = line.trim().split(/\s/)[0]?.length ?? 1;
    return { file: undefined, line: at + 1, column, message: message(line), source: line, length };
  }
  return undefined;
}
