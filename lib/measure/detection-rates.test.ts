import assert from "node:assert/strict";
import test from "node:test";

import { openSimulator } from "../corpus/simulate-counts";
import { openStudy, Study } from "../corpus/study";
import { BURST_METHODS, detectionRates, tQuantile } from "./detection-rates";

const simulate = openSimulator();
const study = openStudy();

test("every method calls nearly every crisis of the planted size, and the onset lies within days of it", () => {
  const { rates, onsets } = detectionRates(simulate, study, { effects: [1], corpora: 2, seed: 11 });
  const all = rates.filter(({ crisis }) => crisis === "all");
  assert.deepEqual(all.map(({ method }) => method), [...BURST_METHODS]);
  // Two corpora with three platforms and three crises: 18 series.
  for (const { method, series, rate } of all) {
    assert.equal(series, 18, method);
    assert.ok((rate ?? 0) >= 0.9, `${method}: ${rate}`);
  }
  for (const { crisis, median } of onsets) assert.ok(Math.abs(median ?? 99) <= 7, `${crisis}: ${median}`);
});

test("no method calls a burst in more than a quarter of a few series without one", () => {
  // At 5% eighteen series give 0.9 calls; 5 or more would come by chance in two cases of a thousand.
  const { rates } = detectionRates(simulate, study, { effects: [0], corpora: 2, seed: 11, at: "days drawn at random" });
  for (const { method, rate } of rates.filter(({ crisis }) => crisis === "all")) {
    assert.ok((rate ?? 0) <= 0.25, `${method}: ${rate}`);
  }
});

test("progress is told corpus by corpus, and the same seed gives the same rates", () => {
  const told: string[] = [];
  const options = { effects: [0, 1], corpora: 1, seed: 3 };
  const first = detectionRates(simulate, study, { ...options, onCorpus: (done, all) => told.push(`${done}/${all}`) });
  assert.deepEqual(told, ["1/2", "2/2"]);
  assert.deepEqual(detectionRates(simulate, study, options), first);
});

test("the quantile of Student's t agrees with tables from four degrees of freedom up", () => {
  // R: qt(0.95, c(4, 5, 8, 13, 18, 30)).
  const table = [[4, 2.131847], [5, 2.015048], [8, 1.859548], [13, 1.770933], [18, 1.734064], [30, 1.697261]] as const;
  for (const [df, value] of table) assert.ok(Math.abs(tQuantile(df) - value) < 0.02, `${df}: ${tQuantile(df)}`);
});

test("a study with too few quiet stretches side by side is asked of fewer methods", () => {
  // 153 days with one crisis of four weeks and as long an aftermath: three quiet stretches stand side by side.
  const file = { path: "", name: "summer", from: "2020-05-01", until: "2020-09-30", stretch: 28, aftermath: 28, communities: [] };
  const summer = new Study({ ...file, crises: [study.crisis(1)] }, []);
  const { rates } = detectionRates(simulate, summer, { effects: [0], corpora: 1, seed: 1, counted: ["covid"] });
  const series = new Map(rates.filter(({ crisis }) => crisis === "all").map((row) => [row.method, row.series]));
  assert.equal(series.get("placebo dates"), 0);
  assert.equal(series.get("rate ratio"), 3);
});
