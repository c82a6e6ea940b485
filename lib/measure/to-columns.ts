type Arquero = typeof import("arquero");

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
): ReturnType<Arquero["table"]> {
  // Loaded by who makes a table: many files lead here, and few cells go this far.
  const { table } = require("arquero") as Arquero;
  return table(Object.fromEntries(columns.map((column) => [column, rows.map((row) => row[column])])));
}
