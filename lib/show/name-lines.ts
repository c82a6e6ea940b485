import type { Annotations } from "plotly.js";

import { escapePlotly } from "./escape";
import { COLOURS } from "./plot-template";

/** A value of one moment; null when it is not stated. */
export interface Point {
  readonly date: Date;
  readonly value: number | null;
}

/** Height of a name, pixels. */
const LINE = 19;

/**
 * Write the name of each line at its end, moved up where two ends are near: a reader needs no colour to tell
 * them.
 *
 * @param lines   points of each line, in the order of time
 * @param range   lower and upper end of the vertical axis
 * @param height  of that axis, pixels
 */
export function nameLines(
  lines: ReadonlyMap<string, readonly Point[]>,
  [least, most]: readonly [number, number],
  height: number,
): Partial<Annotations>[] {
  const ends = [...lines].map(([name, points], i) => {
    const value = points.filter((point) => point.value !== null).at(-1)?.value ?? 0;
    return { name, value, i, pixel: ((value - least) / (most - least)) * height };
  });
  let lowest = -Infinity;
  return ends
    .sort((a, b) => a.pixel - b.pixel || a.i - b.i)
    .map(({ name, value, i, pixel }) => {
      const shown = Math.max(pixel, lowest + LINE);
      lowest = shown;
      return {
        xref: "paper",
        yref: "y",
        x: 1,
        y: value,
        xanchor: "left",
        xshift: 4,
        yshift: shown - pixel,
        showarrow: false,
        text: `<span style="color:${COLOURS[i]}">●</span> ${escapePlotly(name)}`,
      };
    });
}
