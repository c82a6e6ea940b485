import assert from "node:assert/strict";
import test from "node:test";

import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

import { daysBetween, listDays } from "../corpus/calendar-day";
import { burstCourse } from "./burst-course";

/** A count with a mean, from uniform numbers (Knuth's method). */
function poisson(mean: number, random: ReturnType<typeof xoroshiro128plus>): number {
  let [count, product] = [0, uniformFloat64(random)];
  for (; product > Math.exp(-mean); count++) product *= uniformFloat64(random);
  return count;
}

const days = listDays("2020-05-01", "2021-10-31");

test("burstCourse finds the day from which the share is higher, its peak and its half-life", () => {
  // 10 in 100; 50 in 100 on 5 to 11 October, then the excess of 40 halves every three days.
  const hits = days.map((day) => {
    const after = daysBetween("2020-10-05", day);
    return after < 0 ? 10 : after < 7 ? 50 : Math.round(10 + 40 * 0.5 ** ((after - 6) / 3));
  });
  const found = burstCourse({ days, hits, of: days.map(() => 100) }, "2020-10-04", 0.1);
  assert.deepEqual(
    [found?.onset, found?.earliest, found?.latest],
    ["2020-10-05", "2020-10-05", "2020-10-05"],
  );
  assert.equal(found?.peak, "2020-10-08");
  // The seven-day mean reaches 0.3 about six days later: it holds three days of the past.
  assert.ok((found?.halfLife ?? 0) >= 5 && (found?.halfLife ?? 0) <= 8);
});

test("burstCourse shows an onset that lies before the event", () => {
  const hits = days.map((day) => (day >= "2020-09-20" ? 5 : 1));
  assert.equal(
    burstCourse({ days, hits, of: days.map(() => 10) }, "2020-10-04", 0.1)?.onset,
    "2020-09-20",
  );
});

test("burstCourse is silent without a rise, and gives no half-life to a burst that stays", () => {
  const flat = { days, hits: days.map(() => 1), of: days.map(() => 10) };
  assert.equal(burstCourse(flat, "2020-10-04", 0.1), null);
  const stays = { days, hits: days.map((day) => (day >= "2020-10-05" ? 5 : 1)), of: days.map(() => 10) };
  assert.equal(burstCourse(stays, "2020-10-04", 0.1)?.halfLife, null);
  assert.equal(burstCourse({ ...flat, of: days.map(() => 0) }, "2020-10-04", 0.1), null);
});

test("the days that are not spoken against hold the true onset in 95 of 100 series", () => {
  // 3 a day before and 4.5 from the event on: a weak rise, where half of chi-squared's 3.84 held 86 of 100.
  const random = xoroshiro128plus(5);
  const window = days.slice(0, 60);
  const event = window[40] as string;
  const found = Array.from({ length: 500 }, () => {
    const hits = window.map((day) => poisson(day < event ? 3 : 4.5, random));
    return burstCourse({ days: window, hits, of: window.map(() => 100) }, event, 0.03);
  }).filter((course) => course !== null);
  const held = found.filter(({ earliest, latest }) => earliest <= event && event <= latest).length;
  // 93% is two standard errors below 95% of 500.
  assert.ok(found.length > 450 && held / found.length >= 0.93, `${held} of ${found.length}`);
});
