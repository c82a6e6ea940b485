import { DataFrame } from "danfojs-node";

/** A data frame, and what had to be left out for it. */
export interface CompleteFrame {
  readonly frame: DataFrame;
  /** Rows that lack one of the columns, which are not in the frame. */
  readonly leftOut: number;
}

/**
 * Make a danfojs data frame of the rows in which every chosen column has a value.
 *
 * danfojs 1.2 counts null as 0 in the mean of a group and fails on it in `describe`, so a frame with gaps gives
 * wrong numbers without a word. Here rows with gaps stay outside, and how many is said.
 *
 * @param rows     such as `profileCommunities` gives them
 * @param columns  which of their values, in this order
 * @throws RangeError if no row has them all; TypeError for a value that is neither number, text nor boolean
 *
 * @example
 * const { frame, leftOut } = completeFrame([{ likes: 2 }, { likes: null }, { likes: 4 }], ["likes"]);
 * frame["likes"].mean(); // 3
 * leftOut; // 1
 */
export function completeFrame<Row extends object, Column extends keyof Row & string>(
  rows: readonly Row[],
  columns: readonly Column[],
): CompleteFrame {
  const whole = rows.filter((row) => columns.every((column) => row[column] !== null && row[column] !== undefined));
  if (whole.length === 0) {
    throw new RangeError(
      `completeFrame: needs a row that has ${columns.join(", ")}, found none among ${rows.length}; choose fewer columns`,
    );
  }
  const records = whole.map((row) => {
    return Object.fromEntries(columns.map((column) => [column, plain(row[column], column)] as const));
  });
  return { frame: new DataFrame(records), leftOut: rows.length - whole.length };
}

function plain(value: unknown, column: string): number | string | boolean {
  const isNumber = typeof value === "number" && Number.isFinite(value);
  if (isNumber || typeof value === "string" || typeof value === "boolean") return value;
  throw new TypeError(
    `completeFrame: ${column} must be a finite number, text or boolean, found ${String(value)}; leave the column out`,
  );
}

/**
 * Turn a data frame back into rows, for `table`.
 *
 * @param index  name for a column with the frame's own index, such as the statistics of `describe`
 */
export function frameRows(frame: DataFrame, index?: string): { readonly [column: string]: string | number }[] {
  const columns = frame.columns;
  return (frame.values as (string | number)[][]).map((values, i) => ({
    ...(index === undefined ? {} : { [index]: String(frame.index[i]) }),
    ...Object.fromEntries(columns.map((column, j) => [column, values[j] as string | number])),
  }));
}
