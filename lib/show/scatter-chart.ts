import type { Data } from "plotly.js";

import { escapePlotly } from "./escape";
import { formatNumber } from "./format-number";
import { layLegend } from "./lay-legend";
import { placeLabels } from "./place-labels";
import { type Plot, PLOT_WIDTH, type PlotText, plot, titleHeight } from "./plot";
import { COLOURS, FONT_SIZE, INK, SYMBOLS } from "./plot-template";
import { type Column, checkRows, readLabels, readNumbers } from "./read-column";
import { textWidth } from "./text-width";
import { type Scale, valueAxis } from "./value-axis";

/** What a scatter chart shows of its rows. */
export interface ScatterOptions<Row> extends PlotText {
  readonly x: Column<Row, number | null>;
  readonly y: Column<Row, number | null>;
  /** Name of the point; the first rows' names are written beside their points where there is room. */
  readonly label: Column<Row, string>;
  /** A colour and a sign for each, at most five. */
  readonly series?: Column<Row, string>;
  /** What the two axes measure, with units. */
  readonly xAxis: string;
  readonly yAxis: string;
  readonly xScale?: Scale;
  readonly yScale?: Scale;
  /** Decimals of the numbers that appear on pointing; whole numbers by default. */
  readonly digits?: number;
}

const HEIGHT = 360;
const LEFT = 80;
const RADIUS = 5;

/**
 * Show two values a row as a point, with the point's name beside it.
 *
 * Names are written in the order of the rows as long as none covers another name or point; all of them appear
 * on pointing and in the CSV. A row with a value that is not stated has no point.
 *
 * @throws TypeError if a value is not a number or null
 * @throws RangeError if there is no row, no row states both values, or there are more series than colours
 */
export function scatterChart<Row extends object>(rows: readonly Row[], options: ScatterOptions<Row>): Plot {
  const { xScale = "linear", yScale = "linear", digits = 0, width = PLOT_WIDTH } = options;
  checkRows("scatterChart", rows);
  const [xs, ys] = [readNumbers(rows, options.x), readNumbers(rows, options.y)];
  const labels = readLabels(rows, options.label);
  const names = options.series === undefined ? rows.map(() => "") : readLabels(rows, options.series);
  const series = [...new Set(names)];
  if (series.length > COLOURS.length) {
    throw new RangeError(
      `scatterChart: series must be at most ${COLOURS.length}, found ${series.length}; join small ones as "other"`,
    );
  }
  const points = rows.flatMap((_, i) => {
    const [x, y] = [xs[i] ?? null, ys[i] ?? null];
    return x === null || y === null ? [] : [{ x, y, label: labels[i] ?? "", series: names[i] ?? "" }];
  });

  const length = width - LEFT - 24;
  const room = { before: 24, after: 24 };
  const across = valueAxis(
    points.map(({ x }) => x),
    { scale: xScale, title: options.xAxis, length, ...room },
  );
  const up = valueAxis(
    points.map(({ y }) => y),
    { scale: yScale, title: options.yAxis, length: HEIGHT, isVertical: true, ...room },
  );
  const [left, bottom] = [across.axis.range?.[0] as number, up.axis.range?.[0] as number];
  const sides = placeLabels(
    points.map(({ x, y, label }) => ({
      x: (across.place(x) - left) / across.perPixel,
      y: HEIGHT - (up.place(y) - bottom) / up.perPixel,
      width: textWidth(label, FONT_SIZE),
    })),
    { width: length, height: HEIGHT },
    { line: 17, radius: RADIUS },
  );

  const legend = layLegend(series, length);
  const data = series.map((name, i) => {
    const own = points
      .map((point, j) => ({ ...point, side: sides[j] ?? null }))
      .filter((point) => point.series === name);
    return {
      type: "scatter",
      mode: "markers+text",
      name: legend.names[i],
      x: own.map(({ x }) => across.place(x)),
      y: own.map(({ y }) => up.place(y)),
      text: own.map(({ label, side }) => (side === null ? "" : escapePlotly(label))),
      textposition: own.map(({ side }) => side ?? "middle right"),
      textfont: { size: FONT_SIZE, color: INK },
      marker: {
        size: 2 * RADIUS,
        color: COLOURS[i],
        symbol: SYMBOLS[i],
        line: { color: "#ffffff", width: 1 },
      },
      customdata: own.map(({ label, x, y }) =>
        escapePlotly(`${label}: ${formatNumber(x, digits)}; ${formatNumber(y, digits)}`),
      ),
      hovertemplate: "%{customdata}<extra>%{fullData.name}</extra>",
      cliponaxis: false,
    };
  }) as unknown as Partial<Data>[];

  return plot({
    ...options,
    data,
    layout: {
      xaxis: across.axis,
      yaxis: up.axis,
      showlegend: series.length > 1,
      margin: { t: legend.height },
    },
    height: Math.ceil(titleHeight(options) + legend.height + HEIGHT + across.height),
    rows: labels.map((label, i) => {
      return {
        label,
        ...(options.series === undefined ? {} : { series: names[i] ?? "" }),
        x: xs[i] ?? null,
        y: ys[i] ?? null,
      };
    }),
  });
}
