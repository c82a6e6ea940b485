import assert from "node:assert/strict";
import test from "node:test";

import { type Bounds, type SvgNode, svgBounds } from "./svg-bounds";

/** An element as this module sees it. */
function element(
  tagName: string,
  attributes: { [name: string]: string },
  inside: string | SvgNode[] = [],
): SvgNode {
  const children = typeof inside === "string" ? [] : inside;
  const node: { -readonly [K in keyof SvgNode]: SvgNode[K] } = {
    tagName,
    textContent: typeof inside === "string" ? inside : inside.map((child) => child.textContent).join(""),
    children,
    parentElement: null,
    getAttribute: (name) => attributes[name] ?? null,
  };
  for (const child of children) (child as { parentElement: SvgNode | null }).parentElement = node;
  return node;
}

const STYLE = "font-size: 10px; fill: red";

function rounded(bounds: Bounds | null): number[] {
  assert.ok(bounds);
  return [bounds.left, bounds.top, bounds.right, bounds.bottom].map(
    (side) => Math.round(side * 100) / 100 + 0,
  );
}

test("svgBounds measures a text from its base line and its anchor", () => {
  // "00" in Arial: 2 x 556 thousandths of 10 px; ascent 0.905, height 1.15 of the size.
  assert.deepEqual(
    rounded(svgBounds(element("text", { x: "5", y: "20", style: STYLE }, "00"), "own")),
    [5, 10.95, 16.12, 22.45],
  );
  const middle = element("text", { x: "5", y: "20", style: `${STYLE}; text-anchor: middle` }, "00");
  assert.deepEqual(rounded(svgBounds(middle, "own")), [-0.56, 10.95, 10.56, 22.45]);
});

test("svgBounds joins the texts of a group, moved and turned", () => {
  const turned = element("text", { x: "0", y: "0", style: STYLE, transform: "rotate(90)" }, "0");
  const group = element("g", { transform: "translate(100,50)" }, [turned]);
  // Turned by 90 degrees: x becomes y, and what stood above the base line stands right of it.
  assert.deepEqual(rounded(svgBounds(group, "own")), [-2.45, 0, 9.05, 5.56]);
  assert.deepEqual(rounded(svgBounds(group, "picture")), [97.55, 50, 109.05, 55.56]);
});

test("svgBounds counts lines, and finds nothing where there is no text", () => {
  // plotly moves the second line down by 1.3 of the font size.
  const lines = ["0", "00"].map((line, i) => element("tspan", { x: "0", y: "0", dy: `${1.3 * i}em` }, line));
  assert.deepEqual(
    rounded(svgBounds(element("text", { x: "0", y: "0", style: STYLE }, lines), "own")),
    [0, -9.05, 11.12, 15.45],
  );
  assert.equal(svgBounds(element("g", {}, [element("path", { d: "M0,0" })]), "own"), null);
});
