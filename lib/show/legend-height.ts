import { FONT_SIZE } from "./plot-template";
import { textWidth } from "./text-width";

const LINE = 22;
/** Pixels of an entry beside its name: the sign and the gap to the next entry. */
const SIGN = 50;

/**
 * Count the pixels that a legend takes between the title and the figure.
 *
 * plotly sets entries side by side, in columns of one width when they do not fit on one line.
 *
 * @param names  of the series, plain text
 * @param width  pixels that the figure has between its axes
 */
export function legendHeight(names: readonly string[], width: number): number {
  const widths = names.map((name) => SIGN + textWidth(name, FONT_SIZE));
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const perLine = whole <= width ? names.length : Math.max(1, Math.floor(width / Math.max(...widths)));
  return 8 + LINE * Math.ceil(names.length / perLine);
}
