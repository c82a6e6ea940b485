import assert from "node:assert/strict";
import test from "node:test";

import { loadEvents } from "../load/load-events";
import { quietDays } from "./quiet-days";

test("quietDays counts 61, 64, 194 and 183 quiet days around the three crises", () => {
  const rows = quietDays(loadEvents());
  assert.deepEqual(
    rows.map(({ crisis, days, quietBefore, quietAfter }) => [crisis, days, quietBefore, quietAfter]),
    [
      // May and June; August, September and 1 to 3 October.
      ["covid", 31, 31 + 30, 31 + 30 + 3],
      // 16 to 31 October, November to March, and 1 to 27 April.
      ["october", 12, 64, 16 + 30 + 31 + 31 + 28 + 31 + 27],
      // 2 to 31 May, June to October.
      ["border", 4, 194, 30 + 30 + 31 + 31 + 30 + 31],
    ],
  );
  assert.ok(rows.every(({ isInWindow }) => isInWindow));
  // Every day of the window is in a crisis or quiet: 549 days from 1 May 2020 to 31 October 2021.
  assert.equal(31 + 12 + 4 + 61 + 64 + 194 + 183, 549);
});

test("quietDays stops at a missing bound and at crises that overlap", () => {
  const events = loadEvents();
  assert.throws(() => quietDays(events.filter(({ role }) => role !== "end")), /quietDays needs one end of study, found none; mark it/);
  const late = events.map((event) => (event.id === "covid-july-ends" ? { ...event, until: "2020-11-01" } : event));
  assert.throws(() => quietDays(late), /quietDays needs crises apart, found one from 2020-10-04 and one until 2020-11-01/);
});
