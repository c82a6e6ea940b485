import type { TableFormat } from "./export-record";
import { FieldError } from "./field-error";
import type { PostIntake } from "./post-intake";
import { readTableRows } from "./read-table-rows";
import { recogniseTable } from "./recognise-export";

/**
 * Read a CSV file: know its kind by the header, and have each row read by it.
 *
 * @param head  the beginning of the text, with the header's line in it
 * @param text  the whole text
 */
export async function* readTableExport(
  head: string, text: AsyncIterable<string>, intake: PostIntake,
): AsyncGenerator<void> {
  const delimiter = delimiterOf(head);
  let table: { format: TableFormat; columns: readonly string[] } | null = null;
  for await (const rows of readTableRows(text, delimiter)) {
    for (const row of rows) {
      intake.line = row.line;
      if ("needed" in row) {
        intake.malformed("", row.needed, row.found);
        continue;
      }
      const first = (row.cells[0] ?? "").replace(/^\ufeff/, "");
      if (table !== null && !table.columns.includes(first.trim().toLowerCase())) {
        readRow(row.cells, table, intake);
        continue;
      }
      // The first row is the header; files joined end to end repeat it, perhaps with other columns.
      const header = row.cells.map((name) => name.replace(/^\ufeff/, "").trim());
      const format = recogniseTable(header);
      if (format === null) {
        if (table !== null) {
          readRow(row.cells, table, intake);
          continue;
        }
        intake.fileProblem(
          "the columns of a known export format", `the columns ${header.slice(0, 12).join(", ").slice(0, 200)}`,
          row.line,
        );
        return;
      }
      const columns = currentNames(header.map((name) => name.toLowerCase()), format);
      const missing = format.needed.filter((name) => !columns.includes(name));
      if (missing.length > 0) {
        intake.useFormat(format.name);
        intake.fileProblem(
          `the columns ${format.needed.join(", ")} of ${format.name}`, `no ${missing.join(", no ")}`, row.line,
        );
        return;
      }
      if (table !== null) intake.note("repeats its header; the copies were passed over", true);
      intake.useFormat(format.name);
      table = { format, columns };
    }
    yield;
  }
}

function currentNames(columns: readonly string[], { renamed }: TableFormat): string[] {
  return columns.map((name) => {
    const now = renamed?.get(name);
    return now === undefined || columns.includes(now) ? name : now;
  });
}

function readRow(
  cells: readonly string[], { format, columns }: {
    format: TableFormat; columns: readonly string[],
  }, intake: PostIntake,
): void {
  intake.attempt("", () => {
    if (cells.length !== columns.length) {
      throw new FieldError("row", `${columns.length} cells, as in the header`, `${cells.length}`);
    }
    const row = Object.create(null) as Record<string, string>;
    for (let i = 0; i < columns.length; i += 1) row[columns[i]!] = cells[i]!;
    format.read(row, intake);
  });
}

/** The separator that makes a known header of the first line; a comma where none does. */
function delimiterOf(head: string): string {
  const line = head.trimStart().split(/\r?\n/, 1)[0]!;
  const split = (by: string): string[] => line.split(by).map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
  const known = [",", ";", "\t"].find((by) => recogniseTable(split(by)) !== null);
  if (known !== undefined) return known;
  return [",", ";", "\t"].reduce((best, by) => (split(by).length > split(best).length ? by : best));
}
