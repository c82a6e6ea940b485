import { table } from "arquero";

type ArqueroTable = ReturnType<typeof table>;

/**
 * Make an arquero table of rows, with its columns also where there is no row.
 *
 * `from` of arquero takes the columns from the first row, so that a list without rows has none, and every
 * verb that names one fails. A reader's corpus may well have no post of some kind.
 *
 * @example
 * toColumns([{ topic: "work" }], ["topic"]).numRows(); // 1
 * toColumns([], ["topic"]).columnNames(); // ["topic"]
 */
export function toColumns<Column extends string>(
  rows: readonly { readonly [Name in Column]: unknown }[],
  columns: readonly Column[],
): ArqueroTable {
  return table(Object.fromEntries(columns.map((column) => [column, rows.map((row) => row[column])])));
}
