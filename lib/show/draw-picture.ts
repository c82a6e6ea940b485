import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { Script } from "node:vm";

import { JSDOM, VirtualConsole } from "jsdom";

import type { Figure } from "./figure";
import { holdWidths } from "./hold-widths";
import { type SvgNode, svgBounds } from "./svg-bounds";
import { tidySvg } from "./tidy-svg";

/** The part of plotly.js that is used here. */
interface Plotly {
  newPlot(place: object, data: unknown, layout: unknown, config: unknown): Promise<unknown>;
  purge(place: object): void;
  readonly Snapshot: { toSVG(place: object, format: "svg", scale: number): string };
}

interface Studio {
  readonly document: Document;
  readonly plotly: Plotly;
}

let studio: Studio | undefined;

/**
 * Draw a figure as an SVG picture without a browser.
 *
 * plotly.js is a browser's library, so it gets a page of its own (jsdom) with its own globals; nothing of it
 * reaches the caller's. The page is made at the first call and kept. Text is measured with our own table of
 * letters.
 *
 * @returns the same bytes for the same figure on every machine
 * @throws Error with plotly's message when the figure cannot be drawn
 */
export function drawPicture({ data, layout, title, alt }: Figure): string {
  studio ??= openStudio();
  const { document, plotly } = studio;
  const place = document.createElement("div");
  document.body.append(place);
  try {
    // Drawing is done when newPlot returns; its promise is for fonts, images and formulas, of which there are
    // none.
    plotly
      .newPlot(place, structuredClone(data), structuredClone(layout), { staticPlot: true })
      .catch(() => undefined);
    for (const text of place.querySelectorAll("text")) settleLines(text);
    return tidySvg(plotly.Snapshot.toSVG(place, "svg", 1), { title, alt });
  } catch (error) {
    studio = undefined;
    throw new Error(
      `drawPicture: plotly must be able to draw "${title}", found ${String(error)}; check data and layout`,
    );
  } finally {
    plotly.purge(place);
    place.remove();
  }
}

function openStudio(): Studio {
  const page = new JSDOM("<!doctype html><body></body>", {
    runScripts: "outside-only",
    pretendToBeVisual: true,
    virtualConsole: new VirtualConsole(),
  });
  const { window } = page;
  window.URL.createObjectURL = () => "";
  window.HTMLCanvasElement.prototype.getContext = () => null;
  // plotly asks for what it set itself; looking through its style sheet for every element takes a third of
  // the time.
  window.getComputedStyle = (element) => (element as HTMLElement).style;
  const measured = window.SVGElement.prototype as unknown as { [method: string]: (this: SvgNode) => object };
  measured["getBBox"] = function () {
    return toRect(this, "own");
  };
  measured["getBoundingClientRect"] = function () {
    return toRect(this, "picture");
  };

  const file = createRequire(resolve("package.json")).resolve("plotly.js-dist-min");
  new Script(readFileSync(file, "utf8"), { filename: file }).runInContext(page.getInternalVMContext());
  return { document: window.document, plotly: (window as unknown as { Plotly: Plotly }).Plotly };
}

function toRect(node: SvgNode, space: "own" | "picture"): object {
  const { left, top, right, bottom } = svgBounds(node, space) ?? { left: 0, top: 0, right: 0, bottom: 0 };
  return { x: left, y: top, left, top, right, bottom, width: right - left, height: bottom - top };
}

/**
 * Give each line of a text its own height on the page, and its width.
 *
 * plotly moves texts and lines by shares of the font size. In a browser the share of a line takes the place
 * of that of its text; other programs that show SVG add them up.
 */
function settleLines(text: SVGTextElement): void {
  const fontSize = Number.parseFloat(text.style.fontSize);
  const lines = [...text.querySelectorAll("tspan.line")];
  for (const element of lines.length === 0 ? [text] : lines) {
    const y = Number(element.getAttribute("y") ?? text.getAttribute("y"));
    element.setAttribute("y", String(y + Number.parseFloat(element.getAttribute("dy") ?? "0") * fontSize));
    element.removeAttribute("dy");
  }
  text.removeAttribute("dy");
  holdWidths(text, lines);
}
