import { readFileSync } from "node:fs";

import { parse } from "csv-parse/sync";

import { decodeWindows1251, looksLikeWindows1251 } from "./windows-1251";

/** One row of a table that a person edited in a spreadsheet. */
export interface SpreadsheetRow<Column extends string> {
  /** Line of the file on which the row begins. */
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

/** A table that a person edited in a spreadsheet. */
export interface Spreadsheet<Column extends string> {
  readonly rows: readonly SpreadsheetRow<Column>[];
  /** True where the file was saved in Windows-1251, which has no ң, ө, ү or emoji: `?` stands for them. */
  readonly isLossy: boolean;
}

const SAVE = 'save it as "CSV UTF-8"';

/**
 * Read a table back from a spreadsheet.
 *
 * Spreadsheets save CSV with commas, semicolons or tabs, by the country of the machine, in UTF-8, in UTF-16
 * ("Unicode text") or, older ones, in Windows-1251. All of these are read. Columns may have been moved; rows
 * that are empty throughout, which spreadsheets leave at the end, are passed over.
 *
 * @throws Error naming file, line and column: another encoding, a missing or added column, a broken quote
 */
export function readSpreadsheet<Column extends string>(
  path: string,
  columns: readonly Column[],
): Spreadsheet<Column> {
  const { text, isLossy } = decode(path);
  const first = text.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = [";", ",", "\t"].reduce((best, sign) =>
    first.split(sign).length > first.split(best).length ? sign : best,
  );
  const [header, ...records] = parseRecords(path, text, delimiter);
  const names = (header?.cells ?? []).map((cell) => cell.trim());
  // A spreadsheet may keep empty columns behind the last one.
  while (names.at(-1) === "") names.pop();
  const missing = columns.filter((column) => !names.includes(column));
  const extra = names.filter(
    (name, i) => !(columns as readonly string[]).includes(name) || names.indexOf(name) !== i,
  );
  if (missing.length > 0 || extra.length > 0) {
    const found =
      missing.length > 0
        ? `none named ${missing.join(", ")}`
        : `also ${extra.map((name) => `"${name}"`).join(", ")}`;
    throw new Error(
      `${path}:1: columns must be ${columns.join(", ")}, found ${found}; name the columns so and remove others`,
    );
  }
  const longest = Math.max(names.length, header?.cells.length ?? 0);
  const wide = records.find(({ cells }) => cells.length > longest);
  if (wide !== undefined) {
    throw new Error(
      `${path}:${wide.line}: row must have ${longest} cells, found ${wide.cells.length}; put quotes ` +
        `around a cell that holds "${delimiter}"`,
    );
  }
  const rows = records
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
    .map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""])) as Record<Column, string>,
    }));
  return { rows, isLossy };
}

function decode(path: string): { text: string; isLossy: boolean } {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new Error(`${path}: file must be readable, found ${(error as Error).message}; check the name`);
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder("utf-16le").decode(bytes), isLossy: false };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw new Error(`${path}: file must be CSV, found a workbook or another zip; ${SAVE}`);
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), isLossy: false };
  } catch {
    if (looksLikeWindows1251(bytes)) return { text: decodeWindows1251(bytes), isLossy: true };
    throw new Error(`${path}: file must be UTF-8, UTF-16 or Windows-1251, found other bytes; ${SAVE}`);
  }
}

function parseRecords(path: string, text: string, delimiter: string): { line: number; cells: string[] }[] {
  try {
    let next = 1;
    return parse(text, { delimiter, relax_column_count: true, record_delimiter: ["\r\n", "\n", "\r"] }).map(
      (cells: string[]) => {
        const line = next;
        next += 1 + (cells.join("").match(/\r\n|\r|\n/g) ?? []).length;
        return { line, cells };
      },
    );
  } catch (error) {
    const { message, lines = 1 } = error as Error & { lines?: number };
    throw new Error(
      `${path}:${lines}: quotes must be closed and doubled inside a cell, found "${message}"; ${SAVE} ` +
        `from the spreadsheet`,
    );
  }
}

/**
 * Write a text as a spreadsheet does that saves in Windows-1251: `?` for what it does not have.
 *
 * @example
 * asWindows1251("Үй 😀, дом"); // "?й ??, дом"
 */
export function asWindows1251(text: string): string {
  return Array.from({ length: text.length }, (_, i) => (KNOWN.has(text[i] as string) ? text[i] : "?")).join(
    "",
  );
}

const KNOWN = new Set(
  decodeWindows1251(Uint8Array.from({ length: 256 }, (_, byte) => byte)).replace("\ufffd", ""),
);
