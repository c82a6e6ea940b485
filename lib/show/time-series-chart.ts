import type { Annotations, Data, Shape } from "plotly.js";

import { axisTitle } from "./axis-title";
import { escapePlotly } from "./escape";
import { formatNumber } from "./format-number";
import { type Plot, PLOT_WIDTH, type PlotText, plot, titleHeight } from "./plot";
import { COLOURS, FONT_SIZE, INK, PAPER, SHADE } from "./plot-template";
import { type Column, readDates, readLabels, readNumbers } from "./read-column";
import { stackLabels } from "./stack-labels";
import { textWidth } from "./text-width";
import { linearTicks } from "./value-axis";

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

/** What a chart of a series in time shows of its rows. */
export interface TimeSeriesOptions<Row> extends PlotText {
  readonly date: Column<Row, Date>;
  /** Value of that day; null leaves a gap in the line. */
  readonly value: Column<Row, number | null>;
  /** A line for each, at most five, named at its end. */
  readonly series?: Column<Row, string>;
  /** What is measured, with its unit and denominator; stands beside the axis. */
  readonly axis: string;
  readonly events?: readonly ChartEvent[];
  readonly windows?: readonly ChartWindow[];
  /** Decimals of the numbers that appear on pointing; whole numbers by default. */
  readonly format?: number | ((value: number) => string);
}

const HEIGHT = 300;
const LEVEL = 19;
/** Pixels that the numbers and the title of the vertical axis take. */
const LEFT = 75;

/**
 * Show daily values as lines over time, from 0, with dated events and shaded windows.
 *
 * Days that have no row are not drawn as 0: the line goes on to the next day that has one, so pass 0 or null for them.
 *
 * @throws TypeError if a date is not a date or a value not a number or null
 * @throws RangeError if a day repeats within a series, or there are more series than colours
 */
export function timeSeriesChart<Row extends object>(rows: readonly Row[], options: TimeSeriesOptions<Row>): Plot {
  const { events = [], windows = [], format = 0, width = PLOT_WIDTH } = options;
  const say = typeof format === "function" ? format : (value: number) => formatNumber(value, format);
  const lines = readLines(rows, options);
  const days = [...lines.values()].flatMap((points) => points.map(({ date }) => date.getTime()));
  if (days.length === 0) throw new RangeError("timeSeriesChart: rows must have at least one day, found none; leave the chart out");
  const [first, last] = days.reduce(([least, most], day) => [Math.min(least, day), Math.max(most, day)], [Infinity, -Infinity]);

  const names = [...lines.keys()];
  const right = names.length > 1 ? 32 + Math.max(...names.map((name) => textWidth(name, FONT_SIZE))) : 24;
  const length = width - LEFT - right;
  const marks = markTime(events, windows, { first, last, length });
  const values = [...lines.values()].flatMap((points) => points.map(({ value }) => value ?? 0));
  const range = [Math.min(0, ...values) * 1.05, Math.max(...values, 1e-9) * 1.05] as const;
  const data = [...lines].map(([name, points], i) => ({
    type: "scatter",
    mode: points.length === 1 ? "markers" : "lines",
    name: escapePlotly(name),
    x: points.map(({ date }) => plotlyDate(date)),
    y: points.map(({ value }) => value),
    line: { color: COLOURS[i], width: 1.8 },
    customdata: points.map(({ value }) => (value === null ? "not stated" : escapePlotly(say(value)))),
    hovertemplate: "%{x|%Y-%m-%d}: %{customdata}<extra>%{fullData.name}</extra>",
    connectgaps: false,
  })) as Partial<Data>[];

  return plot({
    ...options,
    data,
    layout: {
      xaxis: { type: "date", range: [plotlyDate(new Date(first)), plotlyDate(new Date(last))], showgrid: false, ticks: "outside" },
      yaxis: { title: { text: axisTitle(options.axis, HEIGHT).text }, range: [...range], ...linearTicks(range, Infinity) },
      shapes: marks.shapes,
      annotations: [...marks.annotations, ...(names.length > 1 ? nameLines(lines, range) : [])],
      margin: { t: marks.height, r: right },
    },
    height: Math.ceil(titleHeight(options) + marks.height + HEIGHT + 60),
    rows: [...lines].flatMap(([series, points]) => points.map(({ date, value }) => {
      return { date: date.toISOString().slice(0, 10), ...(options.series === undefined ? {} : { series }), value };
    })),
  });
}

interface Point {
  readonly date: Date;
  readonly value: number | null;
}

function readLines<Row extends object>(rows: readonly Row[], options: TimeSeriesOptions<Row>): Map<string, Point[]> {
  const dates = readDates(rows, options.date);
  const values = readNumbers(rows, options.value);
  const names = options.series === undefined ? rows.map(() => "") : readLabels(rows, options.series);
  const lines = new Map<string, Point[]>();
  dates.forEach((date, i) => {
    const name = names[i] ?? "";
    lines.set(name, [...(lines.get(name) ?? []), { date, value: values[i] ?? null }]);
  });
  if (lines.size > COLOURS.length) {
    throw new RangeError(`timeSeriesChart: series must be at most ${COLOURS.length}, found ${lines.size}; draw several charts`);
  }
  for (const [name, points] of lines) {
    points.sort((a, b) => a.date.getTime() - b.date.getTime());
    const twice = points.find(({ date }, i) => date.getTime() === points[i - 1]?.date.getTime());
    if (twice !== undefined) {
      const day = twice.date.toISOString().slice(0, 10);
      throw new RangeError(`timeSeriesChart: a day must stand once in a series, found ${day} twice${name && ` in "${name}"`}; sum the rows first`);
    }
  }
  return lines;
}

/** The name of each line at its end, moved up or down where two ends are near; a reader needs no colour to tell them. */
function nameLines(lines: ReadonlyMap<string, readonly Point[]>, [least, most]: readonly [number, number]): Partial<Annotations>[] {
  const ends = [...lines].map(([name, points], i) => {
    const value = points.filter((point) => point.value !== null).at(-1)?.value ?? 0;
    return { name, value, i, pixel: ((value - least) / (most - least)) * HEIGHT };
  });
  let lowest = -Infinity;
  return ends.sort((a, b) => a.pixel - b.pixel || a.i - b.i).map(({ name, value, i, pixel }) => {
    const shown = Math.max(pixel, lowest + LEVEL);
    lowest = shown;
    return {
      xref: "paper", yref: "y", x: 1, y: value, xanchor: "left", xshift: 4, yshift: shown - pixel, showarrow: false,
      text: `<span style="color:${COLOURS[i]}">●</span> ${escapePlotly(name)}`,
    };
  });
}

/** Lines and shades for events and windows, with their labels in a band above the figure. */
function markTime(
  events: readonly ChartEvent[],
  windows: readonly ChartWindow[],
  { first, last, length }: { readonly first: number; readonly last: number; readonly length: number },
): { shapes: Partial<Shape>[]; annotations: Partial<Annotations>[]; height: number } {
  const toPixel = (time: number) => (Math.max(0, Math.min(1, (time - first) / (last - first || 1)))) * length;
  const marks = [
    ...windows.map(({ from, to, label }) => ({ from, to, label })),
    ...events.map(({ date, label }) => ({ from: date, to: date, label })),
  ];
  for (const { from, to, label } of marks) {
    if (!(from.getTime() <= to.getTime()) || to.getTime() < first || from.getTime() > last) {
      const span = [from, to].map((date) => date.toISOString().slice(0, 10)).join(" to ");
      throw new RangeError(`timeSeriesChart: "${label}" must lie within the days shown, found ${span}; leave it out or show more days`);
    }
  }
  const middles = marks.map(({ from, to }) => (toPixel(from.getTime()) + toPixel(to.getTime())) / 2);
  const places = stackLabels(marks.map(({ label }, i) => ({ middle: middles[i] ?? 0, width: textWidth(label, FONT_SIZE) })), length);

  const shapes = marks.map(({ from, to }, i): Partial<Shape> => {
    const span = { xref: "x", yref: "paper", x0: plotlyDate(from), x1: plotlyDate(to), y0: 0 } as const;
    if (i < windows.length) return { ...span, type: "rect", y1: 1, fillcolor: SHADE, line: { width: 0 }, layer: "below" };
    return { ...span, type: "line", y1: 1 + ((places[i]?.level ?? 0) * LEVEL) / HEIGHT, line: { color: INK, width: 1, dash: "dot" } };
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
  const levels = marks.length === 0 ? 0 : 1 + Math.max(...places.map(({ level }) => level));
  return { shapes, annotations, height: levels * LEVEL + (levels === 0 ? 0 : 4) };
}

/** A date as plotly reads it: without a zone, which plotly takes for UTC. */
function plotlyDate(date: Date): string {
  return date.toISOString().slice(0, 19).replace("T00:00:00", "").replace("T", " ");
}
