/**
 * One line of a CSV file, with quotes where a cell needs them (RFC 4180).
 *
 * @example
 * csvLine(["a", 1, "b,c"]); // "a,1,\"b,c\""
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return cells.map((cell) => {
    const text = String(cell);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }).join(",");
}
