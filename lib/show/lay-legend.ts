import { escapePlotly, revealUnseen } from "./escape";
import { FONT_SIZE } from "./plot-template";
import { textWidth, wrapText } from "./text-width";

const LINE = 22;
/** Pixels of an entry beside its name: the sign and the gap to the next entry. */
const SIGN = 50;

/** A legend between the title and the figure. */
export interface Legend {
  /** Names as plotly takes them, long ones on several lines. */
  readonly names: readonly string[];
  /** Pixels from top to bottom; 0 for a single series, which has no legend. */
  readonly height: number;
}

/**
 * Lay out the legend of a figure.
 *
 * plotly sets entries side by side, in columns of one width when they do not fit on one line.
 *
 * @param names  of the series, plain text
 * @param width  pixels that the figure has between its axes
 */
export function layLegend(names: readonly string[], width: number): Legend {
  const lines = names.map((name) => wrapText(revealUnseen(name), FONT_SIZE, width - SIGN));
  const widths = lines.map((parts) => SIGN + Math.max(0, ...parts.map((part) => textWidth(part, FONT_SIZE))));
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const perRow = whole <= width ? names.length : Math.max(1, Math.floor(width / Math.max(...widths)));

  let height = 8;
  for (let i = 0; i < names.length; i += perRow) {
    height += LINE * Math.max(1, ...lines.slice(i, i + perRow).map(({ length }) => length));
  }
  return {
    names: lines.map((parts) => parts.map(escapePlotly).join("<br>")),
    height: names.length > 1 ? height : 0,
  };
}
