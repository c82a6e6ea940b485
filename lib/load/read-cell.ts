import type { TableRow } from "./read-table";

/** A cell to be read: the row it stands in and the name of its column. */
type Cell<Column extends string> = readonly [row: TableRow<Column>, column: Column];

/**
 * Read a cell that must not be empty.
 *
 * @throws Error naming file, line and column
 */
export function readText<Column extends string>(...[row, column]: Cell<Column>): string {
  const cell = row.cells[column];
  return cell === "" ? fail(row, column, "text", "fill the cell") : cell;
}

/** Read a cell that may be empty: null then. */
export function readOptionalText<Column extends string>(...[row, column]: Cell<Column>): string | null {
  return row.cells[column] === "" ? null : row.cells[column];
}

/**
 * Read a whole number from 0 up, written in digits alone.
 *
 * @throws Error naming file, line and column
 */
export function readWholeNumber<Column extends string>(...[row, column]: Cell<Column>): number {
  const value = Number(row.cells[column]);
  return /^\d+$/.test(row.cells[column]) && Number.isSafeInteger(value)
    ? value
    : fail(row, column, "a whole number from 0 up", "write digits alone, without separators or units");
}

/** Read a whole number from 0 up, or null where the cell is empty. */
export function readOptionalWholeNumber<Column extends string>(...[row, column]: Cell<Column>): number | null {
  return row.cells[column] === "" ? null : readWholeNumber(row, column);
}

/**
 * Read the place of a row in its table, which must be the place where it stands.
 *
 * @param index  of the row, from 0
 * @throws Error naming file, line and column
 */
export function readOrder<Column extends string>(row: TableRow<Column>, column: Column, index: number): number {
  return row.cells[column] === String(index + 1)
    ? index + 1
    : fail(row, column, `${index + 1}, the place of the row`, "number the rows from 1, in the order of the paper");
}

/**
 * Read one of a closed list of words.
 *
 * @throws Error naming file, line and column
 */
export function readOneOf<Column extends string, Word extends string>(
  row: TableRow<Column>,
  column: Column,
  words: readonly Word[],
): Word {
  const word = words.find((known) => known === row.cells[column]);
  return word ?? fail(row, column, `one of ${words.join(", ")}`, "write one of these words");
}

/**
 * Read a calendar day, `2020-10-04`, that exists. There is no year 0.
 *
 * It stays text: a day is not an instant until a time zone is said, and days written so sort as text.
 *
 * @throws Error naming file, line and column
 */
export function readDay<Column extends string>(...[row, column]: Cell<Column>): string {
  const cell = row.cells[column];
  const date = new Date(`${cell}T00:00:00Z`);
  return /^(?!0000)\d{4}-\d\d-\d\d$/.test(cell) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(cell)
    ? cell
    : fail(row, column, "a day such as 2020-10-04", "write year, month and day in digits");
}

/**
 * Refuse a cell.
 *
 * @param needed  what the column must be
 * @param next    what the person who edits the file should do
 * @throws Error always: `file:line: column must be …, found …; what to do next`
 */
export function fail<Column extends string>(
  row: TableRow<Column>,
  column: Column,
  needed: string,
  next: string,
): never {
  const cell = row.cells[column];
  throw new Error(`${row.where}: ${column} must be ${needed}, found ${cell === "" ? "nothing" : `"${cell}"`}; ${next}`);
}
