import assert from "node:assert/strict";
import test from "node:test";

import { namesZone, parseClock, parseUnixMilliseconds, parseUnixSeconds } from "./parse-time";

const iso = (date: Date): string => date.toISOString();

test("parseUnixSeconds reads numbers and digits as UTC", () => {
  // date -u -d @1588291200
  assert.equal(iso(parseUnixSeconds(1588291200, "date")), "2020-05-01T00:00:00.000Z");
  assert.equal(iso(parseUnixSeconds("1588291200.0", "date")), "2020-05-01T00:00:00.000Z");
  assert.equal(iso(parseUnixMilliseconds("1588291200500", "created_ms")), "2020-05-01T00:00:00.500Z");
});

test("parseUnixSeconds refuses milliseconds, zero and words", () => {
  for (const value of [1588291200000, 0, -1, "yesterday", null, undefined, "", Number.NaN, true]) {
    assert.throws(
      () => parseUnixSeconds(value, "date"), /date: needed Unix seconds between 2004 and 2100, found /,
    );
  }
});

test("parseClock follows CrowdTangle's abbreviation through the end of daylight saving", () => {
  // New York set its clocks back on 1 November 2020 at 02:00 EDT.
  assert.equal(iso(parseClock("2020-10-31 23:30:00 EDT", "Post Created", null)), "2020-11-01T03:30:00.000Z");
  assert.equal(iso(parseClock("2020-11-01 23:30:00 EST", "Post Created", null)), "2020-11-02T04:30:00.000Z");
});

test("parseClock reads offsets, Z and fractions", () => {
  assert.equal(iso(parseClock("2021-05-01T12:34:56+0000", "t", null)), "2021-05-01T12:34:56.000Z");
  assert.equal(iso(parseClock("2021-05-01T12:34:56.789+06:00", "t", null)), "2021-05-01T06:34:56.789Z");
  assert.equal(iso(parseClock("2021-05-01T12:34:56Z", "t", null)), "2021-05-01T12:34:56.000Z");
});

test("parseClock takes the zone given where the text has none, and only then", () => {
  assert.equal(iso(parseClock("2014-04-11 12:53:02", "date", "Europe/Moscow")), "2014-04-11T08:53:02.000Z");
  assert.equal(iso(parseClock("2021-04-11 12:53:02", "date", "Europe/Moscow")), "2021-04-11T09:53:02.000Z");
  assert.equal(iso(parseClock("2021-04-11 12:53:02 UTC", "date", "Europe/Moscow")), "2021-04-11T12:53:02.000Z");
  assert.throws(() => parseClock("2021-04-11 12:53:02", "date", null), /a time with its zone/);
});

test("parseClock refuses times that do not exist and zones that it does not know", () => {
  assert.throws(
    () => parseClock("2021-02-31 10:00:00", "date", "UTC"),
    /needed a time that exists, found "2021-02-31 10:00:00"/,
  );
  assert.throws(() => parseClock("2021-02-03 24:00:00", "date", "UTC"), /a time that exists/);
  assert.throws(
    () => parseClock("05/01/2021 10:00", "date", "UTC"), /needed a time such as 2021-05-01 12:34:56/,
  );
  assert.throws(
    () => parseClock("2021-05-01 10:00:00 IST", "date", null), /needed a known zone .*, found "IST"/,
  );
  assert.throws(() => parseClock("1970-01-01 00:00:00", "date", "UTC"), /between 2004 and 2100/);
});

test("namesZone tells a time with a zone from one without", () => {
  assert.equal(namesZone("2021-05-01 10:00:00 EDT"), true);
  assert.equal(namesZone("2021-05-01 10:00:00"), false);
  assert.equal(namesZone(5), false);
});
