import { inspect } from "node:util";

import { CallStacks } from "./call-stack";
import type { Diagnostic } from "./diagnostics";

/** An error as a front end shows it. */
export interface DescribedError {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

/** Thrown into a cell that is interrupted; named as front ends know it. */
export class KeyboardInterrupt extends Error {
  override readonly name = "KeyboardInterrupt";

  constructor() {
    super("the cell was interrupted; what it had declared until then is kept");
  }
}

/** Thrown where a cell asks Node to end. */
export class ProcessExit extends Error {
  override readonly name = "ProcessExit";

  constructor(call: string) {
    super(
      `${call}: a cell cannot end the kernel, found a call that would; use "Restart Kernel" or leave the call out`,
    );
  }
}

/**
 * Describe what a cell threw: its name, its message, the line of the cell and the calls that led there.
 *
 * @param sourceOf  the source of a cell by its number
 */
export function describeError(
  thrown: unknown,
  sourceOf: (count: number) => string | undefined,
): DescribedError {
  if (!isError(thrown)) {
    const evalue = safely(() => inspect(thrown, { depth: 2 }));
    return {
      ename: "Uncaught",
      evalue,
      traceback: [
        `Uncaught ${evalue}`,
        "    (what was thrown is not an Error, so it does not tell from where)",
      ],
    };
  }
  const ename = safely(() => String(thrown.name || "Error"));
  const evalue = safely(() => String(thrown.message));
  const stack = safely(() => String(thrown.stack ?? ""));
  // What node:assert compared stands in its message already.
  const isAssertion = (thrown as NodeJS.ErrnoException).code === "ERR_ASSERTION";
  const text = isAssertion
    ? stack
    : safely(() => inspect(thrown, { depth: 3, maxArrayLength: 20, maxStringLength: 10_000 }));
  // Node puts an error without a stack into brackets.
  const bare = /^\[([^\n]*)\]$/.exec(text)?.[1] ?? text;
  return { ename, evalue, traceback: [...excerpt(stack, sourceOf), ...bare.split("\n")] };
}

/** Describe why a cell was not run. */
export function describeDiagnostics(diagnostics: readonly Diagnostic[], count: number): DescribedError {
  const lines = diagnostics.map(({ file, line, column, message, source, length }) => {
    const where =
      file === undefined ? `Cell In[${count}], line ${line}, column ${column}` : `${file}:${line}:${column}`;
    return [`${where}: ${message}`, ...pointAt(source, column, length)];
  });
  const [first] = diagnostics;
  const where =
    first?.file === undefined
      ? `${first?.line}:${first?.column}`
      : `${first.file}:${first.line}:${first.column}`;
  const others = diagnostics.length === 1 ? "" : ` (and ${diagnostics.length - 1} more)`;
  const evalue = `${where} - ${first?.message}${others}`;
  return {
    ename: "TypeScriptError",
    evalue,
    traceback: [...lines.flat(), `TypeScriptError: ${countOf(diagnostics.length)}; the cell was not run`],
  };
}

function countOf(n: number): string {
  return n === 1 ? "1 error" : `${n} errors`;
}

function isError(thrown: unknown): thrown is Error {
  return thrown instanceof Error || Object.prototype.toString.call(thrown) === "[object Error]";
}

function excerpt(stack: string, sourceOf: (count: number) => string | undefined): string[] {
  const place = CallStacks.firstInCell(stack);
  if (place === undefined) return [];
  const source = sourceOf(place.count)?.split("\n")[place.line - 1];
  if (source === undefined) return [];
  return [`Cell In[${place.count}], line ${place.line}`, ...pointAt(source, place.column, 1), ""];
}

/** A line of source, shortened around the place, and a mark under it. */
function pointAt(source: string, column: number, length: number): string[] {
  const from = Math.max(0, Math.min(column - 61, source.length - 100));
  const shown = source.slice(from, from + 100).replace(/\t/g, " ");
  return [
    `    ${shown}`,
    `    ${" ".repeat(column - 1 - from)}${"^".repeat(Math.max(1, Math.min(length, 100)))}`,
  ];
}

/** An error may have been made so that looking at it throws. */
function safely(describe: () => string): string {
  try {
    return describe();
  } catch {
    return "an error that cannot be shown";
  }
}
