import type { Config, Data, Layout } from "plotly.js";

import { escapePlotly, revealUnseen } from "./escape";
import { type MimeBundle, PLOTLY_MIME, TABLE_MIME, consoleDisplay, jupyterDisplay } from "./mime-bundle";
import { columnType } from "./format-cell";
import { requestPicture } from "./request-picture";
import { tableRecord } from "./table-record";
import { FONT_SIZE, INK, PLOT_TEMPLATE, SOFT_INK, TITLE_SIZE } from "./plot-template";
import { wrapText } from "./text-width";
import { type CellValue, toCsv } from "./to-csv";
import type { CorpusKind } from "./verdict-of";

/** What every figure says about itself. */
export interface PlotText {
  /** What the figure shows, plain text; long titles are broken into lines. */
  readonly title: string;
  /** A second line: unit and denominator. */
  readonly subtitle?: string;
  /** What a reader would see, for those who do not see it: shape and main values, a sentence or two. */
  readonly alt: string;
  /**
   * "teaching" adds "teaching corpus" to the title, so that no picture of planted effects travels without
   * saying so.
   */
  readonly corpus?: CorpusKind;
  /** Width of the static picture in pixels, 320 to 1600. */
  readonly width?: number;
}

/** A figure for plotly.js, with its words. */
export interface PlotOptions extends PlotText {
  /** Traces. Text in them is read as plotly's markup: pass data through `escapePlotly`. */
  readonly data: readonly Partial<Data>[];
  readonly layout?: Partial<Layout>;
  /** Height of the picture in pixels, title included. */
  readonly height?: number;
  /** The numbers behind the figure, for `toCSV`; the traces' x and y, by default. */
  readonly rows?: readonly { readonly [column: string]: CellValue }[];
}

/** A figure that shows itself in a notebook. */
export interface Plot {
  /** The figure as plotly.js takes it, plain JSON. */
  readonly figure: { readonly data: readonly Partial<Data>[]; readonly layout: Partial<Layout> };
  /** The numbers behind the figure. */
  toCSV(): string;
  /** The static picture: one element, the same bytes every time. */
  toSVG(): Promise<string>;
  /** The title and the alternative text. */
  toString(): string;
  [jupyterDisplay](): Promise<MimeBundle>;
}

/**
 * Width of the static picture: read in full on a notebook's page, and still legible when a phone shrinks it
 * by half.
 */
export const PLOT_WIDTH = 680;
const PLOT_HEIGHT = 400;
/** Traces that need WebGL, or fetch maps from a server: their static picture would be empty. */
const UNDRAWABLE =
  /gl$|3d$|^(surface|cone|streamtube|isosurface|volume|splom|parcoords|choropleth.*|(scatter|density)(map|mapbox|geo))$/;
const CONFIG: Partial<Config> = { responsive: true, displaylogo: false };
const MARGIN = 12;

/**
 * Show a figure: interactive where there is plotly.js, a static picture elsewhere, and a line of text for a
 * terminal.
 *
 * The project's template gives fonts, colours and axes; `layout` may overrule it. Nothing of plotly.js is
 * loaded into the caller's process until a picture is asked for, and then in a thread of its own.
 *
 * @throws RangeError if `title` or `alt` is empty, if there is no trace or one that cannot be drawn here, or
 *   a size is out of range
 */
export function plot({ data, layout = {}, rows, height = PLOT_HEIGHT, ...text }: PlotOptions): Plot {
  const { alt, width = PLOT_WIDTH } = text;
  for (const name of ["title", "alt"] as const) {
    if (typeof text[name] !== "string" || text[name].trim() === "") {
      throw new RangeError(
        `plot: ${name} must be text, found ${JSON.stringify(text[name]) ?? "none"}; say what the figure shows`,
      );
    }
  }
  if (data.length === 0)
    throw new RangeError(`plot: "${text.title}" must have at least one trace, found none; pass data`);
  for (const { type = "scatter" } of data) {
    if (UNDRAWABLE.test(type)) {
      throw new RangeError(
        `plot: trace must be of a type drawn without graphics hardware and network, found "${type}"; choose another`,
      );
    }
  }
  checkSize("width", width, 320);
  checkSize("height", height, 100);

  const title = revealUnseen(fullTitle(text));
  const description = revealUnseen(alt);
  const whole = { ...layout, ...titleLayout(text, width, layout.margin), template: PLOT_TEMPLATE, height };
  const figure = toPlain({ data, layout: whole as unknown as Partial<Layout> });
  const toString = () => `${title}. ${description}`;
  const toSVG = () =>
    requestPicture({ data: figure.data, layout: { ...figure.layout, width }, title, alt: description });
  const numbers = rows === undefined ? traceCells(data) : rowCells(rows);
  return {
    figure,
    toCSV: () => toCsv(numbers.header, numbers.cells),
    toSVG,
    toString,
    [jupyterDisplay]: async () => ({
      [PLOTLY_MIME]: { ...figure, config: CONFIG },
      "image/svg+xml": await toSVG(),
      "text/plain": toString(),
      [TABLE_MIME]: tableRecord(
        numbers.header.map((name, i) => ({ name, type: columnType(numbers.cells.map((row) => row[i])) })),
        numbers.cells,
      ),
    }),
    [consoleDisplay]: toString,
  } as Plot;
}

/** How many pixels the title takes at the top of a figure, margins included. */
export function titleHeight(text: PlotText): number {
  return layTitle(text, text.width ?? PLOT_WIDTH).height;
}

function fullTitle({ title, corpus }: PlotText): string {
  return corpus === "teaching" ? `${title} (teaching corpus)` : title;
}

function layTitle(text: PlotText, width: number) {
  const title = wrapText(revealUnseen(fullTitle(text)), TITLE_SIZE, width - 2 * MARGIN, true);
  const subtitle = wrapText(revealUnseen(text.subtitle ?? ""), FONT_SIZE, width - 2 * MARGIN);
  return {
    title,
    subtitle,
    height: MARGIN + 1.3 * (title.length * TITLE_SIZE + subtitle.length * FONT_SIZE) + MARGIN,
  };
}

function titleLayout(text: PlotText, width: number, margin: Partial<Layout["margin"]> = {}): Partial<Layout> {
  const { title, subtitle, height } = layTitle(text, width);
  const small = (line: string) =>
    `<span style="font-size:${FONT_SIZE}px;color:${SOFT_INK}">${escapePlotly(line)}</span>`;
  const lines = [...title.map((line) => `<b>${escapePlotly(line)}</b>`), ...subtitle.map(small)];
  return {
    title: {
      text: lines.join("<br>"),
      font: { size: TITLE_SIZE, color: INK },
      x: 0,
      xref: "container",
      xanchor: "left",
      y: 1,
      yref: "container",
      yanchor: "top",
      // plotly sets a title of one line below its place, and the first of several lines on it.
      pad: { l: MARGIN, t: lines.length > 1 ? MARGIN + 0.75 * TITLE_SIZE : MARGIN, r: 0, b: 0 },
    },
    margin: { l: MARGIN, r: 2 * MARGIN, b: MARGIN, ...margin, t: Math.ceil(height) + (margin.t ?? 0) },
  };
}

/** Copy a figure as plain JSON: what is shown stays what it was, whatever the caller does to its arrays. */
function toPlain<Value>(value: Value): Value {
  const plain = (_: string, part: unknown) =>
    ArrayBuffer.isView(part) ? [...(part as unknown as Iterable<number>)] : part;
  return JSON.parse(JSON.stringify(value, plain)) as Value;
}

function checkSize(name: string, size: number, least: number): void {
  if (Number.isFinite(size) && size >= least && size <= 4000) return;
  throw new RangeError(`plot: ${name} must be from ${least} to 4000 pixels, found ${size}; choose another`);
}

/** The numbers behind a figure, as a table. */
interface Numbers {
  readonly header: readonly string[];
  readonly cells: readonly (readonly CellValue[])[];
}

function rowCells(rows: NonNullable<PlotOptions["rows"]>): Numbers {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { header, cells: rows.map((row) => header.map((name) => row[name] ?? null)) };
}

function traceCells(data: readonly Partial<Data>[]): Numbers {
  const cells = data.flatMap((trace) => {
    const {
      name = "",
      x = [],
      y = [],
    } = trace as { name?: string; x?: readonly CellValue[]; y?: readonly CellValue[] };
    return Array.from({ length: Math.max(x.length, y.length) }, (_, i) => [name, x[i] ?? null, y[i] ?? null]);
  });
  return { header: ["series", "x", "y"], cells };
}
