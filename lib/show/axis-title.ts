import { escapePlotly, revealUnseen } from "./escape";
import { FONT_SIZE } from "./plot-template";
import { wrapText } from "./text-width";

/** Pixels of the numbers of a horizontal axis and of the gaps around its title. */
const NUMBERS = 46;

/**
 * Break an axis's title into lines no longer than the axis.
 *
 * @param title   plain text
 * @param length  of the axis, pixels
 * @returns the title as plotly takes it, and the pixels that axis and title take below a figure
 */
export function axisTitle(title: string, length: number): { readonly text: string; readonly height: number } {
  const lines = wrapText(revealUnseen(title), FONT_SIZE, length);
  return { text: lines.map(escapePlotly).join("<br>"), height: NUMBERS + 1.3 * FONT_SIZE * lines.length };
}
