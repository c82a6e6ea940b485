import assert from "node:assert/strict";
import test from "node:test";

import { extent } from "./extent";
import { timeSeriesChart } from "./time-series-chart";
import { valueAxis } from "./value-axis";

const MANY = 200_000;

test("extent finds the ends of more values than a call takes arguments, and of none", () => {
  const values = Array.from({ length: MANY }, (_, i) => i - 10);
  assert.deepEqual(extent(values), [-10, MANY - 11]);
  assert.deepEqual(extent([]), [Infinity, -Infinity]);
});

test("an axis bears two hundred thousand values", () => {
  const values = Array.from({ length: MANY }, (_, i) => i);
  for (const scale of ["linear", "log"] as const) {
    const { axis } = valueAxis(values, { scale, title: "Likes", length: 400, before: 50, after: 50 });
    assert.ok(axis.range?.every(Number.isFinite));
  }
});

test("a line bears two hundred thousand days", () => {
  const rows = Array.from({ length: MANY }, (_, i) => ({ on: new Date(i * 86_400_000 - 62e12), n: i }));
  const chart = timeSeriesChart(rows, { date: "on", value: "n", axis: "Posts", title: "Posts", alt: "They rise." });
  assert.equal(chart.figure.data.length, 1);
});
