import assert from "node:assert/strict";
import test from "node:test";

import { timeSeriesChart } from "./time-series-chart";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const rows = [
  { on: day("2020-10-06"), n: 7 },
  { on: day("2020-10-04"), n: 2 },
  { on: day("2020-10-05"), n: null },
];
const options = { date: "on", value: "n", axis: "Posts a day", title: "Posts", alt: "They rise." } as const;

test("timeSeriesChart sorts days and leaves a gap where a value is not stated", () => {
  const [line] = timeSeriesChart(rows, options).figure.data as { x: string[]; y: (number | null)[] }[];
  assert.deepEqual(line?.x, ["2020-10-04", "2020-10-05", "2020-10-06"]);
  assert.deepEqual(line?.y, [2, null, 7]);
});

test("timeSeriesChart draws events as lines, windows as shades, and labels both", () => {
  const { layout } = timeSeriesChart(rows, {
    ...options,
    events: [{ date: day("2020-10-04"), label: "Election <b>" }],
    windows: [{ from: day("2020-10-05"), to: day("2020-10-06"), label: "Protests" }],
  }).figure;
  assert.deepEqual(
    layout.shapes?.map(({ type, x0, x1 }) => [type, x0, x1]),
    [
      ["rect", "2020-10-05", "2020-10-06"],
      ["line", "2020-10-04", "2020-10-04"],
    ],
  );
  assert.deepEqual(
    layout.annotations?.map(({ text }) => text),
    ["Protests", "Election &lt;b&gt;"],
  );
});

test("timeSeriesChart names its lines at their ends", () => {
  const two = rows.flatMap((row) => [
    { ...row, p: "VKontakte" },
    { ...row, p: "Facebook" },
  ]);
  const { layout } = timeSeriesChart(two, { ...options, series: "p" }).figure;
  assert.deepEqual(
    layout.annotations?.map(({ text }) => text?.replace(/.*> /, "")),
    ["VKontakte", "Facebook"],
  );
  // Both end at 7: the second name is moved up by a line.
  assert.deepEqual(
    layout.annotations?.map(({ yshift }) => yshift),
    [0, 19],
  );
});

test("timeSeriesChart refuses a day that stands twice, and an event outside the days", () => {
  assert.throws(
    () => timeSeriesChart([...rows, { on: day("2020-10-06"), n: 1 }], options),
    /must stand once in a series, found 2020-10-06 twice/,
  );
  const events = [{ date: day("2021-04-28"), label: "Clashes" }];
  assert.throws(
    () => timeSeriesChart(rows, { ...options, events }),
    /"Clashes" must lie within the days shown, found 2021-04-28/,
  );
});

test("timeSeriesChart refuses to draw no rows", () => {
  assert.throws(() => timeSeriesChart([] as never[], options as never), /^RangeError: timeSeriesChart needs at least one row, found none; /);
});
