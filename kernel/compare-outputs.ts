import { isDeepStrictEqual, stripVTControlCharacters } from "node:util";

import { comparePictures } from "./compare-pictures";
import { changed, compareText, isSameButForLastDigit, quote } from "./compare-text";
import { compareValues, DEFAULT_TOLERANCE, isRecord, type Tolerance } from "./compare-values";
import { joinText } from "./join-text";
import type { Output } from "./notebook-file";

const TABLE = "application/vnd.clicks-to-streets.table+json";
const CLAIM = "application/vnd.clicks-to-streets.claim+json";
const PLOT = "application/vnd.plotly.v1+json";
const LONGEST_LABEL = 40;

/**
 * Compare a cell's committed outputs with those of a new run.
 *
 * What carries data is compared as data: a table by its cells, a plot by its traces and layout, a claim by its
 * record, numbers within the tolerance and strings exactly. What is drawn from the data (HTML, text) must be
 * the same to the letter, so that an edit by hand does not pass; only where the data differ within the
 * tolerance may a printed number move by one unit of its last digit. All other text is compared exactly, a
 * picture by `comparePictures`. Execution counts and metadata are not compared.
 *
 * @param committed  outputs as they stand in the notebook file
 * @param now        outputs of the new run
 * @returns one line a difference, such as `table row 3 (Seoul), column "members": committed 12500, now 12600`;
 *   empty when none
 *
 * @example
 * compareOutputs(
 *   [{ output_type: "stream", name: "stdout", text: "37\n" }],
 *   [{ output_type: "stream", name: "stdout", text: "36\n" }],
 * ); // ['stdout line 1: committed "37", now "36"']
 */
export function compareOutputs(
  committed: readonly Output[],
  now: readonly Output[],
  tolerance: Tolerance = DEFAULT_TOLERANCE,
): string[] {
  const n = Math.max(committed.length, now.length);
  return Array.from({ length: n }, (_, i) => {
    const [before, after] = [committed[i], now[i]];
    const lines = before && after ? compareOutput(before, after, tolerance) : [onlyOne(before, after)];
    return lines.map((line) => (n > 1 ? `output ${i + 1}, ${line}` : line));
  }).flat();
}

function onlyOne(before: Output | undefined, after: Output | undefined): string {
  return `committed ${before ? describeOutput(before) : "nothing"}, now ${after ? describeOutput(after) : "nothing"}`;
}

function compareOutput(before: Output, after: Output, tolerance: Tolerance): string[] {
  if (before.output_type === "stream" && after.output_type === "stream" && before.name === after.name) {
    return compareText(before.name, joinText(before.text), joinText(after.text));
  }
  if (before.output_type === "error" && after.output_type === "error") {
    return compareText("error", describeError(before), describeError(after));
  }
  if ("data" in before && "data" in after && before.output_type === after.output_type) {
    return compareBundles(before.data, after.data, tolerance);
  }
  return [onlyOne(before, after)];
}

type Bundle = Readonly<Record<string, unknown>>;

function compareBundles(before: Bundle, after: Bundle, tolerance: Tolerance): string[] {
  const mimes = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(dataFirst);
  const inMimes = mimes.flatMap((mime) => {
    if (mime in before && mime in after) return [];
    return [`${mime}: ${mime in before ? "committed, now absent" : "not committed, now there"}`];
  });
  const shared = mimes.filter((mime) => mime in before && mime in after);
  const data = shared.filter(isJson);
  const inData = data.flatMap((mime) => compareData(mime, before[mime], after[mime], tolerance));
  // Data that changed are drawn differently: the cause is told, not its traces.
  if (inData.length > 0) return [...inMimes, ...inData];

  const hasSameData = data.every((mime) => isDeepStrictEqual(before[mime], after[mime]));
  const inText = shared
    .filter((mime) => !isJson(mime))
    .flatMap((mime) => {
      const [was, is] = [joinText(before[mime]), joinText(after[mime])];
      if (mime === "image/svg+xml") return comparePictures(was, is, hasSameData);
      return !hasSameData && isSameButForLastDigit(was, is) ? [] : compareText(mime, was, is);
    });
  return [...inMimes, ...inText];
}

function isJson(mime: string): boolean {
  return mime === "application/json" || mime.endsWith("+json");
}

/** Data before what is drawn from them, then by name, so that a report has one order. */
function dataFirst(a: string, b: string): number {
  return Number(isJson(b)) - Number(isJson(a)) || (a < b ? -1 : Number(a > b));
}

function compareData(mime: string, before: unknown, after: unknown, tolerance: Tolerance): string[] {
  if (mime === TABLE && isTable(before) && isTable(after)) return compareTables(before, after, tolerance);
  const claimId = isRecord(before) ? String(before["id"]) : "";
  const label = { [CLAIM]: `claim ${claimId}`, [PLOT]: "plot" }[mime] ?? mime;
  return compareValues(before, after, tolerance).map(({ path, was, is }) => {
    return `${label}${path === "" ? "" : `, ${path}`}: ${changed(was, is)}`;
  });
}

interface Table {
  readonly columns: readonly { readonly name: string }[];
  readonly rows: readonly (readonly unknown[])[];
}

function isTable(value: unknown): value is Table {
  if (!isRecord(value)) return false;
  const { columns, rows } = value;
  return Array.isArray(columns) && columns.every(isRecord) && Array.isArray(rows) && rows.every(Array.isArray);
}

function compareTables(before: Table, after: Table, tolerance: Tolerance): string[] {
  const inColumns = compareValues(before.columns, after.columns, tolerance);
  if (inColumns.length > 0) {
    return inColumns.map(({ path, was, is }) => `table columns${path}: ${changed(was, is)}`);
  }
  const inCells = compareValues(before.rows, after.rows, tolerance).map(({ path, was, is }) => {
    const [, row = "", column = "", rest = ""] = /^\[(\d+)\](?:\[(\d+)\](.*))?$/.exec(path) ?? [];
    if (row === "") return `table: committed ${before.rows.length} rows, now ${after.rows.length}`;
    const name = column === "" ? "" : `, column ${quote(before.columns[Number(column)]?.name ?? column)}`;
    const [label] = before.rows[Number(row)] ?? [];
    const known = typeof label === "string" && column !== "0" ? ` (${label.slice(0, LONGEST_LABEL)})` : "";
    return `table row ${Number(row) + 1}${known}${name}${rest}: ${changed(was, is)}`;
  });
  return inCells;
}

function describeOutput(output: Output): string {
  if (output.output_type === "stream") return `${output.name} ${quote(firstLine(output.text))}`;
  if (output.output_type === "error") return `the error ${quote(describeError(output))}`;
  const [first = ""] = Object.keys(output.data).sort(dataFirst);
  // A plot carries its numbers as a table too.
  const kind = PLOT in output.data ? PLOT : first;
  const known = { [TABLE]: "a table", [CLAIM]: "a claim card", [PLOT]: "a plot" }[kind];
  return known ?? `the value ${quote(firstLine(output.data["text/plain"] ?? kind))}`;
}

function describeError({ ename, evalue }: { readonly ename: string; readonly evalue: string }): string {
  return stripVTControlCharacters(`${ename}: ${evalue}`);
}

function firstLine(text: unknown): string {
  return joinText(text).split("\n")[0] ?? "";
}
