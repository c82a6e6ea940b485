import assert from "node:assert/strict";
import test from "node:test";

import { dumbbellChart } from "./dumbbell-chart";

const options = {
  label: "country",
  from: "members",
  to: "migrants",
  names: ["Members", "Migrants"],
  axis: "People",
  title: "Sample against Table 2",
  alt: "Russia is far below.",
} as const;
const rows = [
  { country: "Russia", members: 60734, migrants: 640000 },
  { country: "Italy", members: 0, migrants: 5500 },
  { country: "Spain", members: 1400, migrants: null },
];

test("dumbbellChart writes the lesser number left of its point and the greater right", () => {
  const { data } = dumbbellChart(rows, options).figure;
  const [members, migrants] = data.slice(-2) as { text: string[]; textposition: string[] }[];
  assert.deepEqual(members?.text, ["60,734", "0", "1,400 (Migrants: not stated)"]);
  assert.deepEqual(members?.textposition, ["middle left", "middle left", "middle right"]);
  assert.deepEqual(migrants?.text, ["640,000", "5,500", ""]);
  assert.deepEqual(migrants?.textposition.slice(0, 2), ["middle right", "middle right"]);
});

test("dumbbellChart shows 0 on a logarithmic axis", () => {
  const { layout } = dumbbellChart(rows, { ...options, scale: "log" }).figure;
  assert.deepEqual(layout.xaxis?.ticktext, ["0", "1,000", "10,000", "100,000", "1,000,000"]);
});

test("dumbbellChart writes its values as CSV", () => {
  assert.match(
    dumbbellChart(rows, options).toCSV(),
    /^label,Members,Migrants\r\nRussia,60734,640000\r\n[\s\S]*Spain,1400,\r\n$/,
  );
});

test("dumbbellChart refuses rows in which nothing is stated", () => {
  assert.throws(
    () => dumbbellChart([{ country: "A", members: null, migrants: null }], options),
    /at least one value must be stated/,
  );
});

test("dumbbellChart refuses to draw no rows", () => {
  assert.throws(() => dumbbellChart([] as never[], options as never), /^RangeError: dumbbellChart needs at least one row, found none; /);
});
