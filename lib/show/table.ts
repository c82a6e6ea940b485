import { type CellFormat, NOT_STATED, cellFormatter, columnType } from "./format-cell";
import { type MimeBundle, TABLE_MIME, consoleDisplay, jupyterDisplay } from "./mime-bundle";
import type { Align, ShownColumn, ShownTable } from "./shown-table";
import { tableHtml } from "./table-html";
import { tableRecord } from "./table-record";
import { tableText } from "./table-text";
import { type CellValue, toCsv } from "./to-csv";

type Key<Row> = keyof Row & string;

/** How a table is shown; every part may be left out. */
export interface TableOptions<Row> {
  /** Which columns, in which order; a record gives headings: `{ members: "Members" }`. All, by default. */
  readonly columns?: readonly Key<Row>[] | { readonly [K in Key<Row>]?: string };
  /** What the table is of, with its denominator; stands above it. */
  readonly caption?: string;
  /** Numbers stand right and all else left, unless said here. */
  readonly align?: { readonly [K in Key<Row>]?: Align };
  /** Decimals, or a function from a value (never null) to text, by column. */
  readonly format?: { readonly [K in Key<Row>]?: number | ((value: NonNullable<Row[K]>) => string) };
  /**
   * Where a cell leads, by column: a place within the project, such as "01-sampling.ipynb#s3-card", or null. An address
   * with a scheme or a host is refused, since a link may be made of data.
   */
  readonly link?: { readonly [K in Key<Row>]?: (row: Row) => string | null };
  /** Sentences under the table: units, sources, what is left out. */
  readonly notes?: string | readonly string[];
  /** Rows to show; those that follow are counted. `toCSV` always has all. */
  readonly maxRows?: number;
}

/** A table that shows itself in a notebook, in GitHub's preview and in a terminal. */
export interface Table {
  /** All rows, numbers in full. */
  toCSV(): string;
  /** The table for a terminal. */
  toString(): string;
  [jupyterDisplay](): MimeBundle;
}

/** What an arquero table has and this module needs. */
interface ColumnarTable {
  columnNames(): string[];
  objects(): object[];
}

const MAX_ROWS = 50;

/**
 * Show rows as a table.
 *
 * All text is escaped: names and posts come from strangers. A missing value is shown as "–", and a note under
 * the table says that this means "not stated".
 *
 * @param source  rows with the same keys, or an arquero table; a value is text, number, boolean, date, list
 *   of texts or null
 * @param options see {@link TableOptions}
 * @throws RangeError if a named column stands in no row, if two have one heading, if a value is NaN or `maxRows`
 *   is not a whole number from 1
 * @throws TypeError if a value is an object that has no text form, or a format function gives no text
 *
 * @example
 * table([{ country: "Russia", members: 60734 }], { columns: { members: "Members" } }).toCSV(); // "Members\r\n60734\r\n"
 */
export function table<Row extends object>(source: readonly Row[], options?: TableOptions<Row>): Table;
export function table(
  source: ColumnarTable,
  options?: TableOptions<{ readonly [column: string]: any }>,
): Table;
export function table<Row extends object>(
  source: readonly Row[] | ColumnarTable,
  options: TableOptions<Row> = {},
): Table {
  const rows = (Array.isArray(source) ? source : (source as ColumnarTable).objects()) as readonly Row[];
  const all = Array.isArray(source)
    ? [...new Set(rows.flatMap(Object.keys))]
    : (source as ColumnarTable).columnNames();
  const { maxRows = MAX_ROWS } = options;
  if (!Number.isInteger(maxRows) || maxRows < 1) {
    throw new RangeError(
      `table: maxRows must be a whole number from 1, found ${maxRows}; leave it out for ${MAX_ROWS}`,
    );
  }

  const headings = headingsOf(options.columns, all);
  const columns = [...headings].map(([key, heading]) => {
    const values = rows.map((row, i) => readCell((row as { readonly [key: string]: unknown })[key], key, i));
    const column = toColumn(
      heading,
      values,
      options.format?.[key as Key<Row>],
      options.align?.[key as Key<Row>],
      maxRows,
    );
    const link = options.link?.[key as Key<Row>];
    return link === undefined ? column : { ...column, links: rows.map((row) => checkLink(link(row))) };
  });
  const shown: ShownTable = {
    columns,
    rowCount: rows.length,
    hidden: Math.max(0, rows.length - maxRows),
    caption: options.caption,
    notes: notesOf(columns, maxRows, options.notes),
  };
  const toString = () => tableText(shown);
  return {
    toCSV: () =>
      toCsv(
        columns.map(({ heading }) => heading),
        rows.map((_, i) => columns.map(({ values }) => values[i])),
      ),
    toString,
    [jupyterDisplay]: () => ({
      "text/html": tableHtml(shown),
      "text/plain": toString(),
      [TABLE_MIME]: tableRecord(
        columns.map(({ heading, type }) => ({ name: heading, type })),
        Array.from({ length: shown.rowCount - shown.hidden }, (_, i) => columns.map(({ values }) => values[i])),
        shown.rowCount,
      ),
    }),
    [consoleDisplay]: toString,
  } as Table;
}

function headingsOf(
  chosen: readonly string[] | { readonly [key: string]: string | undefined } | undefined,
  all: readonly string[],
) {
  const pairs =
    chosen === undefined || Array.isArray(chosen)
      ? (chosen ?? all).map((key: string) => [key, key] as const)
      : Object.entries(chosen).map(([key, heading]) => [key, heading ?? key] as const);
  for (const [key] of pairs) {
    if (all.length > 0 && !all.includes(key)) {
      throw new RangeError(
        `table: column must be one of ${all.join(", ")}, found "${key}"; correct its name in columns`,
      );
    }
  }
  const byHeading = new Map<string, string>();
  for (const [key, heading] of new Map(pairs)) {
    const other = byHeading.get(heading);
    if (other !== undefined) {
      throw new RangeError(
        `table: headings must differ, found "${heading}" for ${other} and for ${key}; rename one of them in columns`,
      );
    }
    byHeading.set(heading, key);
  }
  return new Map(pairs);
}

function readCell(value: unknown, key: string, row: number): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" && Number.isNaN(value)) {
    throw new RangeError(
      `table: ${key} in row ${row + 1} must be a number, found NaN; find where it was computed, or pass null`,
    );
  }
  if (
    typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "boolean" ||
    typeof value === "bigint"
  ) {
    return value;
  }
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value;
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value as string[];
  throw new TypeError(
    `table: ${key} in row ${row + 1} must be text, number, boolean, date, list of texts or null, ` +
      `found ${Object.prototype.toString.call(value).slice(8, -1)}; choose one of its parts`,
  );
}

function toColumn(
  heading: string,
  values: readonly CellValue[],
  format: CellFormat | undefined,
  align: Align | undefined,
  maxRows: number,
): ShownColumn {
  const type = columnType(values);
  const texts = values.slice(0, maxRows).map(cellFormatter(values, format));
  return { heading, type, align: align ?? (type === "number" ? "right" : "left"), values, texts };
}

/** A link within the project: a file beside or below, and a place in it. */
function checkLink(link: string | null): string | null {
  if (link === null || /^[\w./-]*(#[\w=-]+)?$/.test(link) && !/^\/|\/\//.test(link)) return link;
  throw new RangeError(
    `table: link must lead to a place within the project such as 01-sampling.ipynb#s3-card, found ` +
      `"${link}"; correct it`,
  );
}

function notesOf(
  columns: readonly ShownColumn[],
  maxRows: number,
  notes: string | readonly string[] = [],
): readonly string[] {
  const lacks = columns.some(({ values }) => values.slice(0, maxRows).includes(null));
  return [
    ...(typeof notes === "string" ? [notes] : notes),
    ...(lacks ? [`${NOT_STATED} means not stated.`] : []),
  ];
}
