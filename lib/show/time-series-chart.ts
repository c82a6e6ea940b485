import type { Data } from "plotly.js";

import { axisTitle } from "./axis-title";
import { escapePlotly } from "./escape";
import { extent } from "./extent";
import { formatNumber } from "./format-number";
import { type ChartEvent, type ChartWindow, markTime } from "./mark-time";
import { type Point, nameLines } from "./name-lines";
import { type Plot, PLOT_WIDTH, type PlotText, plot, titleHeight } from "./plot";
import { COLOURS, FONT_SIZE } from "./plot-template";
import { plotlyDate } from "./plotly-date";
import { type Column, checkRows, readDates, readLabels, readNumbers } from "./read-column";
import { textWidth } from "./text-width";
import { linearTicks } from "./value-axis";

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
/** Pixels that the numbers and the title of the vertical axis take. */
const LEFT = 75;

/**
 * Show daily values as lines over time, from 0, with dated events and shaded windows.
 *
 * Days that have no row are not drawn as 0: the line goes on to the next day that has one, so pass 0 or null
 * for them.
 *
 * @throws TypeError if a date is not a date or a value not a number or null
 * @throws RangeError if there is no row, a day repeats within a series, or there are more series than colours
 */
export function timeSeriesChart<Row extends object>(
  rows: readonly Row[],
  options: TimeSeriesOptions<Row>,
): Plot {
  const { events = [], windows = [], format = 0, width = PLOT_WIDTH } = options;
  checkRows("timeSeriesChart", rows);
  const say = typeof format === "function" ? format : (value: number) => formatNumber(value, format);
  const lines = readLines(rows, options);
  const days = [...lines.values()].flatMap((points) => points.map(({ date }) => date.getTime()));
  const [first, last] = extent(days);

  const names = [...lines.keys()];
  const right = names.length > 1 ? 32 + Math.max(...names.map((name) => textWidth(name, FONT_SIZE))) : 24;
  const length = width - LEFT - right;
  const marks = markTime(events, windows, { first, last, length, height: HEIGHT });
  const values = [...lines.values()].flatMap((points) => points.map(({ value }) => value ?? 0));
  const [least, most] = extent(values);
  const range = [Math.min(0, least) * 1.05, Math.max(most, 1e-9) * 1.05] as const;
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
      xaxis: {
        type: "date",
        range: [plotlyDate(new Date(first)), plotlyDate(new Date(last))],
        showgrid: false,
        ticks: "outside",
      },
      yaxis: {
        title: { text: axisTitle(options.axis, HEIGHT).text },
        range: [...range],
        ...linearTicks(range, Infinity),
      },
      shapes: marks.shapes,
      annotations: [...marks.annotations, ...(names.length > 1 ? nameLines(lines, range, HEIGHT) : [])],
      margin: { t: marks.height, r: right },
    },
    height: Math.ceil(titleHeight(options) + marks.height + HEIGHT + 60),
    rows: [...lines].flatMap(([series, points]) =>
      points.map(({ date, value }) => {
        return {
          date: date.toISOString().slice(0, 10),
          ...(options.series === undefined ? {} : { series }),
          value,
        };
      }),
    ),
  });
}

function readLines<Row extends object>(
  rows: readonly Row[],
  options: TimeSeriesOptions<Row>,
): Map<string, Point[]> {
  const dates = readDates(rows, options.date);
  const values = readNumbers(rows, options.value);
  const names = options.series === undefined ? rows.map(() => "") : readLabels(rows, options.series);
  const lines = new Map<string, Point[]>();
  dates.forEach((date, i) => {
    const name = names[i] ?? "";
    const points = lines.get(name) ?? [];
    points.push({ date, value: values[i] ?? null });
    lines.set(name, points);
  });
  if (lines.size > COLOURS.length) {
    throw new RangeError(
      `timeSeriesChart: series must be at most ${COLOURS.length}, found ${lines.size}; draw several charts`,
    );
  }
  for (const [name, points] of lines) {
    points.sort((a, b) => a.date.getTime() - b.date.getTime());
    const twice = points.find(({ date }, i) => date.getTime() === points[i - 1]?.date.getTime());
    if (twice !== undefined) {
      const day = twice.date.toISOString().slice(0, 10);
      throw new RangeError(
        `timeSeriesChart: a day must stand once in a series, found ${day} twice${name && ` in "${name}"`}; ` +
          "sum the rows first",
      );
    }
  }
  return lines;
}
