import type { Data } from "plotly.js";

import { axisTitle } from "./axis-title";
import { escapePlotly } from "./escape";
import { extent } from "./extent";
import { formatNumber } from "./format-number";
import { BAR, labelAxis } from "./label-axis";
import { layLegend } from "./lay-legend";
import { type Plot, PLOT_WIDTH, type PlotText, plot, titleHeight } from "./plot";
import { COLOURS, FONT_SIZE, INK, SOFT_INK } from "./plot-template";
import { type Column, checkRows, readLabels, readNumbers } from "./read-column";
import { textWidth } from "./text-width";
import type { CellValue } from "./to-csv";
import { linearTicks } from "./value-axis";

/** What a bar chart shows of its rows. */
export interface BarOptions<Row> extends PlotText {
  /** Name of the bar. */
  readonly label: Column<Row, string>;
  /** Length of the bar; null is shown as "not stated". */
  readonly value: Column<Row, number | null>;
  /** Ends of an interval around the value, both or neither. */
  readonly low?: Column<Row, number | null>;
  readonly high?: Column<Row, number | null>;
  /**
   * Rows with one label are stacked, a colour for each series, in order of first appearance. At most five.
   */
  readonly series?: Column<Row, string>;
  /** What the bars measure, with its unit; stands under the axis. */
  readonly axis: string;
  /** Decimals of the numbers beside the bars, or a function; whole numbers by default. */
  readonly format?: number | ((value: number) => string);
  /** "ranked" puts the longest bar on top, ties in the order of the rows; "given" keeps the rows' order. */
  readonly order?: "ranked" | "given";
}

/** Pixels between a bar and its number. */
const GAP = 6;

interface Bar {
  readonly label: string;
  /** Sum over the series; null when no series states a value. */
  readonly total: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly parts: ReadonlyMap<string, number>;
}

/**
 * Show values as horizontal bars, each with its number beside it.
 *
 * @param rows  one row a bar, or one row a part of a bar where there are series
 * @throws TypeError if a label is not text or a value not a number or null
 * @throws RangeError if there is no row, a label repeats without series, there are more series than colours, or
 *   an interval lacks an end or does not hold its value
 */
export function barChart<Row extends object>(rows: readonly Row[], options: BarOptions<Row>): Plot {
  const { axis, format = 0, order = "ranked", width = PLOT_WIDTH } = options;
  checkRows("barChart", rows);
  const { bars, series } = readBars(rows, options);
  const sorted =
    order === "given" ? bars : [...bars].sort((a, b) => (b.total ?? -Infinity) - (a.total ?? -Infinity) || 0);
  const say = typeof format === "function" ? format : (value: number) => formatNumber(value, format);
  const texts = sorted.map(({ total }) => (total === null ? "not stated" : say(total)));

  const labels = labelAxis(
    sorted.map(({ label }) => label),
    width,
  );
  const ends = sorted.map(({ total, high }) => Math.max(0, total ?? 0, high ?? 0));
  const least = Math.min(0, extent(sorted.map(({ total, low }) => Math.min(total ?? 0, low ?? 0)))[0]);
  const most = Math.max(extent(ends)[1], least === 0 ? 1e-9 : 0);
  const beside = extent(texts.map((text) => textWidth(text, FONT_SIZE)))[1] + 2 * GAP;
  const inside = Math.max(100, width - labels.width - 60);
  const perPixel = (most - least) / Math.max(60, inside - beside);
  const range = [least === 0 ? 0 : least * 1.05, most + beside * perPixel];

  const title = axisTitle(axis, inside);
  const legend = layLegend(series, inside);
  const data: Partial<Data>[] = series.map((name, i) => {
    const values = sorted.map(({ parts }) => parts.get(name) ?? null);
    return {
      type: "bar",
      orientation: "h",
      name: legend.names[i],
      y: labels.at,
      x: values,
      width: labels.at.map(() => BAR),
      marker: { color: COLOURS[i], line: { color: "#ffffff", width: series.length > 1 ? 1 : 0 } },
      customdata: sorted.map((bar, j) =>
        escapePlotly(`${bar.label}: ${values[j] === null ? "not stated" : say(values[j] ?? 0)}`),
      ),
      hovertemplate: "%{customdata}<extra>%{fullData.name}</extra>",
      ...intervalOf(sorted),
    } as Partial<Data>;
  });
  data.push({
    type: "scatter",
    mode: "text",
    x: ends.map((end) => end + GAP * perPixel),
    y: labels.at,
    text: texts.map(escapePlotly),
    textposition: "middle right",
    textfont: {
      size: FONT_SIZE,
      color: sorted.map(({ total }) => (total === null ? SOFT_INK : INK)) as unknown as string,
    },
    cliponaxis: false,
    hoverinfo: "skip",
    showlegend: false,
  } as Partial<Data>);

  return plot({
    ...options,
    data,
    layout: {
      xaxis: {
        title: { text: title.text },
        range,
        fixedrange: true,
        zeroline: true,
        ...linearTicks(range, inside),
      },
      yaxis: labels.axis,
      barmode: "stack",
      showlegend: series.length > 1,
      margin: { t: legend.height },
    },
    height: Math.ceil(titleHeight(options) + legend.height + labels.height + title.height),
    rows: sorted.flatMap((bar) => rowsOf(bar, options)),
  });
}

function readBars<Row extends object>(
  rows: readonly Row[],
  options: BarOptions<Row>,
): { bars: Bar[]; series: string[] } {
  const labels = readLabels(rows, options.label);
  const values = readNumbers(rows, options.value);
  const nothing = rows.map(() => null);
  const lows = options.low === undefined ? nothing : readNumbers(rows, options.low);
  const highs = options.high === undefined ? nothing : readNumbers(rows, options.high);
  const names = options.series === undefined ? rows.map(() => "") : readLabels(rows, options.series);
  const series = [...new Set(names)];
  if (series.length > COLOURS.length) {
    throw new RangeError(
      `barChart: series must be at most ${COLOURS.length}, found ${series.length}; join small ones as "other"`,
    );
  }
  if (series.length > 1 && (options.low !== undefined || options.high !== undefined)) {
    throw new RangeError(
      "barChart: stacked bars must come without intervals, found low or high; leave them out",
    );
  }

  if ((options.low === undefined) !== (options.high === undefined)) {
    const given = options.low === undefined ? "high" : "low";
    throw new RangeError(`barChart: low and high must both be named or neither, found only ${given}; name the other`);
  }

  const bars = new Map<string, Bar>();
  labels.forEach((label, i) => {
    const value = values[i] ?? null;
    const name = names[i] ?? "";
    const before = bars.get(label);
    if (before !== undefined && (options.series === undefined || before.parts.has(name))) {
      throw new RangeError(
        `barChart: label must be unique${name && " in a series"}, found "${label}" twice; sum the rows first`,
      );
    }
    checkInterval(label, value, lows[i] ?? null, highs[i] ?? null);
    const parts = new Map(before?.parts ?? []);
    if (value !== null) parts.set(name, value);
    const total = value === null ? (before?.total ?? null) : (before?.total ?? 0) + value;
    bars.set(label, { label, total, low: lows[i] ?? null, high: highs[i] ?? null, parts });
  });
  return { bars: [...bars.values()], series };
}

function checkInterval(label: string, value: number | null, low: number | null, high: number | null): void {
  if (low === null && high === null) return;
  if (value !== null && low !== null && high !== null && low <= value && value <= high) return;
  const say = (end: number | null) => (end === null ? "nothing" : String(end));
  throw new RangeError(
    `barChart: "${label}" must have both ends of an interval that holds its value, or neither, ` +
      `found ${say(value)} in ${say(low)} to ${say(high)}; check the columns`,
  );
}

/** What is drawn, a row a bar or a part of one. */
function rowsOf<Row>(
  { label, total, low, high, parts }: Bar,
  options: BarOptions<Row>,
): { [column: string]: CellValue }[] {
  if (options.series !== undefined) return [...parts].map(([series, value]) => ({ label, series, value }));
  return [options.low === undefined ? { label, value: total } : { label, value: total, low, high }];
}

function intervalOf(bars: readonly Bar[]): object {
  if (bars.every(({ low, high }) => low === null && high === null)) return {};
  return {
    error_x: {
      type: "data",
      symmetric: false,
      array: bars.map(({ total, high }) => (high ?? total ?? 0) - (total ?? 0)),
      arrayminus: bars.map(({ total, low }) => (total ?? 0) - (low ?? total ?? 0)),
      color: INK,
      thickness: 1.5,
      width: 4,
    },
  };
}
