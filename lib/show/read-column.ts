/** A column by name, or a function that computes it. */
export type Column<Row, Value> = (keyof Row & string) | ((row: Row) => Value);

/**
 * Refuse to draw a chart of nothing.
 *
 * @throws RangeError if there is no row
 */
export function checkRows(chart: string, rows: readonly unknown[]): void {
  if (rows.length > 0) return;
  throw new RangeError(`${chart} needs at least one row, found none; leave the chart out`);
}

/** Read a column of labels. */
export function readLabels<Row extends object>(rows: readonly Row[], column: Column<Row, string>): string[] {
  return rows.map((row, i) => {
    const value = readValue(row, column);
    if (typeof value === "string" && value.trim() !== "") return value;
    throw new TypeError(
      `${sayPlace(column, i)} must be text, found ${sayValue(value)}; name a column of texts`,
    );
  });
}

/** Read a column of numbers; null stands for a value that is not stated. */
export function readNumbers<Row extends object>(
  rows: readonly Row[],
  column: Column<Row, number | null>,
): (number | null)[] {
  return rows.map((row, i) => {
    const value = readValue(row, column);
    if (value === null || (typeof value === "number" && Number.isFinite(value))) return value;
    throw new TypeError(
      `${sayPlace(column, i)} must be a finite number or null, found ${sayValue(value)}; ` +
        "correct it where it is computed",
    );
  });
}

/** Read a column of dates. */
export function readDates<Row extends object>(rows: readonly Row[], column: Column<Row, Date>): Date[] {
  return rows.map((row, i) => {
    const value = readValue(row, column);
    if (value instanceof Date && !Number.isNaN(value.getTime())) return value;
    throw new TypeError(
      `${sayPlace(column, i)} must be a date, found ${sayValue(value)}; pass a Date in UTC`,
    );
  });
}

function readValue<Row extends object>(row: Row, column: Column<Row, unknown>): unknown {
  return typeof column === "function" ? column(row) : (row as { readonly [key: string]: unknown })[column];
}

function sayPlace(column: Column<never, unknown>, row: number): string {
  return `chart: ${typeof column === "function" ? "value" : column} in row ${row + 1}`;
}

function sayValue(value: unknown): string {
  return typeof value === "string" ? `"${value}"` : String(value);
}
