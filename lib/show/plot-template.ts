import type { Layout } from "plotly.js";

/** Letters of figures; their widths are those of letter-widths.ts wherever one of these fonts is present. */
export const FONT_FAMILY = "Arial, Liberation Sans, Helvetica, sans-serif";
export const FONT_SIZE = 14;
export const TITLE_SIZE = 17;

/**
 * Near black on white: figures bring their own white paper, so that they read on a dark page and in print.
 */
export const INK = "#1a1a1a";
/** Secondary text; contrast 7 to 1 on white. */
export const SOFT_INK = "#555555";
export const PAPER = "#ffffff";
export const GRID = "#e3e3e3";
/** Shade of a window in time. */
export const SHADE = "#f0e9d8";

/**
 * Colours that readers with any kind of colour vision tell apart, each at least 3 to 1 on white.
 *
 * The first two and the third are blue, vermilion and bluish green of Okabe and Ito's palette; its lighter
 * colours are replaced by purple and grey of the same order of darkness. More series than these belong in
 * separate figures.
 *
 * @see Okabe, M. and Ito, K. (2008). Color Universal Design.
 */
export const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#aa4499", "#6f6f6f"] as const;

/** Signs for points, so that series differ by shape too. */
export const SYMBOLS = ["circle", "diamond", "square", "triangle-up", "x"] as const;

const AXIS = {
  automargin: true,
  gridcolor: GRID,
  linecolor: "#8a8a8a",
  zerolinecolor: "#8a8a8a",
  zerolinewidth: 1,
  tickcolor: "#8a8a8a",
  title: { standoff: 10, font: { size: FONT_SIZE, color: SOFT_INK } },
  ticklabelstandoff: 4,
  exponentformat: "none",
} as const;

/** The look of every figure of the project. */
export const PLOT_TEMPLATE = {
  layout: {
    font: { family: FONT_FAMILY, size: FONT_SIZE, color: INK },
    paper_bgcolor: PAPER,
    plot_bgcolor: PAPER,
    colorway: [...COLOURS],
    separators: ".,",
    showlegend: false,
    hovermode: "closest",
    xaxis: AXIS,
    yaxis: AXIS,
    bargap: 0.3,
    legend: { orientation: "h", x: 0, xanchor: "left", y: 1, yanchor: "bottom", traceorder: "normal" },
  } satisfies Partial<Layout>,
} as const;
