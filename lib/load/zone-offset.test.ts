import assert from "node:assert/strict";
import test from "node:test";

import { KNOWN_ZONES, zoneOffsetMinutes } from "./zone-offset";

// Expected offsets are those of the IANA time zone database, written out here by hand.
test("zoneOffsetMinutes follows Moscow through its three rules", () => {
  const moscow = (
    ...at: [number, number, number, number?, number?]
  ): number => zoneOffsetMinutes("Europe/Moscow", Date.UTC(...at));
  assert.equal(moscow(2010, 0, 15), 180);
  assert.equal(moscow(2010, 6, 15), 240);
  assert.equal(moscow(2011, 2, 27, 1, 59), 180);
  assert.equal(moscow(2011, 2, 27, 3, 0), 240);
  assert.equal(moscow(2012, 0, 15), 240);
  assert.equal(moscow(2014, 9, 25), 240);
  assert.equal(moscow(2014, 9, 26, 2, 0), 180);
  assert.equal(moscow(2021, 6, 1), 180);
});

test("zoneOffsetMinutes changes New York on the second Sunday of March and the first of November", () => {
  const newYork = (
    ...at: [number, number, number, number]
  ): number => zoneOffsetMinutes("America/New_York", Date.UTC(...at));
  assert.equal(newYork(2021, 2, 14, 1), -300);
  assert.equal(newYork(2021, 2, 14, 3), -240);
  assert.equal(newYork(2020, 10, 1, 0), -240);
  assert.equal(newYork(2020, 10, 1, 3), -300);
});

test("zoneOffsetMinutes changes Berlin and London on the last Sundays of March and October", () => {
  assert.equal(zoneOffsetMinutes("Europe/Berlin", Date.UTC(2021, 2, 28, 1)), 60);
  assert.equal(zoneOffsetMinutes("Europe/Berlin", Date.UTC(2021, 2, 28, 3)), 120);
  assert.equal(zoneOffsetMinutes("Europe/Berlin", Date.UTC(2021, 9, 31, 3)), 60);
  assert.equal(zoneOffsetMinutes("Europe/London", Date.UTC(2021, 9, 31, 1)), 60);
  assert.equal(zoneOffsetMinutes("Europe/London", Date.UTC(2021, 9, 31, 2)), 0);
});

test("zoneOffsetMinutes reads offsets", () => {
  assert.equal(zoneOffsetMinutes("+06:00", 0), 360);
  assert.equal(zoneOffsetMinutes("UTC-3", 0), -180);
  assert.equal(zoneOffsetMinutes("UTC", 0), 0);
});

test("zoneOffsetMinutes agrees with the machine's own zone data, where it has any, from 2012 to 2025", (t) => {
  const offsetByIcu = (zone: string, at: number): number => {
    const name = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" })
      .formatToParts(at)
      .find((part) => part.type === "timeZoneName")!.value;
    const [, sign, hours = "0", minutes = "0"] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name)!;
    return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
  if (typeof Intl === "undefined") return t.skip("this Node has no Intl");
  for (const zone of KNOWN_ZONES) {
    // Noon of every eleventh day keeps clear of the hours that come twice or not at all.
    for (let at = Date.UTC(2012, 0, 1, 12); at < Date.UTC(2026, 0, 1); at += 11 * 86_400_000) {
      const offset = offsetByIcu(zone, at);
      assert.equal(
        zoneOffsetMinutes(zone, at + offset * 60_000), offset, `${zone} at ${new Date(at).toISOString()}`,
      );
    }
  }
});

test("zoneOffsetMinutes says which zones it knows", () => {
  assert.throws(
    () => zoneOffsetMinutes("Mars/Olympus", 0),
    /zone: needed an offset .* Asia\/Bishkek.*, found "Mars\/Olympus"/,
  );
});
