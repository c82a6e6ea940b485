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
}

/** A table ready to be drawn in HTML or in plain text. */
export interface ShownTable {
  readonly columns: readonly ShownColumn[];
  readonly rowCount: number;
  readonly hidden: number;
  readonly caption: string | undefined;
  readonly notes: readonly string[];
}

/** Say how many rows are left out. */
export function sayHidden({ hidden }: ShownTable): string {
  return `… ${hidden} more ${hidden === 1 ? "row" : "rows"}`;
}
