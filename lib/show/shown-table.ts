import type { ColumnType } from "./format-cell";
import type { CellValue } from "./to-csv";

export type Align = "left" | "right" | "center";

/** A column with its values as they are and the texts of the rows shown, unescaped. */
export interface ShownColumn {
  readonly heading: string;
  readonly type: ColumnType;
  readonly align: Align;
  readonly values: readonly CellValue[];
  readonly texts: readonly string[];
  /** Where each row's cell leads, within the project; absent where none leads anywhere. */
  readonly links?: readonly (string | null)[];
}

/** A table ready to be drawn in HTML or in plain text. */
export interface ShownTable {
  readonly columns: readonly ShownColumn[];
  readonly rowCount: number;
  readonly hidden: number;
  readonly caption: string | undefined;
  readonly notes: readonly string[];
}

/** Say what stands in place of rows that are not shown; empty when all are. */
export function sayRest({ hidden, rowCount }: ShownTable): string {
  if (rowCount === 0) return "no rows";
  return hidden === 0 ? "" : `… ${hidden} more ${hidden === 1 ? "row" : "rows"}`;
}
