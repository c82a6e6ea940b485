import assert from "node:assert/strict";
import test from "node:test";

import { barChart } from "./bar-chart";

const text = { axis: "Members", title: "Members by country", alt: "Russia has most." };
const rows = [
  { country: "USA", platform: "facebook", members: 20 },
  { country: "Russia", platform: "facebook", members: 5 },
  { country: "Russia", platform: "vkontakte", members: 30 },
  { country: "Italy", platform: "facebook", members: null },
];

test("barChart ranks bars, stacks series, and says what is not stated", () => {
  const chart = barChart(rows, { ...text, label: "country", value: "members", series: "platform" });
  assert.deepEqual(chart.figure.layout.yaxis?.ticktext, ["Russia", "USA", "Italy"]);
  const [facebook, vkontakte, numbers] = chart.figure.data as { name: string; x: unknown; text: unknown }[];
  assert.deepEqual([facebook?.name, facebook?.x], ["facebook", [5, 20, null]]);
  assert.deepEqual([vkontakte?.name, vkontakte?.x], ["vkontakte", [30, null, null]]);
  assert.deepEqual(numbers?.text, ["35", "20", "not stated"]);
  assert.equal(
    chart.toCSV(),
    "label,series,value\r\nRussia,facebook,5\r\nRussia,vkontakte,30\r\nUSA,facebook,20\r\n",
  );
});

test("barChart keeps the given order when asked, and ties in the order of the rows", () => {
  const tied = [
    { l: "b", n: 1 },
    { l: "a", n: 1 },
    { l: "c", n: 2 },
  ];
  const order = (options: { order?: "given" }) =>
    barChart(tied, { ...text, ...options, label: "l", value: "n" }).figure.layout.yaxis?.ticktext;
  assert.deepEqual(order({ order: "given" }), ["b", "a", "c"]);
  assert.deepEqual(order({}), ["c", "b", "a"]);
});

test("barChart draws an interval from low to high", () => {
  const chart = barChart([{ l: "a", n: 5, low: 3, high: 9 }], {
    ...text,
    label: "l",
    value: "n",
    low: "low",
    high: "high",
  });
  const { error_x } = chart.figure.data[0] as { error_x: { array: number[]; arrayminus: number[] } };
  assert.deepEqual([error_x.arrayminus, error_x.array], [[2], [4]]);
});

test("barChart shows hostile labels as text", () => {
  const chart = barChart([{ l: "<img src=x onerror=alert(1)> $x$", n: 1 }], {
    ...text,
    label: "l",
    value: "n",
  });
  assert.doesNotMatch(JSON.stringify(chart.figure), /<img|\$x\$/);
});

test("barChart refuses a label that stands twice, and more series than colours", () => {
  assert.throws(
    () => barChart(rows, { ...text, label: "country", value: "members" }),
    /label must be unique, found "Russia" twice/,
  );
  const many = Array.from({ length: 6 }, (_, i) => ({ l: "a", n: 1, s: `s${i}` }));
  assert.throws(
    () => barChart(many, { ...text, label: "l", value: "n", series: "s" }),
    /series must be at most 5, found 6/,
  );
});
