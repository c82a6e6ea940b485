import type { LayoutAxis } from "plotly.js";

import { escapePlotly, revealUnseen } from "./escape";
import { extent } from "./extent";
import { FONT_SIZE } from "./plot-template";
import { textWidth, wrapText } from "./text-width";

/** Rows of labels down the left side of a chart, the first on top. */
export interface LabelAxis {
  /** The vertical axis. */
  readonly axis: Partial<LayoutAxis>;
  /** Middle of each row on it, in pixels from the top. */
  readonly at: readonly number[];
  /** Height of all rows, pixels. */
  readonly height: number;
  /** Width of the widest label, pixels. */
  readonly width: number;
}

/** Height of a row with a label of one line, and the thickness of what is drawn in it, pixels. */
const ROW = 27;
export const BAR = 18;
const LINE = 1.3 * FONT_SIZE;
/** Pixels after which a label is broken on a wide picture. */
const WIDEST = 230;

/**
 * Lay labels down the left side, long ones on several lines.
 *
 * Rows stand at pixels and not at their names: two rows may bear the same name, and a row is as high as its
 * label needs.
 *
 * @param labels  plain text, from top to bottom
 * @param width   of the picture, pixels: labels take a third of it at most
 * @param least   lines that a row must have room for
 */
export function labelAxis(labels: readonly string[], width: number, least = 1): LabelAxis {
  const lines = labels.map((label) => wrapText(revealUnseen(label), FONT_SIZE, Math.min(WIDEST, width / 3)));
  const at: number[] = [];
  let height = 0;
  for (const { length } of lines) {
    const row = Math.max(ROW, LINE * Math.max(length, least) + 7);
    at.push(height + row / 2);
    height += row;
  }
  return {
    axis: {
      tickmode: "array",
      tickvals: at,
      ticktext: lines.map((parts) => parts.map(escapePlotly).join("<br>")),
      range: [height, 0],
      showgrid: false,
      zeroline: false,
      showline: false,
      ticks: "",
      fixedrange: true,
    } as Partial<LayoutAxis>,
    at,
    height,
    width: Math.max(0, extent(lines.flat().map((line) => textWidth(line, FONT_SIZE)))[1]),
  };
}
