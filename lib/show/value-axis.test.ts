import assert from "node:assert/strict";
import test from "node:test";

import { valueAxis } from "./value-axis";

const options = { title: "People", length: 400, before: 50, after: 50 };

test("valueAxis keeps the asked pixels free at both ends", () => {
  // 300 px for 0 to 30: 0.1 a pixel, so 50 px are 5 on either side.
  const { perPixel, axis } = valueAxis([0, 30], { ...options, scale: "linear" });
  assert.equal(perPixel, 0.1);
  assert.deepEqual(axis.range, [-5, 35]);
});

test("valueAxis on a logarithmic scale gives 0 a place of its own, and says so", () => {
  const { place, axis } = valueAxis([0, 1000, 100000], { ...options, scale: "log" });
  assert.equal(place(1000), 3);
  assert.ok(place(0) < 3);
  assert.deepEqual(axis.ticktext, ["0", "1,000", "10,000", "100,000"]);
  assert.deepEqual(axis.title, { text: "People (logarithmic scale, 0 set apart)" });
});

test("valueAxis ticks a short logarithmic scale between the powers of ten", () => {
  const { axis } = valueAxis([0.7, 3.2], { ...options, before: 12, after: 12, scale: "log" });
  assert.deepEqual(axis.ticktext, ["0.7", "1", "1.5", "2", "3"]);
});

test("valueAxis refuses values below 0 on a logarithmic scale, and no values at all", () => {
  assert.throws(() => valueAxis([-1, 2], { ...options, scale: "log" }), /must be 0 or more, found -1/);
  assert.throws(
    () => valueAxis([], { ...options, scale: "linear" }),
    /at least one value must be stated, found none/,
  );
});

test("valueAxis bears one value alone", () => {
  for (const scale of ["linear", "log"] as const) {
    for (const value of [0, 5])
      assert.ok(valueAxis([value], { ...options, scale }).axis.range?.every(Number.isFinite));
  }
});
