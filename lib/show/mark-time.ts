import type { Annotations, Shape } from "plotly.js";

import { escapePlotly } from "./escape";
import { extent } from "./extent";
import { FONT_SIZE, INK, PAPER, SHADE } from "./plot-template";
import { plotlyDate } from "./plotly-date";
import { stackLabels } from "./stack-labels";
import { textWidth } from "./text-width";

/** A dated event, drawn as a line across the series. */
export interface ChartEvent {
  readonly date: Date;
  readonly label: string;
}

/** A stretch of time, shaded; both ends belong to it. */
export interface ChartWindow {
  readonly from: Date;
  readonly to: Date;
  readonly label: string;
}

interface TimeAxis {
  readonly first: number;
  readonly last: number;
  readonly length: number;
  readonly height: number;
}

interface TimeMarks {
  readonly shapes: Partial<Shape>[];
  readonly annotations: Partial<Annotations>[];
  /** Pixels that the band of labels takes above the figure. */
  readonly height: number;
}

/** Height of a line of labels, pixels. */
const LEVEL = 19;

/**
 * Draw events as lines across a figure and windows as shades, with their labels in a band above it.
 *
 * @param events   labelled after the windows, when two labels want one place
 * @param windows  both ends must be in order
 * @param axis     first and last moment shown, milliseconds; length and height of the figure, pixels
 * @throws RangeError if an event or a window lies outside the axis
 */
export function markTime(
  events: readonly ChartEvent[],
  windows: readonly ChartWindow[],
  axis: TimeAxis,
): TimeMarks {
  const { first, last, length } = axis;
  const toPixel = (time: number) => Math.max(0, Math.min(1, (time - first) / (last - first || 1))) * length;
  const marks = [
    ...windows.map(({ from, to, label }) => ({ from, to, label })),
    ...events.map(({ date, label }) => ({ from: date, to: date, label })),
  ];
  for (const { from, to, label } of marks) {
    if (!(from.getTime() <= to.getTime()) || to.getTime() < first || from.getTime() > last) {
      const span = [from, to].map((date) => date.toISOString().slice(0, 10)).join(" to ");
      throw new RangeError(
        `timeSeriesChart: "${label}" must lie within the days shown, found ${span}; ` +
          "leave it out or show more days",
      );
    }
  }
  const middles = marks.map(({ from, to }) => (toPixel(from.getTime()) + toPixel(to.getTime())) / 2);
  const places = stackLabels(
    marks.map(({ label }, i) => ({ middle: middles[i] ?? 0, width: textWidth(label, FONT_SIZE) })),
    length,
  );

  const shapes = marks.map(({ from, to }, i): Partial<Shape> => {
    const span = { xref: "x", yref: "paper", x0: plotlyDate(from), x1: plotlyDate(to), y0: 0 } as const;
    if (i < windows.length)
      return { ...span, type: "rect", y1: 1, fillcolor: SHADE, line: { width: 0 }, layer: "below" };
    return {
      ...span,
      type: "line",
      y1: 1 + ((places[i]?.level ?? 0) * LEVEL) / axis.height,
      line: { color: INK, width: 1, dash: "dot" },
    };
  });
  const annotations = marks.map(({ from, to, label }, i): Partial<Annotations> => ({
    xref: "x",
    yref: "paper",
    x: plotlyDate(new Date((Math.max(first, from.getTime()) + Math.min(last, to.getTime())) / 2)),
    y: 1,
    xanchor: "left",
    yanchor: "bottom",
    xshift: (places[i]?.left ?? 0) - (middles[i] ?? 0),
    yshift: (places[i]?.level ?? 0) * LEVEL,
    text: escapePlotly(label),
    showarrow: false,
    bgcolor: PAPER,
    borderpad: 0,
  }));
  const levels = marks.length === 0 ? 0 : 1 + extent(places.map(({ level }) => level))[1];
  return { shapes, annotations, height: levels * LEVEL + (levels === 0 ? 0 : 4) };
}
