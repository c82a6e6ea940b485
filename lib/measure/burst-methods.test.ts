import assert from "node:assert/strict";
import test from "node:test";

import { listDays } from "../corpus/calendar-day";
import { burstMethods } from "./burst-methods";
import type { CommunitySeries } from "./community-series";
import { falseAlarms } from "./false-alarms";
import { platformLags } from "./platform-lags";
import { shareRows } from "./share-rows";

const days = listDays("2020-05-01", "2021-04-30");
const stretch = {
  from: "2020-10-05",
  until: "2020-11-01",
  isQuiet: (day: string) => day < "2020-10-01" || day > "2020-12-01",
};
/** 0 to 3 hits in twenty posts a day, without a rhythm that the methods could take for one. */
const noise = (i: number): number => (i * 7919 + ((i * i) % 13)) % 4;

function part(platform: CommunitySeries["platform"], extra: (day: string) => number): CommunitySeries {
  const hits = days.map((day, i) => Math.min(20, noise(i + platform.length) + extra(day)));
  return {
    community: platform,
    name: platform,
    platform,
    host: null,
    series: { days, hits, of: days.map(() => 20) },
  };
}

test("burstMethods agree on a plain burst, each in its own way", () => {
  const rows = burstMethods(
    part("facebook", (day) => (day >= "2020-10-06" && day <= "2020-10-25" ? 8 : 0)).series,
    stretch,
  );
  assert.deepEqual(
    rows.map(({ from }) => from),
    ["2020-10-06", "2020-10-06", "2020-10-06", null],
  );
  assert.match(rows[0]!.says, /^20 of 28 days in 1 burst$/);
  assert.match(rows[3]!.says, /^level times /);
});

test("burstMethods say that there is nothing, rather than nothing", () => {
  const flat = part("facebook", () => 0).series;
  assert.equal(burstMethods(flat, stretch)[0]?.says, "no burst");
  const silent = { days, hits: days.map(() => 0), of: days.map(() => 0) };
  assert.deepEqual(
    burstMethods(silent, stretch).map(({ from }) => from),
    [null, null, null, null],
  );
  assert.equal(burstMethods(silent, stretch)[3]?.says, "too few days or posts");
});

test("falseAlarms finds about five in a hundred where nothing is, and none to count in a short window", () => {
  const parts = [part("facebook", () => 0), part("vkontakte", () => 0)];
  const found = falseAlarms(parts, ({ platform }) => platform, stretch, { seed: 1 });
  assert.deepEqual([found?.series, found?.rounds], [200, 100]);
  // 5% of 200 is 10; 99.9% of the time at most 21 (binomial).
  assert.ok((found?.alarms ?? 99) <= 21, String(found?.alarms));
  assert.equal(
    falseAlarms(parts, () => "all", { ...stretch, isQuiet: (day) => day > "2021-04-01" }, { seed: 1 }),
    null,
  );
});

test("platformLags finds a platform that takes a topic up four days later", () => {
  const parts = [
    part("facebook", (day) => (day >= "2020-10-06" && day <= "2020-10-12" ? 12 : 0)),
    part("vkontakte", (day) => (day >= "2020-10-10" && day <= "2020-10-16" ? 12 : 0)),
  ];
  const [found] = platformLags(parts, stretch, { seed: 1 });
  assert.equal(found?.lag, 4);
  assert.ok(found !== undefined && found.correlation > found.sameDay + 0.3);
  assert.deepEqual(platformLags(parts.slice(0, 1), stretch, { seed: 1 }), []);
});

test("shareRows lists shares by week for each group, a gap where nobody posted", () => {
  const quiet = {
    ...part("facebook", () => 0),
    series: { days, hits: days.map(() => 0), of: days.map(() => 0) },
  };
  const rows = shareRows([quiet, part("vkontakte", () => 0)], ({ platform }) => platform);
  // 1 May 2020 is a Friday; the first whole week begins on Monday the 4th.
  assert.deepEqual([rows[0]?.day, rows[0]?.percentage], ["2020-05-04", null]);
  assert.equal(
    rows.filter(({ name }) => name === "vkontakte").every(({ of }) => of === 140),
    true,
  );
});
