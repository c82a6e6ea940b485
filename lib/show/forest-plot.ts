import type { Data } from "plotly.js";

import { escapePlotly } from "./escape";
import { extent } from "./extent";
import { formatNumber } from "./format-number";
import { labelAxis } from "./label-axis";
import { type Plot, PLOT_WIDTH, type PlotText, plot, titleHeight } from "./plot";
import { COLOURS, FONT_SIZE, INK } from "./plot-template";
import { type Column, checkRows, readLabels, readNumbers } from "./read-column";
import { textWidth } from "./text-width";
import { type Scale, valueAxis } from "./value-axis";

/** What a forest plot shows of its rows. */
export interface ForestOptions<Row> extends PlotText {
  readonly label: Column<Row, string>;
  /** The estimate, and the ends of its interval; all three are null where nothing could be estimated. */
  readonly estimate: Column<Row, number | null>;
  readonly low: Column<Row, number | null>;
  readonly high: Column<Row, number | null>;
  /** What is estimated and what the interval is, such as "Rate ratio with 95% interval". */
  readonly axis: string;
  /** The value of no difference: 1 for ratios, 0 for differences. */
  readonly reference?: number;
  /** "log" by default, on which a doubling and a halving are as long; "linear" for differences. */
  readonly scale?: Scale;
  /** Decimals of the numbers; 2 by default. */
  readonly digits?: number;
}

/**
 * Show estimates with their intervals, a row each, against the value of no difference.
 *
 * @throws TypeError if a value is not a number or null
 * @throws RangeError if there is no row, an estimate lies outside its interval, or a value is below 0 on a
 *   logarithmic axis
 */
export function forestPlot<Row extends object>(rows: readonly Row[], options: ForestOptions<Row>): Plot {
  const { scale = "log", reference = scale === "log" ? 1 : 0, digits = 2, width = PLOT_WIDTH } = options;
  checkRows("forestPlot", rows);
  const labels = readLabels(rows, options.label);
  const [estimates, lows, highs] = [options.estimate, options.low, options.high].map((column) =>
    readNumbers(rows, column),
  ) as [(number | null)[], (number | null)[], (number | null)[]];
  const texts = estimates.map((estimate, i) => {
    const [low, high] = [lows[i] ?? null, highs[i] ?? null];
    if (estimate === null || low === null || high === null) return ["not estimated"];
    if (!(low <= estimate && estimate <= high)) {
      throw new RangeError(
        `forestPlot: "${labels[i]}" must lie within its interval, found ${estimate} in ${low} to ${high}; ` +
          "check the columns",
      );
    }
    return [formatNumber(estimate, digits), `[${formatNumber(low, digits)}, ${formatNumber(high, digits)}]`];
  });

  // Estimate and interval stand on one line where there is room for it.
  const widest = (lines: readonly string[]) =>
    Math.ceil(extent(lines.map((line) => textWidth(line, FONT_SIZE)))[1]);
  const isNarrow = widest(texts.map((parts) => parts.join(" "))) > width / 3;
  const shown = texts.map((parts) => (isNarrow ? parts : [parts.join(" ")]));
  const side = labelAxis(labels, width, isNarrow ? 2 : 1);
  const right = widest(shown.flat()) + 24;
  const stated = [...estimates, ...lows, ...highs].filter((value): value is number => value !== null);
  const { place, axis, height } = valueAxis([reference, ...stated], {
    scale,
    title: options.axis,
    length: width - side.width - right - 40,
    before: 12,
    after: 12,
  });
  const at = (value: number | null | undefined) =>
    value === null || value === undefined ? null : place(value);
  const data = [
    {
      type: "scatter",
      mode: "lines",
      x: rows.flatMap((_, i) => [at(lows[i]), at(highs[i]), null]),
      y: side.at.flatMap((y) => [y, y, null]),
      line: { color: COLOURS[0], width: 2.5 },
      hoverinfo: "skip",
    },
    {
      type: "scatter",
      mode: "markers",
      x: estimates.map(at),
      y: side.at,
      marker: { size: 10, color: COLOURS[0], symbol: "square" },
      customdata: labels.map((label, i) => escapePlotly(`${label}: ${texts[i]?.join(" ")}`)),
      hovertemplate: "%{customdata}<extra></extra>",
      cliponaxis: false,
    },
  ] as Partial<Data>[];

  return plot({
    ...options,
    data,
    layout: {
      xaxis: axis,
      yaxis: side.axis,
      shapes: [
        {
          type: "line",
          xref: "x",
          yref: "paper",
          x0: place(reference),
          x1: place(reference),
          y0: 0,
          y1: 1,
          line: { color: INK, width: 1, dash: "dot" },
          layer: "below",
        },
      ],
      annotations: shown.map((parts, i) => ({
        xref: "paper",
        yref: "y",
        x: 1,
        y: side.at[i] ?? 0,
        xanchor: "left",
        xshift: 8,
        align: "left",
        showarrow: false,
        text: parts.map(escapePlotly).join("<br>"),
      })),
      margin: { r: right },
    },
    height: Math.ceil(titleHeight(options) + side.height + height),
    rows: labels.map((label, i) => ({
      label,
      estimate: estimates[i] ?? null,
      low: lows[i] ?? null,
      high: highs[i] ?? null,
    })),
  });
}
