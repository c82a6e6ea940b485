import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { sharedFile } from "../text/shared-file";
import { burstCourse } from "./burst-course";
import { burstTest } from "./burst-test";
import type { DailySeries } from "./daily-series";
import { interruptedSeries } from "./interrupted-series";
import { findBursts } from "./kleinberg";
import { placeboDates } from "./placebo-dates";
import { rateRatio } from "./rate-ratio";
import { robustZ, UNUSUAL } from "./robust-z";

// New COVID cases in Kyrgyzstan by day, as reported: zeros on days without a report, 11,505 on the day on
// which earlier pneumonia was counted in, a second and larger wave a year later. Each method takes it as
// it is; what each says of it stands in its test.
const { path, skip } = sharedFile(
  "data/covid/kyrgyzstan_daily_2020-05_2021-10.csv",
  "the daily series is not part of the project; data/covid-july-2020.csv holds one month of it",
);
const july = {
  from: "2020-07-01",
  until: "2020-07-28",
  isQuiet: (day: string) => day < "2020-06-15" || day > "2020-09-15",
};

function cases(): DailySeries {
  const rows = readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  return {
    days: rows.map(([day]) => day as string),
    hits: rows.map(([, confirmed]) => Number(confirmed)),
    of: rows.map(() => 1),
  };
}

test(
  "the automaton breaks the wave at the days without a report: it sees the reporting",
  { skip },
  () => {
    const { days, hits } = cases();
    const { bursts, p0 } = findBursts(hits, null);
    // Counts are so large that a day decides alone: it is in a burst above p0 (s - 1) / ln s = 1.44 times
    // the mean.
    const isBurst = (day: string): boolean =>
      bursts.some(({ start, end }) => days[start]! <= day && day <= days[end]!);
    assert.ok(["2020-07-18", "2020-07-19", "2020-07-23"].every(isBurst));
    assert.ok(!["2020-07-14", "2020-07-20", "2020-07-24"].some(isBurst));
    const otherwise = days.filter((day, i) => isBurst(day) !== hits[i]! > p0 / Math.LN2);
    assert.ok(otherwise.length <= 0.05 * days.length, `${otherwise.length}`);
  },
);

test("the robust deviation calls the artefact unusual, and its size moves no other day", { skip }, () => {
  const series = cases();
  const at = series.days.indexOf("2020-07-18");
  const z = robustZ(series);
  assert.ok((z[at] ?? 0) > UNUSUAL);
  const milder = robustZ({
    ...series,
    hits: Array.from(series.hits, (count, i) => (i === at ? 1000 : count)),
  });
  z.forEach((value, i) => i !== at && assert.ok(Math.abs((value ?? 0) - (milder[i] ?? 0)) < 0.1));
});

test(
  "the permutation test finds no burst in July 2020 against the wave of 2021, which was larger",
  { skip },
  () => {
    const [found] = burstTest(
      [{ name: "cases", parts: [{ community: "Kyrgyzstan", series: cases() }] }],
      july,
      { seed: 1 },
    );
    assert.ok((found?.p ?? 0) > 0.05, `p ${found?.p}`);
    const early = {
      ...july,
      isQuiet: (day: string) => day < "2020-06-15" || (day > "2020-09-15" && day < "2021-05-01"),
    };
    const [first] = burstTest(
      [{ name: "cases", parts: [{ community: "Kyrgyzstan", series: cases() }] }],
      early,
      { seed: 1 },
    );
    assert.ok((first?.p ?? 1) <= 0.05, `p ${first?.p}`);
  },
);

test("placebo dates say the same: the summer of 2021 has stretches with as much", { skip }, () => {
  const found = placeboDates(cases(), july);
  assert.ok(found.p > 0.02 && found.placebos.some(({ day }) => day.startsWith("2021-0")), `p ${found.p}`);
});

test(
  "the onset is the wave's own, before July; peak and half-life are those of the artefact",
  { skip },
  () => {
    const course = burstCourse(cases(), "2020-07-01", 50);
    assert.equal(course?.onset, "2020-06-20");
    // The seven-day mean holds 11,505 on the seven days around the 18th, and falls at once when it leaves.
    assert.ok((course?.peak ?? "") >= "2020-07-15" && (course?.peak ?? "") <= "2020-07-21");
    assert.ok((course?.halfLife ?? 99) <= 7);
  },
);

test(
  "one huge day takes all precision from the segmented regression, and widens the rate ratio",
  { skip },
  () => {
    const jump = interruptedSeries(cases(), july);
    assert.ok((jump?.dispersion ?? 0) > 100);
    assert.ok(jump !== null && jump.level.low < 1 && jump.level.high > 100);
    // 28,338 cases in 28 days against 137,799 in 456: 1012.1 / 302.2 = 3.349.
    const ratio = rateRatio(cases(), july);
    assert.ok(Math.abs((ratio?.ratio ?? 0) - 3.349) < 0.001);
    assert.ok(ratio !== null && ratio.high / ratio.low > 3);
  },
);

test("a correction below 0 is refused by name of the day, and never becomes a finding", () => {
  // Such days are common in series of cases, though this one has none; a square root of one would be no number,
  // and no comparison with it would hold.
  const days = Array.from({ length: 60 }, (_, i) => new Date(Date.UTC(2020, 5, 1 + i)).toISOString().slice(0, 10));
  const hits = days.map((_, i) => (i === 20 ? -120 : 10));
  const series = { days, hits, of: days.map(() => 1) };
  const window = { from: "2020-07-01", until: "2020-07-10", isQuiet: () => true };
  const asked = [{ name: "cases", parts: [{ community: "Kyrgyzstan", series }] }];
  for (const run of [() => robustZ(series), () => burstTest(asked, window, { seed: 1 })])
    assert.throws(run, /found -120 of 1 on 2020-06-21; spread a correction over the days that it corrects/);
  assert.throws(() => findBursts(hits, null), /a corrected figure below 0 is no count/);
  assert.throws(() => rateRatio(series, window), /counts from 0 up/);
});

test("each method takes the series in milliseconds", { skip }, () => {
  const series = cases();
  const took = (run: () => unknown): number => {
    run();
    const start = performance.now();
    for (let i = 0; i < 5; i++) run();
    return (performance.now() - start) / 5;
  };
  const times = [
    () => findBursts(series.hits, null),
    () => robustZ(series),
    () => interruptedSeries(series, july),
    () => rateRatio(series, july),
  ].map(took);
  // A loaded machine may take some times as long as a quiet one: 1 ms or less each.
  for (const time of times) assert.ok(time < 25, `${time} ms`);
});
