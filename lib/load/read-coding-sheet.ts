import { NONE, type CodedSheet, type CodeLabel, readCodes } from "./coded-sheet";
import { asWindows1251, readSpreadsheet, type SpreadsheetRow } from "./read-spreadsheet";

/** One document of a drawn sample, as the key to the coding sheets keeps it. */
export interface SampleRow {
  /** What the sheets call the document: letters that tell nothing of it. */
  readonly row: string;
  /** Key of the post or comment, as `documentKey` gives it. */
  readonly post: string;
  readonly stratum: string;
  /** Documents of the stratum in the corpus, and how many of them were drawn. */
  readonly of: number;
  readonly drawn: number;
  /** As the sheets show it. */
  readonly text: string;
}

/** Columns of the key, of a sheet, and of the list of disagreements. */
export const KEY_COLUMNS = ["row", "post", "stratum", "of", "drawn", "text"] as const;
export const SHEET_COLUMNS = ["row", "text", "codes", "note"] as const;
export const DISAGREEMENT_COLUMNS = ["row", "text", "codings", "disputed", "decision", "note"] as const;

/** Faults that one message names; more of them have one cause. */
const MOST_FAULTS = 20;

/**
 * Read the key to coding sheets: which document each row is, and its text as the coders saw it.
 *
 * @throws Error naming file, line and column
 */
export function readCodingKey(path: string): SampleRow[] {
  const faults = new Faults(path);
  const { rows } = readSpreadsheet(path, KEY_COLUMNS);
  const key = rows.map(({ line, cells }): SampleRow => {
    const [of, drawn] = (["of", "drawn"] as const).map((column) => {
      if (!/^[1-9]\d*$/.test(cells[column]))
        faults.add(line, column, "a whole number from 1", cells[column], "restore the key");
      return Number(cells[column]);
    }) as [number, number];
    return {
      row: cells.row,
      post: cells.post,
      stratum: cells.stratum,
      of,
      drawn,
      text: undefuse(cells.text),
    };
  });
  if (key.length === 0) faults.add(2, "row", "at least one document", "", "draw the sample again");
  faults.check();
  return key;
}

/**
 * Read the sheet of one coder.
 *
 * Every row of the key must be there once, with its text as it was drawn; rows may be in any order, since a
 * spreadsheet sorts. All faults are named at once, a line each.
 *
 * @param key    as `readCodingKey` gives it
 * @param codes  the codebook's
 * @param coder  the coder's name
 * @returns codes by key of the post; null where the coder left a row open
 * @throws Error with `file:line: column: needed …, found …; what to do next` for an unknown row, an unknown
 *   code, an edited text, a row that stands twice, and rows that are missing
 */
export function readCodingSheet(
  path: string,
  key: readonly SampleRow[],
  codes: readonly CodeLabel[],
  coder: string,
): CodedSheet {
  const faults = new Faults(path);
  const table = readSpreadsheet(path, SHEET_COLUMNS);
  const byRow = rowsOf(table.rows, key, table.isLossy, faults);
  const codings = new Map<string, readonly string[] | null>();
  for (const { row, post } of key) {
    const found = byRow.get(row);
    if (found !== undefined) codings.set(post, codesOf(found, "codes", codes, faults));
  }
  const missing = key.filter(({ row }) => !byRow.has(row)).map(({ row }) => row);
  if (missing.length > 0) {
    const shown =
      missing.slice(0, 5).join(", ") + (missing.length > 5 ? ` and ${missing.length - 5} more` : "");
    faults.add(
      0,
      "row",
      `all ${key.length} rows of the sample`,
      `none for ${shown}`,
      "restore them; a row not coded stays, with no code",
    );
  }
  faults.check();
  return { coder, codings };
}

/**
 * Read the decisions that people wrote into the list of disagreements.
 *
 * @returns codes by key of the post, for the rows with a decision; `none` is a decision too
 * @throws Error as `readCodingSheet` does
 */
export function readDecisions(
  path: string,
  key: readonly SampleRow[],
  codes: readonly CodeLabel[],
): Map<string, readonly string[]> {
  const faults = new Faults(path);
  const table = readSpreadsheet(path, DISAGREEMENT_COLUMNS);
  const byRow = rowsOf(table.rows, key, table.isLossy, faults);
  const decisions = new Map<string, readonly string[]>();
  for (const { row, post } of key) {
    const found = byRow.get(row);
    const decision = found === undefined ? null : codesOf(found, "decision", codes, faults);
    if (decision !== null) decisions.set(post, decision);
  }
  faults.check();
  return decisions;
}

/** What people agreed or decided on one document. */
export interface AdjudicatedRow {
  readonly post: string;
  readonly codes: readonly string[];
  /** `agreed`: two coders or more gave these codes; `decided`: people talked it over. */
  readonly how: "agreed" | "decided";
}

export const ADJUDICATED_COLUMNS = ["post", "codes", "how"] as const;

/**
 * Read the set of codes that people agreed or decided on, as `nb code adjudicate` writes it.
 *
 * @throws Error as `readCodingSheet` does
 */
export function readAdjudicated(path: string, codes: readonly CodeLabel[]): AdjudicatedRow[] {
  const faults = new Faults(path);
  const seen = new Set<string>();
  const rows = readSpreadsheet(path, ADJUDICATED_COLUMNS).rows.map((row): AdjudicatedRow => {
    const { post, how } = row.cells;
    if (seen.has(post)) faults.add(row.line, "post", "each post once", post, "remove one of the rows");
    seen.add(post);
    if (how !== "agreed" && how !== "decided")
      faults.add(row.line, "how", "agreed or decided", how, "write one of these words");
    const given = codesOf(row, "codes", codes, faults);
    if (given === null) faults.add(row.line, "codes", `codes, or ${NONE}`, "", "write the codes");
    return { post, codes: given ?? [], how: how as AdjudicatedRow["how"] };
  });
  faults.check();
  return rows;
}

/** The rows by what the key calls them, each known, once, and with its text. */
function rowsOf<Column extends string>(
  rows: readonly SpreadsheetRow<Column>[],
  key: readonly SampleRow[],
  isLossy: boolean,
  faults: Faults,
): Map<string, SpreadsheetRow<Column>> {
  const known = new Map(key.map((row) => [row.row, row]));
  const found = new Map<string, SpreadsheetRow<Column>>();
  for (const one of rows) {
    const { row: id, text } = one.cells as Readonly<Record<"row" | "text", string>>;
    const row = known.get(id.trim());
    const earlier = found.get(id.trim());
    if (row === undefined) {
      faults.add(
        one.line,
        "row",
        "a row of this sample",
        id,
        "restore the cell, or use the sheet of this sample",
      );
    } else if (earlier !== undefined) {
      faults.add(
        one.line,
        "row",
        "each row once",
        `${row.row} also on line ${earlier.line}`,
        "remove one of them",
      );
    } else {
      found.set(row.row, one);
      if (!isSameText(text, row.text, isLossy)) {
        faults.add(
          one.line,
          "text",
          `the text that was drawn ("${start(row.text)}")`,
          text,
          "restore it from key.csv: codes belong to a text",
        );
      }
    }
  }
  return found;
}

function codesOf<Column extends string>(
  { line, cells }: SpreadsheetRow<Column>,
  column: Column,
  codes: readonly CodeLabel[],
  faults: Faults,
): string[] | null {
  try {
    return readCodes(cells[column], codes);
  } catch (error) {
    faults.say(line, `${column}: ${(error as Error).message}`);
    return null;
  }
}

/** White space is left to the spreadsheet. */
function isSameText(cell: string, text: string, isLossy: boolean): boolean {
  const plain = (value: string): string => {
    const kept = isLossy ? asWindows1251(value).replace(/\?+/g, "?") : value;
    return kept.replace(/\s+/g, " ").trim();
  };
  return plain(cell) === plain(text) || plain(undefuse(cell)) === plain(text);
}

/** What a spreadsheet would run, after any apostrophes that keep it from that. */
const FORMULA = /^'*(?:[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;

/**
 * Prepare a text for `toCsv`, which puts an apostrophe before what a spreadsheet would run: one that has an
 * apostrophe there already gets a second, so that reading takes away what writing added and no more.
 *
 * @example
 * guardText("'=1"); // "''=1"
 * guardText("=1"); // "=1"
 */
export function guardText(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? `'${text}` : text;
}

/** A cell without the apostrophe that writing put there. */
function undefuse(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

function start(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

/** Faults of one file, told together. */
class Faults {
  private readonly faults: { line: number; message: string }[] = [];

  constructor(private readonly path: string) {}

  add(line: number, column: string, needed: string, found: string, next: string): void {
    this.say(
      line,
      `${column}: needed ${needed}, found ${found === "" ? "nothing" : `"${start(found)}"`}; ${next}`,
    );
  }

  say(line: number, message: string): void {
    this.faults.push({ line, message });
  }

  check(): void {
    if (this.faults.length === 0) return;
    const lines = this.faults
      .sort((a, b) => a.line - b.line)
      .map(({ line, message }) => `${this.path}:${line === 0 ? "" : `${line}:`} ${message}`);
    const more = lines.length - MOST_FAULTS;
    throw new Error(
      [...lines.slice(0, MOST_FAULTS), ...(more > 0 ? [`${this.path}: and ${more} more`] : [])].join("\n"),
    );
  }
}
