/**
 * One line of a CSV file, with quotes where a cell needs them (RFC 4180).
 *
 * @example
 * csvLine(["a", 1, "b,c"]); // "a,1,\"b,c\""
 */
export function csvLine(cells: readonly (string | number)[]): string {
  let line = "";
  for (const [i, cell] of cells.entries()) {
    if (i > 0) line += ",";
    line += typeof cell === "string" && SPECIAL.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  }
  return line;
}

const SPECIAL = /[",\r\n]/;
