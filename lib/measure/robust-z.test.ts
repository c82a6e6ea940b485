import assert from "node:assert/strict";
import test from "node:test";

import { addDays } from "../corpus/calendar-day";
import type { DailySeries } from "./daily-series";
import { medianDeviations } from "./median-deviations";
import { robustZ } from "./robust-z";
import { expectedByWeekday } from "./expected-by-weekday";

function series(hits: readonly number[], of: readonly number[]): DailySeries {
  // 4 May 2020 is a Monday.
  return { days: hits.map((_, i) => addDays("2020-05-04", i)), hits, of };
}

test("medianDeviations gives the hand-worked values", () => {
  // Median 3; deviations 2, 1, 0, 1, 97, their median 1, times 1.4826: (100 - 3) / 1.4826 = 65.43.
  assert.deepEqual(
    medianDeviations([1, 2, 3, 4, 100]).map((z) => z.toFixed(2)),
    ["-1.35", "-0.67", "0.00", "0.67", "65.43"],
  );
});

test("medianDeviations falls back on the mean deviation where most values are equal, and on 0 where all are", () => {
  // Median 0, MAD 0; mean deviation 10/5 = 2, times 1.2533: 10 / 2.5066 = 3.99.
  assert.deepEqual(
    medianDeviations([0, 0, 0, 0, 10]).map((z) => z.toFixed(2)),
    ["0.00", "0.00", "0.00", "0.00", "3.99"],
  );
  assert.deepEqual(medianDeviations([7, 7, 7]), [0, 0, 0]);
  assert.deepEqual(medianDeviations([]), []);
});

test("expectedByWeekday gives each weekday its own share, of the posts of the day", () => {
  // Ten weeks: 10 posts a day, 1 hit on weekdays, 4 on Sundays: (6 × 1 + 4) / 70 = 1/7 of the posts; a
  // Sunday has 4 in 10.
  const week = [1, 1, 1, 1, 1, 1, 4];
  const hits = Array.from({ length: 70 }, (_, i) => week[i % 7] as number);
  const expected = expectedByWeekday(series(hits, Array(70).fill(10)));
  assert.ok((expected[6] as number) > 3 * (expected[0] as number));
  const silent = expectedByWeekday(series([...hits, 0], [...Array<number>(70).fill(10), 0]));
  assert.equal(silent[70], 0);
});

test("robustZ takes a weekly cycle for what it is, and a day that breaks it for unusual", () => {
  const noise = (i: number): number => (i * 7919) % 3;
  const hits = Array.from({ length: 140 }, (_, i) => (i % 7 === 6 ? 18 : 6) + noise(i));
  hits[100] = 30;
  const z = robustZ(series(hits, Array(140).fill(50)));
  const unusual = z.flatMap((value, i) => ((value ?? 0) >= 3.5 ? [i] : []));
  assert.deepEqual(unusual, [100]);
});

test("robustZ says nothing of silent days", () => {
  const z = robustZ(series([1, 0, 2], [3, 0, 4]));
  assert.equal(z[1], null);
  assert.equal(z.filter((value) => value !== null).length, 2);
});

test("one post on a topic that is hardly ever named is no sensation", () => {
  const hits = Array.from({ length: 300 }, (_, i) => Number(i % 100 === 50));
  const z = robustZ(series(hits, Array(300).fill(50)));
  // 2 (√1.375 - √0.375) = 1.12 standard deviations of Poisson counts, less what was expected.
  assert.ok((z[50] ?? 9) > 0.9 && (z[50] ?? 9) < 1.2, String(z[50]));
});
