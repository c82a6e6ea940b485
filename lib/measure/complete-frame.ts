import type { DataFrame } from "danfojs-node";

/** A data frame, and what had to be left out for it. */
export interface CompleteFrame {
  readonly frame: DataFrame;
  /** Rows that lack one of the columns, which are not in the frame. */
  readonly leftOut: number;
}

/**
 * Make a danfojs data frame of the rows in which every chosen column has a value.
 *
 * danfojs 1.2 counts null as 0 in the mean of a group and fails on it in `describe`, so a frame with gaps
 * gives wrong numbers without a word. Here rows with gaps stay outside, and how many is said.
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
  const whole = rows.filter((row) =>
    columns.every((column) => row[column] !== null && row[column] !== undefined),
  );
  if (whole.length === 0) {
    throw new RangeError(
      `completeFrame: needs a row that has ${columns.join(", ")}, found none among ${rows.length}; ` +
        `choose fewer columns`,
    );
  }
  const records = whole.map((row) => {
    return Object.fromEntries(columns.map((column) => [column, plain(row[column], column)] as const));
  });
  // Loaded by who makes a frame: danfojs and what it brings take longer to load than half of the library.
  const danfo = require("danfojs-node") as typeof import("danfojs-node");
  return { frame: new danfo.DataFrame(records), leftOut: rows.length - whole.length };
}

function plain(value: unknown, column: string): number | string | boolean {
  const isNumber = typeof value === "number" && Number.isFinite(value);
  if (isNumber || typeof value === "string" || typeof value === "boolean") return value;
  throw new TypeError(
    `completeFrame: ${column} must be a finite number, text or boolean, found ${String(value)}; leave ` +
      `the column out`,
  );
}

/** Means of groups, and of how many rows they are. */
export interface GroupMeans {
  /** A row a group: its name, and `column_mean` for each column, as danfojs and pandas name them. */
  readonly rows: readonly { readonly [column: string]: string | number }[];
  /** Rows that have every column. */
  readonly of: number;
  readonly leftOut: number;
  /** Columns that no row has, which were passed over. */
  readonly unknown: readonly string[];
}

/**
 * Means of columns by group, of the rows that have them all.
 *
 * @param by       column whose values are the groups
 * @param columns  columns of numbers; those that no row has are passed over, since they would leave no row
 *
 * @example
 * const rows = [{ kind: "page", likes: 2 }, { kind: "page", likes: null }, { kind: "page", likes: 4 }];
 * groupMeans(rows, "kind", ["likes"]).rows; // [{ kind: "page", likes_mean: 3 }]
 */
export function groupMeans<Row extends object, Column extends keyof Row & string>(
  rows: readonly Row[],
  by: Column,
  columns: readonly Column[],
): GroupMeans {
  const known = columns.filter((column) =>
    rows.some((row) => row[column] !== null && row[column] !== undefined),
  );
  const unknown = columns.filter((column) => !known.includes(column));
  const isWhole = (row: Row): boolean =>
    [by, ...known].every((column) => row[column] !== null && row[column] !== undefined);
  if (known.length === 0 || !rows.some(isWhole)) return { rows: [], of: 0, leftOut: rows.length, unknown };
  const { frame, leftOut } = completeFrame(rows, [by, ...known]);
  const means = frame
    .groupby([by])
    .col([...known])
    .mean();
  const named = (means.values as (string | number)[][]).map((values) => {
    return Object.fromEntries(means.columns.map((column, i) => [column, values[i] as string | number]));
  });
  return { rows: named, of: rows.length - leftOut, leftOut, unknown };
}
