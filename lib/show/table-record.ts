import type { ColumnType } from "./format-cell";
import type { CellValue } from "./to-csv";

/** A table as data, in JSON: for comparison with a tolerance, and for saving as CSV. */
export interface TableRecord {
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly rows: readonly (readonly (string | number | boolean | readonly string[] | null)[])[];
  /** Rows of the whole table, of which `rows` may be the first. */
  readonly rowCount: number;
}

/**
 * Lay out values as a record that survives JSON: instants as ISO 8601, and what JSON has no number for as text.
 *
 * @example
 * tableRecord([{ name: "n", type: "number" }], [[1], [undefined]]).rows; // [[1], [null]]
 */
export function tableRecord(
  columns: TableRecord["columns"],
  rows: readonly (readonly CellValue[])[],
  rowCount = rows.length,
): TableRecord {
  return { columns, rows: rows.map((cells) => cells.map(toPlain)), rowCount };
}

function toPlain(value: CellValue): TableRecord["rows"][number][number] {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "bigint" || value === Infinity || value === -Infinity) return String(value);
  return value ?? null;
}
