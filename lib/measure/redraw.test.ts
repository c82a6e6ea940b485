import assert from "node:assert/strict";
import test from "node:test";

import { redraw } from "./redraw";

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

test("redraw gives the same interval for the same seed, and one that holds the statistic", () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8];
  const interval = redraw(values, mean, { seed: 1 });
  assert.deepEqual(redraw(values, mean, { seed: 1 }), interval);
  // The standard error of a mean of 8 is sqrt(5.25 / 8) = 0.81, so the interval is about 4.5 ± 1.6.
  assert.ok(interval !== null && Math.abs(interval.low - 2.9) < 0.3 && Math.abs(interval.high - 6.1) < 0.3);
});

test("redraw gives none for one part, or where draws often say nothing", () => {
  assert.equal(redraw([1], mean, { seed: 1 }), null);
  // Both of two parts are the first in one draw of four.
  const needsSecond = (values: readonly number[]) => (values.includes(2) ? mean(values) : null);
  assert.equal(redraw([1, 2], needsSecond, { seed: 1 }), null);
});
