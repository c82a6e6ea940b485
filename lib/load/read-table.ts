import { readFileSync } from "node:fs";

import { parse } from "csv-parse/sync";

/** One line of a table, and where it stands, so that every complaint can name file and line. */
export interface TableRow<Column extends string> {
  /** File and line, such as "data/events.csv:3". */
  readonly where: string;
  /** Cells by column, exactly as written. */
  readonly cells: Readonly<Record<Column, string>>;
}

/** What must hold of a table beyond its columns. */
export interface TableRules<Column extends string> {
  /** Columns in which no value may stand twice. */
  readonly unique?: readonly Column[];
}

/**
 * Read a small comma-separated table, strictly.
 *
 * UTF-8 with or without a byte-order mark, lines ended by LF or CRLF, cells quoted as in RFC 4180. The header must
 * hold exactly the named columns, in any order. A cell holds no control character but tab and line end, and is empty
 * or has something to be seen. Nothing is skipped, trimmed or guessed: a count taken from the result
 * is a count of the file.
 *
 * @param path     file, from the project's root
 * @param columns  every column the table has
 * @returns rows in file order; at least one
 * @throws Error naming file, line and column, what was needed, what was found and what to do next
 */
export function readTable<Column extends string>(
  path: string,
  columns: readonly Column[],
  rules: TableRules<Column> = {},
): TableRow<Column>[] {
  const [header, ...lines] = readRecords(path);
  if (header === undefined) {
    throw new Error(`${path}:1: header must be ${columns.join(",")}, found an empty file; ${RESTORE}`);
  }
  checkHeader(path, header.cells, columns);
  if (lines.length === 0) {
    throw new Error(`${path}:2: table must have at least one row, found only its header; ${RESTORE}`);
  }

  const rows = lines.map(({ line, cells }) => {
    const where = `${path}:${line}`;
    if (cells.length !== columns.length) {
      throw new Error(
        `${where}: row must have ${columns.length} cells, found ${cells.length}; ` +
          "quote a cell that holds a comma and remove empty lines",
      );
    }
    const named = header.cells.map((column, i) => [column, checkCell(where, column, cells[i] ?? "")] as const);
    return { where, cells: Object.fromEntries(named) as Record<Column, string> };
  });
  for (const column of rules.unique ?? []) checkUnique(rows, column);
  return rows;
}

const RESTORE = "restore it with git checkout, or write it as data/README.md describes";

function readRecords(path: string): { line: number; cells: string[] }[] {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const isDecoding = error instanceof TypeError;
    throw new Error(
      isDecoding
        ? `${path}: file must be UTF-8, found other bytes; save it as UTF-8`
        : `${path}: file must be readable, found ${String(error)}; ${RESTORE}`,
    );
  }
  if (text === "") return [];
  if (text.includes("\r") && !text.includes("\n")) {
    throw new Error(`${path}:1: lines must end in LF or CRLF, found CR alone; save the file with LF as line end`);
  }
  try {
    // Cells may hold line breaks, so the line of a record is counted from those before it.
    let next = 1;
    return parse(text, { relax_column_count: true, record_delimiter: ["\r\n", "\n"] }).map((cells: string[]) => {
      const line = next;
      next += 1 + (cells.join("").match(/\r?\n/g) ?? []).length;
      return { line, cells };
    });
  } catch (error) {
    const { message, lines = 1 } = error as Error & { lines?: number };
    throw new Error(
      `${path}:${lines}: quotes must be closed and doubled inside a cell, found "${message}"; ${RESTORE}`,
    );
  }
}

function checkHeader(path: string, found: readonly string[], columns: readonly string[]): void {
  const missing = columns.filter((column) => !found.includes(column));
  const extra = found.filter((column, i) => !columns.includes(column) || found.indexOf(column) !== i);
  if (missing.length === 0 && extra.length === 0) return;
  const faults = [
    missing.length > 0 ? `without ${missing.join(",")}` : "",
    extra.length > 0 ? `with ${extra.map((column) => `"${column}"`).join(",")} besides` : "",
  ].filter((fault) => fault !== "");
  throw new Error(
    `${path}:1: header must be ${columns.join(",")}, found it ${faults.join(" and ")}; name the columns so`,
  );
}

/** Control characters, tab and line ends aside. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\r(?!\n)/;
/** Nothing but characters without width or ink. */
const UNSEEN = /^[\s\p{Cf}\u115f\u1160\u2800\u3164\uffa0]+$/u;

function checkCell(where: string, column: string, cell: string): string {
  if (cell.trim() !== cell) {
    throw new Error(`${where}: ${column} must not begin or end with white space, found "${cell}"; remove the space`);
  }
  const control = CONTROL.exec(cell)?.[0];
  if (control !== undefined) {
    throw new Error(`${where}: ${column} must hold no control character, found ${sayCode(control)}; remove it`);
  }
  if (UNSEEN.test(cell)) {
    throw new Error(`${where}: ${column} must hold text that is seen or be empty, found ${sayCode(cell)}; remove it`);
  }
  return cell;
}

function sayCode(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function checkUnique<Column extends string>(rows: readonly TableRow<Column>[], column: Column): void {
  const first = new Map<string, string>();
  for (const { where, cells } of rows) {
    const earlier = first.get(cells[column]);
    if (earlier !== undefined) {
      throw new Error(
        `${where}: ${column} must be unique, found "${cells[column]}" also at ${earlier}; remove or rename one of them`,
      );
    }
    first.set(cells[column], where);
  }
}
