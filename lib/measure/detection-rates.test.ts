import assert from "node:assert/strict";
import test from "node:test";

import { openSimulator } from "../corpus/simulate-counts";
import { openStudy } from "../corpus/study";
import { BURST_METHODS, detectionRates } from "./detection-rates";

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
