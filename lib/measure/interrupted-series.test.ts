import assert from "node:assert/strict";
import test from "node:test";

import { daysBetween, listDays } from "../corpus/calendar-day";
import { interruptedSeries } from "./interrupted-series";

const days = listDays("2020-05-01", "2021-10-31");
const window = { from: "2020-10-05", until: "2020-11-01", isQuiet: () => true };

test("interruptedSeries gives back the level and the slope that a series was made with", () => {
  // 10 a day before; 40 on the first day, and a fifth less each week after. Counts rounded, so within 2%.
  const hits = days.map((day) => {
    const week = daysBetween(window.from, day) / 7;
    return Math.round(week >= 0 ? 4000 * 0.8 ** week : 1000);
  });
  const found = interruptedSeries(
    { days, hits, of: days.map(() => 10_000) },
    { ...window, isQuiet: (day) => day < window.from },
  );
  assert.ok(Math.abs((found?.level.ratio ?? 0) - 4) < 0.02);
  assert.ok(Math.abs((found?.slope.ratio ?? 0) - 0.8) < 0.01);
  assert.ok(Math.abs((found?.trend.ratio ?? 0) - 1) < 0.001);
  assert.deepEqual([found?.before, found?.after], [112, 28]);
});

test("interruptedSeries says nothing where one side has no hit or too few days", () => {
  const after = { days, hits: days.map((day) => Number(day >= window.from)), of: days.map(() => 5) };
  assert.equal(interruptedSeries(after, { ...window, isQuiet: (day) => day < window.from }), null);
  const series = { days, hits: days.map(() => 1), of: days.map(() => 5) };
  assert.equal(interruptedSeries(series, { ...window, until: "2020-10-10" }), null);
  assert.equal(interruptedSeries(series, { ...window, isQuiet: (day) => day < "2020-05-10" }), null);
});
