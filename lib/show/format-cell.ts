import { formatNumber } from "./format-number";
import type { CellValue } from "./to-csv";

/** What a cell shows when the source does not state a value. Never 0, which would be a statement. */
export const NOT_STATED = "–";

/** Decimals for numbers, or a function from the value (never null) to what is shown. */
export type CellFormat = number | ((value: never) => string);

/** What kind of values a column holds; text when kinds are mixed. */
export type ColumnType = "number" | "date" | "boolean" | "string";

/** Name the kind of a column's values; a column without any value counts as text. */
export function columnType(values: readonly CellValue[]): ColumnType {
  const kinds = new Set<ColumnType>();
  for (const value of values) {
    if (value === null || value === undefined) continue;
    if (value instanceof Date) kinds.add("date");
    else if (typeof value === "number" || typeof value === "bigint") kinds.add("number");
    else kinds.add(typeof value === "boolean" ? "boolean" : "string");
  }
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined ? only : "string";
}

/**
 * Choose how a column's values are written, one way for the whole column.
 *
 * Numbers: all with the same decimals. Whole numbers have none; others have two, or as many as the smallest
 * needs to show two figures, up to six. Thousands are separated once a number has five digits, so that years
 * and other four-digit numbers stay as readers know them. A value that is not 0 never stands as 0: where it is
 * less than half of the last decimal, the cell says "<0.000001", below 0 ">−0.000001". Dates are ISO 8601 in
 * UTC, without the time when all are midnights.
 *
 * @param values  the column, all rows of the table
 * @param format  decimals or a function, instead of the choice above
 * @returns a function from a value to its text, unescaped
 * @throws TypeError from that function if a format gives something else than text
 */
export function cellFormatter(
  values: readonly CellValue[],
  format?: CellFormat,
): (value: CellValue) => string {
  if (typeof format === "function") {
    return (value) =>
      value === null || value === undefined ? NOT_STATED : checkText((format as (v: CellValue) => unknown)(value));
  }
  const numbers = values.filter(
    (value): value is number => typeof value === "number" && Number.isFinite(value),
  );
  const digits = format ?? decimalsOf(numbers);
  const thousands = numbers.some((value) => Math.abs(value) >= 10_000);
  const midnights = values.every((value) => !(value instanceof Date) || value.getTime() % 86_400_000 === 0);

  return (value) => {
    if (value === null || value === undefined) return NOT_STATED;
    if (typeof value === "number") return sayNumber(value, digits, thousands);
    if (typeof value === "boolean") return value ? "yes" : "no";
    if (value instanceof Date)
      return midnights ? isoDay(value) : `${isoDay(value)} ${value.toISOString().slice(11, 16)} UTC`;
    return typeof value === "object" ? value.join(", ") : String(value);
  };
}

/** Write a number; one that would round to 0 by its bound. */
function sayNumber(value: number, digits: number, thousands: boolean): string {
  const text = formatNumber(value, digits, { thousands });
  if (value === 0 || /[1-9∞]/.test(text)) return text;
  return value > 0 ? `<${formatNumber(10 ** -digits, digits)}` : `>${formatNumber(-(10 ** -digits), digits)}`;
}

function checkText(text: unknown): string {
  if (typeof text === "string") return text;
  throw new TypeError(
    `table: a format function must return text, found ${text === null ? "null" : typeof text}; return ` +
      `what the cell shows`,
  );
}

function decimalsOf(numbers: readonly number[]): number {
  if (numbers.every(Number.isInteger)) return 0;
  const smallest = numbers.reduce(
    (least, value) => (value === 0 ? least : Math.min(least, Math.abs(value))),
    1,
  );
  return Math.min(6, Math.max(2, 1 - Math.floor(Math.log10(smallest))));
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
