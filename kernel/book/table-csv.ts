/** A table as the notebooks' library describes it beside its HTML. */
export interface TableRecord {
  readonly columns: readonly { readonly name: string }[];
  readonly rows: readonly (readonly unknown[])[];
  /** Number of rows that there are; `rows` may hold the first of them only. */
  readonly rowCount?: number;
}

/** Whether an output's value is such a description. */
export function isTableRecord(value: unknown): value is TableRecord {
  const { columns, rows } = (value ?? {}) as Partial<TableRecord>;
  return (
    Array.isArray(columns) &&
    Array.isArray(rows) &&
    columns.every((column) => typeof (column as { name?: unknown } | null)?.name === "string") &&
    rows.every(Array.isArray)
  );
}

/**
 * Write a table as comma-separated values (RFC 4180, CRLF), numbers in full.
 *
 * The rule is that of the library's `toCSV`: a text that a spreadsheet would run as a formula gets an apostrophe
 * before it, since text from a platform must not become a command on a reader's machine.
 */
export function tableCsv({ columns, rows }: TableRecord): string {
  return [columns.map(({ name }) => name), ...rows]
    .map((cells) => `${cells.map(toCell).join(",")}\r\n`)
    .join("");
}

function toCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text =
    typeof value === "string" ? value : Array.isArray(value) ? value.join("; ") : JSON.stringify(value);
  const safe = /^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
