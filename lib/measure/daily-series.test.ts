import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import type { Post } from "../load/post";
import { addSeries, dailySeries, pickDays, placesOf, totalOf, weeklySeries } from "./daily-series";

function posted(...times: string[]): Post[] {
  return times.map((time) => ({ createdAt: new Date(time), kind: "post" }) as Post);
}

test("dailySeries keeps a 0 for each silent day and counts only the window", () => {
  const posts = posted(
    "2020-04-30T23:59:59Z",
    "2020-05-01T00:00:00Z",
    "2020-05-03T12:00:00Z",
    "2020-05-03T13:00:00Z",
  );
  const series = dailySeries(posts, { from: "2020-05-01", until: "2020-05-04", documents: [1, 3] });
  assert.deepEqual(series.days, ["2020-05-01", "2020-05-02", "2020-05-03", "2020-05-04"]);
  assert.deepEqual([...Array.from(series.of)], [1, 0, 2, 0]);
  assert.deepEqual([...Array.from(series.hits)], [1, 0, 1, 0]);
});

test("dailySeries without posts is a series of zeros", () => {
  assert.deepEqual(totalOf(dailySeries([], { from: "2020-05-01", until: "2020-05-09" })), {
    hits: 0,
    of: 0,
  });
});

test("dailySeries says what is wrong with a window and with a document", () => {
  assert.throws(
    () => dailySeries([], { from: "2020-05-02", until: "2020-05-01" }),
    /found 2020-05-02 to 2020-05-01/,
  );
  const options = { from: "2020-05-01", until: "2020-05-01", documents: [3] };
  assert.throws(() => dailySeries(posted("2020-05-01T00:00:00Z"), options), /from 0 to 0, found 3/);
});

test("weeks and sums of series lose no whole week and no post", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 21, maxLength: 21 }), (hits) => {
      // 4 May 2020 is a Monday, so that three whole weeks follow.
      const posts = hits.flatMap((n, i) =>
        posted(...Array<string>(n).fill(new Date(Date.UTC(2020, 4, 4 + i)).toISOString())),
      );
      const series = dailySeries(posts, { from: "2020-05-04", until: "2020-05-24" });
      const weeks = weeklySeries(series);
      assert.equal(weeks.days.length, 3);
      assert.deepEqual(totalOf(weeks), totalOf(series));
      assert.equal(totalOf(addSeries([series, series])).of, 2 * totalOf(series).of);
    }),
  );
});

test("pickDays lets days fall out, and placesOf clips a window to the series", () => {
  const series = dailySeries(posted("2020-05-02T00:00:00Z"), { from: "2020-05-01", until: "2020-05-05" });
  assert.deepEqual(pickDays(series, (day) => day !== "2020-05-02").of, [0, 0, 0, 0]);
  assert.deepEqual(placesOf(series.days, "2020-04-01", "2020-05-02"), [0, 2]);
  assert.deepEqual(placesOf(series.days, "2020-05-04", "2020-07-01"), [3, 5]);
  assert.deepEqual(placesOf(series.days, "2020-06-01", "2020-07-01"), [5, 5]);
});
