import assert from "node:assert/strict";
import test from "node:test";

import { forestPlot } from "./forest-plot";

const options = {
  label: "l",
  estimate: "e",
  low: "lo",
  high: "hi",
  axis: "Rate ratio",
  title: "Ratios",
  alt: "All above 1.",
} as const;

test("forestPlot writes estimate and interval beside each row, on a logarithmic axis around 1", () => {
  const { data, layout } = forestPlot(
    [
      { l: "July", e: 2, lo: 1, hi: 4 },
      { l: "none", e: null, lo: null, hi: null },
    ],
    options,
  ).figure;
  assert.deepEqual(
    layout.annotations?.map(({ text }) => text),
    ["2.00 [1.00, 4.00]", "not estimated"],
  );
  assert.equal(layout.shapes?.[0]?.x0, 0); // log10 of 1
  const [interval] = data as { x: (number | null)[] }[];
  assert.deepEqual(interval?.x, [0, Math.log10(4), null, null, null, null]);
});

test("forestPlot refuses an estimate outside its interval", () => {
  assert.throws(
    () => forestPlot([{ l: "July", e: 5, lo: 1, hi: 4 }], options),
    /"July" must lie within its interval, found 5 in 1 to 4/,
  );
});

test("forestPlot refuses to draw no rows", () => {
  assert.throws(() => forestPlot([] as never[], options as never), /^RangeError: forestPlot needs at least one row, found none; /);
});
