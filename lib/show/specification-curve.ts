import type { Data, Layout } from "plotly.js";

import type { Multiverse, Specification } from "../measure/multiverse";
import { escapePlotly } from "./escape";
import { formatNumber } from "./format-number";
import { labelAxis } from "./label-axis";
import { layLegend } from "./lay-legend";
import { type Plot, PLOT_WIDTH, type PlotText, plot, titleHeight } from "./plot";
import { COLOURS, INK, SYMBOLS } from "./plot-template";
import { type Scale, valueAxis } from "./value-axis";

/** What a specification curve shows of a multiverse. */
export interface SpecificationCurveOptions extends PlotText {
  /** What the values are, such as "rate ratio, crisis against quiet weeks". */
  readonly axis: string;
  /** Value of no effect, drawn as a line. */
  readonly reference?: number;
  readonly scale?: Scale;
  /** Decimals of the values on pointing and in the CSV; 2 by default. */
  readonly digits?: number;
}

const CURVE = 200;
const GAP = 18;
/** Half the height of a mark in the lower panel, pixels. */
const TICK = 7;
const OUTCOMES = ["the claim holds", "it does not"] as const;

/**
 * Show a claim under every specification: values in order above, the options behind each value below.
 *
 * @returns the figure; a sentence where no specification could be computed
 * @see Simonsohn, U., Simmons, J. P. and Nelson, L. D. (2020). Specification curve analysis. Nature Human Behaviour 4.
 */
export function specificationCurve(found: Multiverse, options: SpecificationCurveOptions): Plot | string {
  const { scale = "linear", digits = 2, width = PLOT_WIDTH } = options;
  const shown = found.specifications
    .filter((one): one is Specification & { value: number } => one.value !== null)
    .sort((a, b) => a.value - b.value);
  if (shown.length === 0) {
    return `None of ${found.specifications.length} specifications has enough texts to be computed.`;
  }
  // A choice with one option divides nothing.
  const rows = found.options.filter(({ choice }) => (found.choices[choice] ?? []).length > 1);
  const side = labelAxis(
    rows.map(({ choice, option }) => `${choice}: ${option}`),
    width,
  );
  const up = valueAxis(
    [...shown.map(({ value }) => value), ...(options.reference === undefined ? [] : [options.reference])],
    { scale, title: options.axis, length: CURVE, before: 8, after: 8, isVertical: true },
  );
  const legend = layLegend(OUTCOMES, width - side.width - 60);
  const body = CURVE + GAP + side.height;

  const curve = [0, 1].map((i) => {
    const own = shown.map((one, rank) => ({ ...one, rank })).filter(({ holds }) => (holds === true) === (i === 0));
    return {
      type: "scatter",
      mode: "markers",
      name: legend.names[i],
      x: own.map(({ rank }) => rank + 1),
      y: own.map(({ value }) => up.place(value)),
      marker: { size: 6, color: COLOURS[i], symbol: SYMBOLS[i] },
      customdata: own.map(({ value, path }) => escapePlotly(`${formatNumber(value, digits)}: ${sayPath(path)}`)),
      hovertemplate: "%{customdata}<extra></extra>",
      showlegend: true,
    };
  });
  const marks = [0, 1].map((i) => {
    const own = rows.flatMap(({ choice, option }, row) =>
      shown.flatMap(({ path, holds }, rank) =>
        path[choice] === option && (holds === true) === (i === 0) ? [{ x: rank + 1, y: side.at[row] ?? 0 }] : [],
      ),
    );
    return {
      type: "scatter",
      mode: "lines",
      x: own.flatMap(({ x }) => [x, x, null]),
      y: own.flatMap(({ y }) => [y - TICK, y + TICK, null]),
      yaxis: "y2",
      line: { color: COLOURS[i], width: Math.min(3, Math.max(1, 300 / shown.length)) },
      hoverinfo: "skip",
      showlegend: false,
    };
  });
  const layout = {
    xaxis: {
      title: { text: `${formatNumber(shown.length, 0)} specifications in order of their value` },
      range: [0, shown.length + 1],
      anchor: "y2",
      showgrid: false,
      zeroline: false,
      fixedrange: true,
    },
    yaxis: { ...up.axis, domain: [(body - CURVE) / body, 1] },
    yaxis2: { ...side.axis, domain: [0, side.height / body] },
    shapes:
      options.reference === undefined
        ? []
        : [
            {
              type: "line",
              xref: "paper",
              yref: "y",
              x0: 0,
              x1: 1,
              y0: up.place(options.reference),
              y1: up.place(options.reference),
              line: { color: INK, width: 1, dash: "dot" },
              layer: "below",
            },
          ],
    showlegend: true,
    margin: { t: legend.height },
  } as unknown as Partial<Layout>;

  return plot({
    ...options,
    data: [...curve, ...marks] as unknown as Partial<Data>[],
    layout,
    height: Math.ceil(titleHeight(options) + legend.height + body + 66),
    rows: found.specifications.map(({ path, value, holds }) => ({
      ...path,
      value,
      holds: holds === null ? "" : holds ? "yes" : "no",
    })),
  });
}

function sayPath(path: Specification["path"]): string {
  return Object.entries(path)
    .map(([choice, option]) => `${choice} ${option}`)
    .join("; ");
}
