import { textWidth } from "./text-width";

/** A rectangle in pixels. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What this module needs of an element; jsdom's elements have it. */
export interface SvgNode {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly children: Iterable<SvgNode>;
  readonly parentElement: SvgNode | null;
  getAttribute(name: string): string | null;
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
const SAME: Matrix = [1, 0, 0, 1, 0, 0];

/** Height of a line and of its part above the base line, as shares of the font size, in Liberation Sans. */
const HEIGHT = 1.15;
const ASCENT = 0.905;

/**
 * Find the rectangle that the text in an SVG element takes.
 *
 * A page without a browser has no layout, and plotly needs to know how wide its labels are to leave room for
 * them. Only text counts: the shapes of a figure stand inside its axes, whose place plotly knows.
 *
 * @param node  a text element or one that holds some
 * @param space "own" for coordinates before the element's own transform, as getBBox gives; "picture" for
 *   those of the whole picture, as getBoundingClientRect gives
 * @returns null when there is no text
 */
export function svgBounds(node: SvgNode, space: "own" | "picture"): Bounds | null {
  const inside = boundsInside(node);
  if (inside === null || space === "own") return inside;
  let bounds = inside;
  for (let at: SvgNode | null = node; at !== null; at = at.parentElement) {
    bounds = moveBounds(bounds, readTransform(at.getAttribute("transform")));
  }
  return bounds;
}

function boundsInside(node: SvgNode): Bounds | null {
  if (node.tagName === "text") return textBounds(node);
  if (/^(defs|clipPath|title|desc)$/.test(node.tagName)) return null;
  let union: Bounds | null = null;
  for (const child of node.children) {
    const own = boundsInside(child);
    if (own === null) continue;
    const moved = moveBounds(own, readTransform(child.getAttribute("transform")));
    union =
      union === null
        ? moved
        : {
            left: Math.min(union.left, moved.left),
            top: Math.min(union.top, moved.top),
            right: Math.max(union.right, moved.right),
            bottom: Math.max(union.bottom, moved.bottom),
          };
  }
  return union;
}

function textBounds(node: SvgNode): Bounds | null {
  if ((node.textContent ?? "") === "") return null;
  const fontSize = Number(styleOf(node, "font-size")?.replace("px", "") ?? 12);
  const bold = /bold|[6-9]00/.test(styleOf(node, "font-weight") ?? "");
  const spans = [...node.children].filter((child) => child.getAttribute("x") !== null);
  const lines = (spans.length === 0 ? [node] : spans).map((line) => ({
    width: textWidth(line.textContent ?? "", fontSize, bold),
    base: Number(line.getAttribute("y") ?? node.getAttribute("y") ?? 0) + emsOf(line) * fontSize,
  }));
  const width = Math.max(...lines.map((line) => line.width));
  const bases = lines.map(({ base }) => base);

  const anchor = styleOf(node, "text-anchor") ?? node.getAttribute("text-anchor");
  const left =
    Number(node.getAttribute("x") ?? 0) - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  const top = Math.min(...bases) - ASCENT * fontSize;
  return { left, top, right: left + width, bottom: Math.max(...bases) + (HEIGHT - ASCENT) * fontSize };
}

/** How far a line is moved down, in shares of the font size, which is how plotly gives it. */
function emsOf(node: SvgNode): number {
  return Number.parseFloat(node.getAttribute("dy") ?? "0");
}

function styleOf(node: SvgNode, name: string): string | undefined {
  return new RegExp(`(?:^|;)\\s*${name}:\\s*([^;]+)`).exec(node.getAttribute("style") ?? "")?.[1]?.trim();
}

function moveBounds({ left, top, right, bottom }: Bounds, matrix: Matrix): Bounds {
  if (matrix === SAME) return { left, top, right, bottom };
  const [a, b, c, d, e, f] = matrix;
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ] as const;
  const xs = corners.map(([x, y]) => a * x + c * y + e);
  const ys = corners.map(([x, y]) => b * x + d * y + f);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** Read a transform made of translate, rotate and scale, which is all that plotly writes. */
function readTransform(text: string | null): Matrix {
  let whole = SAME;
  for (const [, name, list = ""] of (text ?? "").matchAll(/(translate|rotate|scale)\(([^)]*)\)/g)) {
    const [p = 0, q, r = 0] = list
      .split(/[\s,]+/)
      .filter((part) => part !== "")
      .map(Number);
    if (name === "translate") whole = times(whole, [1, 0, 0, 1, p, q ?? 0]);
    if (name === "scale") whole = times(whole, [p, 0, 0, q ?? p, 0, 0]);
    if (name === "rotate") {
      const [sin, cos] = [Math.sin((p * Math.PI) / 180), Math.cos((p * Math.PI) / 180)];
      whole = times(times(times(whole, [1, 0, 0, 1, q ?? 0, r]), [cos, sin, -sin, cos, 0, 0]), [
        1,
        0,
        0,
        1,
        -(q ?? 0),
        -r,
      ]);
    }
  }
  return whole;
}

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}
