import type { Data } from "plotly.js";

import { escapePlotly } from "./escape";
import { extent } from "./extent";
import { formatNumber } from "./format-number";
import { labelAxis } from "./label-axis";
import { layLegend } from "./lay-legend";
import { type Plot, PLOT_WIDTH, type PlotText, plot, titleHeight } from "./plot";
import { COLOURS, FONT_SIZE, INK, SYMBOLS } from "./plot-template";
import { type Column, checkRows, readLabels, readNumbers } from "./read-column";
import { textWidth } from "./text-width";
import { type Scale, valueAxis } from "./value-axis";

/** What a dumbbell chart shows of its rows. */
export interface DumbbellOptions<Row> extends PlotText {
  /** Name of the row. */
  readonly label: Column<Row, string>;
  /** The two values that a line joins; null where one is not stated. */
  readonly from: Column<Row, number | null>;
  readonly to: Column<Row, number | null>;
  /** What the two values are; stands in the legend and in the CSV. */
  readonly names: readonly [from: string, to: string];
  /** What is measured, with its unit; stands under the axis. */
  readonly axis: string;
  /** "log" for values of different orders; 0 has its place there too. */
  readonly scale?: Scale;
  /** Decimals of the numbers beside the points, or a function; whole numbers by default. */
  readonly format?: number | ((value: number) => string);
}

type Ends = readonly [from: readonly (number | null)[], to: readonly (number | null)[]];

/** Pixels between a point and its number. */
const GAP = 12;

/**
 * Show two values a row as two points joined by a line: how far apart they are, and which is greater.
 *
 * Rows keep their order. The numbers stand at the outer sides of the two points.
 *
 * @throws TypeError if a label is not text or a value not a number or null
 * @throws RangeError if there is no row, no value is stated, or one is below 0 on a logarithmic axis
 */
export function dumbbellChart<Row extends object>(rows: readonly Row[], options: DumbbellOptions<Row>): Plot {
  const { names, scale = "linear", format = 0, width = PLOT_WIDTH } = options;
  checkRows("dumbbellChart", rows);
  const labels = readLabels(rows, options.label);
  const values = [readNumbers(rows, options.from), readNumbers(rows, options.to)] as const;
  const say = typeof format === "function" ? format : (value: number) => formatNumber(value, format);

  const side = labelAxis(labels, width);
  const stated = values.flat().filter((value): value is number => value !== null);
  const texts = ([0, 1] as const).map((end) => textsOf(end, values, names, say)) as [string[], string[]];
  const room = (text: string) => 2 * GAP + textWidth(text, FONT_SIZE);
  const length = width - side.width - 50;
  const { place, perPixel, axis, height } = valueAxis(stated, {
    scale,
    title: options.axis,
    length,
    before: Math.max(0, extent(stated.map((value) => room(say(value))))[1]),
    after: texts.flatMap((own, end) =>
      own.map((text, i) => ({ value: values[end as 0 | 1][i] ?? null, width: room(text) })).filter(isStated),
    ),
  });
  const legend = layLegend(names, length);

  const at = (end: 0 | 1) => values[end].map((value) => (value === null ? null : place(value)));
  const line = {
    x: rows.flatMap((_, i) => [at(0)[i], at(1)[i], null]),
    y: side.at.flatMap((y) => [y, y, null]),
  };
  const data = [
    {
      type: "scatter",
      mode: "lines",
      ...line,
      line: { color: "#9a9a9a", width: 3 },
      hoverinfo: "skip",
      showlegend: false,
    },
    // The second series is larger and lies below, so that two equal values both stay in sight.
    ...([1, 0] as const).map((end) => ({
      type: "scatter",
      mode: "markers",
      legendrank: end,
      name: legend.names[end],
      x: at(end),
      y: side.at,
      marker: {
        size: end === 0 ? 10 : 14,
        color: COLOURS[end],
        symbol: SYMBOLS[end],
        line: { color: "#ffffff", width: 1 },
      },
      customdata: labels.map((label, i) => escapePlotly(`${label}: ${say(values[end][i] ?? 0)}`)),
      hovertemplate: "%{customdata}<extra>%{fullData.name}</extra>",
      cliponaxis: false,
    })),
    ...([0, 1] as const).map((end) => numbersBeside(end, values, texts[end], side.at, place, GAP * perPixel)),
  ] as Partial<Data>[];

  return plot({
    ...options,
    data,
    layout: { xaxis: axis, yaxis: side.axis, showlegend: true, margin: { t: legend.height } },
    height: Math.ceil(titleHeight(options) + legend.height + side.height + height),
    rows: labels.map((label, i) => ({
      label,
      [names[0]]: values[0][i] ?? null,
      [names[1]]: values[1][i] ?? null,
    })),
  });
}

function isStated(text: { value: number | null; width: number }): text is { value: number; width: number } {
  return text.value !== null;
}

/** What stands beside the points of one end; a point that stands alone also says which value is missing. */
function textsOf(
  end: 0 | 1,
  values: Ends,
  names: readonly [string, string],
  say: (value: number) => string,
): string[] {
  const other = end === 0 ? 1 : 0;
  return values[end].map((value, i) => {
    if (value === null) return "";
    return (values[other][i] ?? null) === null ? `${say(value)} (${names[other]}: not stated)` : say(value);
  });
}

/**
 * The numbers of one end: left of the lesser value, right of the greater; a value that stands alone has it
 * right.
 */
function numbersBeside(
  end: 0 | 1,
  values: Ends,
  texts: readonly string[],
  y: readonly number[],
  place: (value: number) => number,
  gap: number,
): object {
  const isLess = values[end].map((value, i) => {
    const other = values[end === 0 ? 1 : 0][i] ?? null;
    return value !== null && other !== null && (value < other || (value === other && end === 0));
  });
  return {
    type: "scatter",
    mode: "text",
    x: values[end].map((value, i) => (value === null ? null : place(value) + (isLess[i] ? -gap : gap))),
    y,
    text: texts.map(escapePlotly),
    textposition: isLess.map((less) => (less ? "middle left" : "middle right")),
    textfont: { size: FONT_SIZE, color: INK },
    cliponaxis: false,
    hoverinfo: "skip",
    showlegend: false,
  };
}
