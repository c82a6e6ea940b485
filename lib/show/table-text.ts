import { revealUnseen } from "./escape";
import { extent } from "./extent";
import { type Align, type ShownTable, sayRest } from "./shown-table";
import { terminalWidth, wrapColumns } from "./terminal-width";

/** Widest column of text in a terminal; longer text continues on the next line. */
const PLAIN_WIDTH = 40;

/** Draw a table for a terminal. */
export function tableText(shown: ShownTable): string {
  const { columns, caption, notes, hidden, rowCount } = shown;
  const cells = columns.map(({ heading, texts }) =>
    [heading, ...texts].map((text) => wrapColumns(revealUnseen(text), PLAIN_WIDTH)),
  );
  const widths = cells.map((column) => Math.max(1, extent(column.flat().map(terminalWidth))[1]));

  const rows = Array.from({ length: rowCount - hidden + 1 }, (_, i) => {
    const height = Math.max(1, ...cells.map((column) => column[i]?.length ?? 0));
    return Array.from({ length: height }, (_, line) => {
      const padded = columns.map(({ align }, j) => pad(cells[j]?.[i]?.[line] ?? "", widths[j] ?? 1, align));
      return padded.join("  ").trimEnd();
    }).join("\n");
  });
  const [head = "", ...body] = rows;
  return [
    ...(caption === undefined ? [] : [revealUnseen(caption), ""]),
    head,
    widths.map((width) => "─".repeat(width)).join("  "),
    ...body,
    ...(sayRest(shown) === "" ? [] : [sayRest(shown)]),
    ...(notes.length === 0 ? [] : ["", ...notes.map(revealUnseen)]),
  ].join("\n");
}

function pad(text: string, width: number, align: Align): string {
  const free = width - terminalWidth(text);
  const left = align === "right" ? free : align === "center" ? Math.floor(free / 2) : 0;
  return " ".repeat(left) + text + " ".repeat(free - left);
}
