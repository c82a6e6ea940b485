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

test("barChart refuses no rows, half an interval, and an interval that does not hold its value", () => {
  const of = (low: number | null, high: number | null) => [{ l: "a", n: 5, low, high }];
  const named = { ...text, label: "l", value: "n" } as const;
  assert.throws(() => barChart([] as ReturnType<typeof of>, named), {
    name: "RangeError",
    message: "barChart needs at least one row, found none; leave the chart out",
  });
  assert.throws(() => barChart(of(3, 9), { ...named, low: "low" }), /low and high must both be named .* found only low/);
  assert.throws(() => barChart(of(3, 9), { ...named, high: "high" }), /found only high; name the other/);
  const wrong: [number | null, number | null, string][] = [
    [9, 3, "9 to 3"],
    [6, 9, "6 to 9"],
    [3, null, "3 to nothing"],
  ];
  for (const [low, high, found] of wrong) {
    assert.throws(() => barChart(of(low, high), { ...named, low: "low", high: "high" }), {
      name: "RangeError",
      message: new RegExp(`"a" must have both ends .*, found 5 in ${found}; check the columns`),
    });
  }
  assert.equal(barChart(of(null, null), { ...named, low: "low", high: "high" }).toCSV(), "label,value,low,high\r\na,5,,\r\n");
});
