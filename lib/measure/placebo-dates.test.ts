import assert from "node:assert/strict";
import test from "node:test";

import { listDays } from "../corpus/calendar-day";
import { placeboDates } from "./placebo-dates";

const days = listDays("2020-05-01", "2020-05-30");
const window = { from: "2020-05-11", until: "2020-05-13", isQuiet: () => true };

test("placeboDates measures every quiet stretch of the same length, and the event against them", () => {
  const hits = days.map((day) =>
    day >= window.from && day <= window.until ? 2 : Number(day === "2020-05-20"),
  );
  const found = placeboDates({ days, hits, of: days.map(() => 4) }, window);
  assert.equal(found.observed, 50);
  // 10 days before hold 8 stretches of three, 17 days after hold 15; none reaches 50%, so p is 1/24.
  assert.equal(found.placebos.length, 23);
  assert.ok(Math.abs(found.p - 1 / 24) < 1e-12);
  // Three apart before (of 10 days), five after (of 17).
  assert.equal(found.apart, 8);
  assert.deepEqual(found.placebos[0], { day: "2020-05-01", value: 0 });
});

test("placeboDates passes over stretches that touch a day which is not quiet", () => {
  const series = { days, hits: days.map(() => 1), of: days.map(() => 1) };
  const found = placeboDates(series, { ...window, isQuiet: (day) => day < "2020-05-05" });
  assert.deepEqual(
    found.placebos.map(({ day }) => day),
    ["2020-05-01", "2020-05-02"],
  );
  assert.equal(found.p, 1);
});

test("placeboDates has no value for a stretch outside the series, and no date to hold it against", () => {
  const series = { days, hits: days.map(() => 1), of: days.map(() => 1) };
  const found = placeboDates(series, { ...window, from: "2021-01-01", until: "2021-01-05" });
  assert.deepEqual(found, { observed: null, placebos: [], p: 1, apart: 0 });
});
