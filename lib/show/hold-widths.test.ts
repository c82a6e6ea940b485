import assert from "node:assert/strict";
import test from "node:test";

import { JSDOM } from "jsdom";

import { holdWidths } from "./hold-widths";

/** The widths that the lines of a text are held to. */
function held(inside: string, style = "font-size: 10px"): (string | null)[] {
  const { document } = new JSDOM(`<svg><text style="${style}">${inside}</text></svg>`).window;
  const text = document.querySelector("text") as SVGTextElement;
  const lines = [...text.querySelectorAll(".line")];
  holdWidths(text, lines);
  return (lines.length === 0 ? [text] : lines).map((line) => line.getAttribute("textLength"));
}

// In Arial "i" is 222 thousandths of the size wide, and a bold letter is taken as 8% wider.
test("holdWidths holds one line to the width of its letters in Arial", () => {
  assert.deepEqual(held("ii"), [String(2 * 2.22)]);
  assert.deepEqual(held("ii", "font-weight: bold; font-size: 10px"), [String(2 * 2.22 * 1.08)]);
});

test("holdWidths adds up pieces of other sizes and weights, and text beside them", () => {
  const pieces = 'i<tspan style="font-size:20px">i</tspan><tspan style="font-weight:bold">i</tspan>';
  assert.ok(Math.abs(Number(held(pieces)[0]) - (2.22 + 4.44 + 2.22 * 1.08)) < 1e-9);
});

test("holdWidths holds each line of a text of several, and leaves an empty one alone", () => {
  assert.deepEqual(held('<tspan class="line">i</tspan><tspan class="line"></tspan><tspan class="line">ii</tspan>'), [
    "2.22",
    null,
    "4.44",
  ]);
});
