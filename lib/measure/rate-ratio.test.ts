import assert from "node:assert/strict";
import test from "node:test";

import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

import { listDays } from "../corpus/calendar-day";
import { rateRatio } from "./rate-ratio";

const days = listDays("2020-05-01", "2021-10-31");
const window = { from: "2020-10-05", until: "2020-11-01", isQuiet: () => true };
const isInside = (day: string): boolean => day >= window.from && day <= window.until;

test("rateRatio divides the two shares and leaves silent and unquiet days out", () => {
  // 3 of 10 a day inside, 1 of 10 outside.
  const series = { days, hits: days.map((day) => (isInside(day) ? 3 : 1)), of: days.map(() => 10) };
  const found = rateRatio(series, { ...window, isQuiet: (day) => day >= "2021-01-01" });
  assert.ok(Math.abs((found?.ratio ?? 0) - 3) < 1e-9);
  assert.deepEqual([found?.hits, found?.of, found?.quietHits, found?.quietOf], [84, 280, 304, 3040]);
});

test("rateRatio adds half a post where one side has no hit, and gives nothing where neither has", () => {
  const series = { days, hits: days.map((day) => Number(isInside(day))), of: days.map(() => 10) };
  // (28.5 / 280) / (0.5 / 5210) = 1060.6
  assert.ok(Math.abs((rateRatio(series, window)?.ratio ?? 0) - 28.5 / 280 / (0.5 / 5210)) < 1e-9);
  assert.equal(rateRatio({ ...series, hits: days.map(() => 0) }, window), null);
  assert.equal(rateRatio({ ...series, of: days.map((day) => (isInside(day) ? 0 : 10)) }, window), null);
});

test("the interval holds a ratio of 1 in about 95 of 100 series, with runs of talk too", () => {
  let missed = 0;
  for (let seed = 0; seed < 300; seed++) {
    const random = xoroshiro128plus(seed);
    let mood = 0;
    const hits = days.map(() => {
      mood = 0.7 * mood + (uniformFloat64(random) - 0.5);
      const share = 0.06 * Math.exp(mood / 2);
      return Array.from({ length: 30 }, () => uniformFloat64(random)).filter((u) => u < share).length;
    });
    const found = rateRatio({ days, hits, of: days.map(() => 30) }, window);
    missed += Number(found === null || found.low > 1 || found.high < 1);
  }
  // 5% of 300 is 15. The kernel's few days do not catch all of the runs: up to twice that is allowed and
  // said so.
  assert.ok(missed <= 30, `${missed} of 300`);
});
