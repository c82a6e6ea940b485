import assert from "node:assert/strict";
import test from "node:test";

import { scatterChart } from "./scatter-chart";

const options = {
  x: "a",
  y: "b",
  label: "l",
  xAxis: "A",
  yAxis: "B",
  title: "A and B",
  alt: "They rise together.",
} as const;

test("scatterChart draws rows that state both values, and keeps all in the CSV", () => {
  const rows = [
    { l: "one", a: 1, b: 2 },
    { l: "two", a: 3, b: null },
    { l: "<b>", a: 0, b: 5 },
  ];
  const chart = scatterChart(rows, options);
  const [points] = chart.figure.data as { x: number[]; y: number[]; text: string[] }[];
  assert.deepEqual(
    [points?.x, points?.y, points?.text],
    [
      [1, 0],
      [2, 5],
      ["one", "&lt;b&gt;"],
    ],
  );
  assert.equal(chart.toCSV(), "label,x,y\r\none,1,2\r\ntwo,3,\r\n<b>,0,5\r\n");
});

test("scatterChart leaves out a name that would cover another point", () => {
  const rows = Array.from({ length: 200 }, (_, i) => ({
    l: `point number ${i}`,
    a: i % 20,
    b: Math.floor(i / 20),
  }));
  const [points] = scatterChart(rows, options).figure.data as { text: string[] }[];
  assert.ok(points?.text.some((text) => text === ""));
});

test("scatterChart refuses to draw no rows", () => {
  assert.throws(() => scatterChart([] as never[], options as never), /^RangeError: scatterChart needs at least one row, found none; /);
});
