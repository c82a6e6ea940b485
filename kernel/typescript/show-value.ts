import { inspect } from "node:util";

import type { MimeBundle } from "../notebook-file";

/** The method by which a value says how it wants to be shown; the convention of Deno's kernel. */
const DISPLAY = Symbol.for("Jupyter.display");
const MOST_ROWS = 20;
const MOST_COLUMNS = 30;

interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly count: number;
}

/**
 * Give a value the forms in which a front end can show it.
 *
 * A value with a method `Symbol.for("Jupyter.display")` is asked. Tables of arquero and data frames of danfojs become a
 * table. All others are inspected as Node's own prompt does it, but for the process and its environment: a notebook is
 * passed on, and passwords often stand there.
 */
export async function showValue(value: unknown): Promise<MimeBundle> {
  const show = (value as Record<symbol, unknown> | null | undefined)?.[DISPLAY];
  if (typeof show === "function") return checkBundle(await show.call(value));
  if (value === process) return { "text/plain": `process of Node ${process.version}` };
  if (value === process.env) return { "text/plain": "process.env (not shown: it may hold passwords)" };
  const rows = rowsOf(value);
  if (rows !== undefined) return { "text/html": tableHtml(rows), "text/plain": tableText(rows) };
  return { "text/plain": inspect(value, { depth: 4, maxArrayLength: 100, maxStringLength: 10_000 }) };
}

function checkBundle(bundle: unknown): MimeBundle {
  const isBundle = typeof bundle === "object" && bundle !== null && !Array.isArray(bundle);
  if (isBundle && Object.keys(bundle).every((mime) => mime.includes("/"))) return bundle as MimeBundle;
  throw new TypeError(
    `Jupyter.display: needed an object of MIME types, such as { "text/plain": "…" }, found ` +
      `${inspect(bundle, { depth: 1 })}`,
  );
}

function rowsOf(value: unknown): Rows | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return arqueroRows(value as ArqueroTable) ?? danfoRows(value as DanfoFrame);
}

interface ArqueroTable {
  readonly numRows?: () => number;
  readonly columnNames?: () => string[];
  readonly indices?: (ordered: boolean) => Iterable<number>;
  readonly get?: (name: string, row: number) => unknown;
  readonly objects?: (options: { limit: number }) => Record<string, unknown>[];
}

function arqueroRows(table: ArqueroTable): Rows | undefined {
  const { numRows, columnNames, objects, indices } = table;
  if (![numRows, columnNames, objects, indices].every((method) => typeof method === "function"))
    return undefined;
  const columns = columnNames!.call(table);
  const rows = objects!.call(table, { limit: MOST_ROWS }).map((row) => columns.map((name) => row[name]));
  return { columns, rows, count: numRows!.call(table) };
}

interface DanfoFrame {
  readonly columns?: string[];
  readonly index?: (string | number)[];
  readonly values?: unknown[];
  readonly shape?: number[];
  readonly ctypes?: unknown;
}

function danfoRows({ columns, index, values, shape, ctypes }: DanfoFrame): Rows | undefined {
  if (![columns, index, values, shape].every(Array.isArray) || ctypes === undefined) return undefined;
  const rows = values!.slice(0, MOST_ROWS).map((row, i) => [index![i], ...[row].flat()]);
  return { columns: ["", ...columns!.map(String)], rows, count: shape![0] ?? 0 };
}

function cellText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  return inspect(value, { depth: 1, breakLength: Infinity, maxArrayLength: 10, maxStringLength: 200 });
}

/** What is left out of a table, in words; empty when nothing is. */
function restOf({ columns, rows, count }: Rows): string {
  const left = [
    ...(count > rows.length ? [`${count - rows.length} more rows`] : []),
    ...(columns.length > MOST_COLUMNS ? [`${columns.length - MOST_COLUMNS} more columns`] : []),
  ];
  return left.length === 0 ? "" : `… ${left.join(", ")}`;
}

function isNumeric(rows: readonly (readonly unknown[])[], at: number): boolean {
  const values = rows.map((row) => row[at]).filter((value) => value !== null && value !== undefined);
  return values.length > 0 && values.every((value) => typeof value === "number" || typeof value === "bigint");
}

function tableText(table: Rows): string {
  const columns = table.columns.slice(0, MOST_COLUMNS);
  const cells = [
    columns,
    ...table.rows.map((row) => columns.map((_, i) => cellText(row[i]).replace(/\s+/g, " "))),
  ];
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => [...(row[i] ?? "")].length)));
  const align = (text: string, i: number): string => {
    const gap = " ".repeat((widths[i] ?? 0) - [...text].length);
    return isNumeric(table.rows, i) ? gap + text : text + gap;
  };
  const lines = cells.map((row) => row.map(align).join("  ").trimEnd());
  const rest = restOf(table);
  return [...lines, ...(rest === "" ? [] : [rest])].join("\n");
}

function tableHtml(table: Rows): string {
  const columns = table.columns.slice(0, MOST_COLUMNS);
  const side = (i: number): string => ` style="text-align: ${isNumeric(table.rows, i) ? "right" : "left"}"`;
  const head = columns.map((name, i) => `<th${side(i)}>${escape(name)}</th>`).join("");
  const body = table.rows.map(
    (row) => `<tr>${columns.map((_, i) => `<td${side(i)}>${escape(cellText(row[i]))}</td>`).join("")}</tr>`,
  );
  const rest = restOf(table);
  const note = rest === "" ? "" : `\n<p>${escape(rest)}</p>`;
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>${note}`;
}

function escape(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
