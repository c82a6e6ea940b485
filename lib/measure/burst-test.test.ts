import assert from "node:assert/strict";
import test from "node:test";

import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

import { listDays } from "../corpus/calendar-day";
import { type BurstQuestion, burstTest } from "./burst-test";
import type { DailySeries } from "./daily-series";

const days = listDays("2020-05-01", "2021-10-31");
const window = { from: "2020-10-05", until: "2020-11-01", isQuiet: () => true };
const inWindow = (day: string): boolean => day >= window.from && day <= window.until;

/** Posts of a community: 20 a day, each counted with the share that the day has. */
function simulated(seed: number, shareOf: (day: string) => number): DailySeries {
  const random = xoroshiro128plus(seed);
  const hits = days.map(
    (day) =>
      Array.from({ length: 20 }, () => uniformFloat64(random)).filter((u) => u < shareOf(day)).length,
  );
  return { days, hits, of: days.map(() => 20) };
}

function question(name: string, ...series: DailySeries[]): BurstQuestion {
  return { name, parts: series.map((each, i) => ({ community: `${name} ${i}`, series: each })) };
}

test("burstTest counts what the stretch holds and what the quiet days lead to expect", () => {
  // One hit every tenth post on quiet days, so 28 × 20 / 10 = 56 are expected; the stretch has 5 a day.
  const series = { days, hits: days.map((day) => (inWindow(day) ? 5 : 2)), of: days.map(() => 20) };
  const [found] = burstTest([question("a", series)], window, { seed: 1, draws: 99 });
  assert.deepEqual([found?.hits, found?.of, found?.quietHits], [140, 560, 1042]);
  assert.ok(Math.abs((found?.expected ?? 0) - 56) < 1e-9);
  assert.equal(found?.p, 0.01);
});

test("burstTest finds a doubled share and passes over an equal one, with the same draws for the same seed", () => {
  const questions = [
    question(
      "doubled",
      simulated(1, (day) => (inWindow(day) ? 0.1 : 0.05)),
      simulated(2, (day) => (inWindow(day) ? 0.1 : 0.05)),
    ),
    question(
      "equal",
      simulated(3, () => 0.05),
      simulated(4, () => 0.05),
    ),
  ];
  const [doubled, equal] = burstTest(questions, window, { seed: 7 });
  assert.ok((doubled?.adjusted ?? 1) <= 0.01);
  assert.ok((equal?.p ?? 0) > 0.05);
  assert.deepEqual(burstTest(questions, window, { seed: 7 }), [doubled, equal]);
});

test("an adjusted p is never below the p of the question alone", () => {
  const questions = Array.from({ length: 10 }, (_, i) =>
    question(
      `q${i}`,
      simulated(i, () => 0.05),
    ),
  );
  for (const { p, adjusted } of burstTest(questions, window, { seed: 3 })) assert.ok(adjusted >= p);
});

test("burstTest raises a false alarm on one null series in twenty, and on one null family in twenty", () => {
  // 500 series without a burst: at 5% the 99% interval of the count is 14 to 38 (binomial).
  let [single, family] = [0, 0];
  for (let i = 0; i < 100; i++) {
    const questions = Array.from({ length: 5 }, (_, j) =>
      question(
        `q${j}`,
        simulated(1000 + 5 * i + j, () => 0.04),
      ),
    );
    const found = burstTest(questions, window, { seed: i, draws: 199 });
    single += found.filter(({ p }) => p <= 0.05).length;
    family += Number(found.some(({ adjusted }) => adjusted <= 0.05));
  }
  assert.ok(single >= 14 && single <= 38, `${single} of 500`);
  assert.ok(family <= 12, `${family} of 100`);
});

test("a community without posts counts for nothing, and silence is no burst", () => {
  const silent = { days, hits: days.map(() => 0), of: days.map(() => 0) };
  const [found] = burstTest([question("silent", silent)], window, { seed: 1 });
  assert.deepEqual([found?.hits, found?.expected, found?.p], [0, 0, 1]);
});

test("burstTest says that the quiet days do not suffice", () => {
  const series = simulated(1, () => 0.05);
  assert.throws(
    () => burstTest([question("a", series)], { ...window, isQuiet: () => false }, { seed: 1 }),
    /found 0 quiet days for 28 days from 2020-10-05 to 2020-11-01/,
  );
  assert.throws(() => burstTest([], window, { seed: 1 }), /at least one question/);
});
