/** A value that can stand in a cell of a table. */
export type CellValue = string | number | bigint | boolean | Date | null | undefined | readonly string[];

/**
 * Write rows as comma-separated values (RFC 4180, UTF-8, CRLF).
 *
 * Numbers are written in full, dates as ISO 8601 in UTC, a missing value as an empty cell. A text that a
 * spreadsheet would run as a formula gets an apostrophe before it: text from a platform must not become a
 * command on a reader's machine.
 *
 * @param header  names of the columns
 * @param rows    cells in the order of the header
 * @param separator  stands between cells; a semicolon where the reader's spreadsheet has the comma in numbers
 *
 * @example
 * toCsv(["name", "n"], [["a, b", 1.5], ["=1+1", null]]); // 'name,n\r\n"a, b",1.5\r\n\'=1+1,\r\n'
 */
export function toCsv(
  header: readonly string[],
  rows: readonly (readonly CellValue[])[],
  separator: "," | ";" = ",",
): string {
  return [header, ...rows]
    .map((cells) => cells.map((cell) => toCell(cell, separator)).join(separator) + "\r\n")
    .join("");
}

function toCell(value: CellValue, separator: string): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return String(value);

  const text = typeof value === "string" ? value : value.join("; ");
  const safe = /^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /["\r\n]/.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
