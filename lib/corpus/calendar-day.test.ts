import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { addDays, dayOf, daysBetween, listDays, weekdayOf } from "./calendar-day";

test("listDays goes over the end of February in a leap year and not in another", () => {
  assert.deepEqual(listDays("2020-02-28", "2020-03-01"), ["2020-02-28", "2020-02-29", "2020-03-01"]);
  assert.deepEqual(listDays("2021-02-28", "2021-03-01"), ["2021-02-28", "2021-03-01"]);
  assert.deepEqual(listDays("2021-03-02", "2021-03-01"), []);
});

test("the paper's window has 549 days", () => {
  // 8 months of 2020 from May: 31+30+31+31+30+31+30+31 = 245; 10 months of 2021: 304.
  assert.equal(listDays("2020-05-01", "2021-10-31").length, 549);
});

test("weekdayOf knows the Sunday of the election and the Wednesday of the clashes", () => {
  assert.equal(weekdayOf("2020-10-04"), 6);
  assert.equal(weekdayOf("2021-04-28"), 2);
});

test("addDays and daysBetween undo each other", () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
      assert.equal(daysBetween("2020-05-01", addDays("2020-05-01", days)), days);
    }),
  );
});

test("a day is the day of UTC, and anything else is refused", () => {
  assert.equal(dayOf(new Date("2020-10-05T00:30:00+06:00")), "2020-10-04");
  assert.throws(
    () => addDays("4 October 2020", 1),
    /a day such as 2020-10-04 is needed, found "4 October 2020"/,
  );
});
