import { type CsvError, type Parser, parse } from "csv-parse";

/** A row of a CSV file, with the line on which it starts; or why there is none. */
export type TableRow =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly needed: string; readonly found: string };

/** Characters that one row may have: far above any post. */
const LONGEST_ROW = 1 << 26;

const FAULTS = new Map([
  ["CSV_QUOTE_NOT_CLOSED", { needed: "a closing quote", found: "none up to the end of the file" }],
  [
    "CSV_INVALID_CLOSING_QUOTE",
    { needed: "a separator or a line end after a closing quote", found: "another character" },
  ],
  ["INVALID_OPENING_QUOTE", { needed: "quotes around a whole cell", found: "a quote inside one" }],
  [
    "CSV_MAX_RECORD_SIZE",
    { needed: `a row of at most ${LONGEST_ROW} characters`, found: "a longer one; is a quote not closed?" },
  ],
]);

/**
 * Read a CSV file row by row.
 *
 * csv-parse does the parsing. One wrong quote makes it take all that follows for one cell; so at a fault the
 * line where the row began is given up, with its reason, and reading starts again at the next line.
 *
 * @param chunks     text of the file
 * @param delimiter  the character between cells
 * @yields groups of rows in file order, the header among them
 */
export async function* readTableRows(
  chunks: AsyncIterable<string>, delimiter: string,
): AsyncGenerator<TableRow[]> {
  const reader = new RowReader(delimiter);
  for await (const chunk of chunks) {
    await reader.push(Buffer.from(chunk));
    yield reader.take();
  }
  await reader.end();
  yield reader.take();
}

class RowReader {
  private rows: TableRow[] = [];
  private parser: Parser;
  private fault: CsvError | null = null;
  /**
   * Bytes given to the parser since the end of its last whole row, and where that end lies in what it was
   * given.
   */
  private held: Buffer[] = [];
  private given = 0;
  private wholeBytes = 0;
  /** Lines up to the end of the last whole row, and empty ones the parser has passed up to there. */
  private linesWhole = 0;
  private emptyLines = 0;
  /** Set while the rest of a line that was given up has not come yet. */
  private isSkippingLine = false;

  constructor(private readonly delimiter: string) {
    this.parser = this.newParser();
  }

  take(): TableRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  async push(bytes: Buffer): Promise<void> {
    let rest = bytes;
    if (this.isSkippingLine) {
      const newline = rest.indexOf(0x0a);
      if (newline < 0) return;
      this.isSkippingLine = false;
      rest = rest.subarray(newline + 1);
    }
    if (rest.length === 0) return;
    this.held.push(rest);
    this.given += rest.length;
    await new Promise<void>((resolve) => this.parser.write(rest, () => resolve()));
    this.dropWhole();
    if (this.fault !== null) await this.startAgain();
  }

  async end(): Promise<void> {
    for (;;) {
      await new Promise<void>((resolve) => {
        this.parser.once("close", resolve);
        this.parser.end();
      });
      this.dropWhole();
      if (this.fault === null) return;
      await this.startAgain();
    }
  }

  private newParser(): Parser {
    const parser = parse({
      delimiter: this.delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      on_record: (cells: string[], { bytes, empty_lines }) => {
        // csv-parse's own count of lines takes a Windows line end inside a cell for two.
        const line = this.linesWhole + (empty_lines - this.emptyLines) + 1;
        this.rows.push({ line, cells });
        this.wholeBytes = bytes;
        this.linesWhole = line + cells.reduce((sum, cell) => sum + newlinesIn(cell), 0);
        this.emptyLines = empty_lines;
        return null;
      },
    });
    parser.on("error", (error: CsvError) => {
      this.fault = error;
    });
    parser.resume();
    return parser;
  }

  /** Forget the bytes of whole rows. */
  private dropWhole(): void {
    let start = this.given - this.held.reduce((sum, bytes) => sum + bytes.length, 0);
    while (
      this.held.length > 0 && start + this.held[0]!.length <= this.wholeBytes
    ) start += this.held.shift()!.length;
    if (
      this.held.length > 0 && this.wholeBytes > start
    ) this.held[0] = this.held[0]!.subarray(this.wholeBytes - start);
  }

  /** Give up the first line of the row that failed, and read the rest with a new parser. */
  private async startAgain(): Promise<void> {
    const code = this.fault!.code as string;
    let rest = this.held.length === 1 ? this.held[0]! : Buffer.concat(this.held);
    let line = this.linesWhole + 1;
    while (rest[0] === 0x0a || rest[0] === 0x0d) {
      if (rest[0] === 0x0a) line += 1;
      rest = rest.subarray(1);
    }
    this.rows.push({ line, ...(FAULTS.get(code) ?? { needed: "a row of CSV", found: `the fault ${code}` }) });

    this.fault = null;
    this.held = [];
    this.given = 0;
    this.wholeBytes = 0;
    this.linesWhole = line;
    this.emptyLines = 0;
    this.parser.destroy();
    this.parser = this.newParser();

    const newline = rest.indexOf(0x0a);
    if (newline < 0) this.isSkippingLine = true;
    else await this.push(rest.subarray(newline + 1));
  }
}

function newlinesIn(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count += 1;
  return count;
}
