import assert from "node:assert/strict";
import test from "node:test";

import { multiverse } from "../measure/multiverse";
import type { Plot } from "./plot";
import { specificationCurve } from "./specification-curve";

const text = { title: "Rate ratios", alt: "Rising from 1 to 4.", axis: "rate ratio" } as const;
const found = multiverse({ unit: ["posts", "comments"], window: ["14 days", "28 days"], seed: ["1"] }, ({ unit, window }) => {
  const value = (unit === "posts" ? 1 : 3) + (window === "14 days" ? 0 : 1);
  return { value, holds: value > 2 };
});

test("values stand in ascending order, apart by whether the claim holds", () => {
  const [holds, not] = (specificationCurve(found, text) as Plot).figure.data as { x: number[]; y: number[] }[];
  assert.deepEqual([not?.x, not?.y], [[1, 2], [1, 2]]);
  assert.deepEqual([holds?.x, holds?.y], [[3, 4], [3, 4]]);
});

test("a mark under each value shows the options behind it, choices with one option left out", () => {
  const { data, layout } = (specificationCurve(found, text) as Plot).figure;
  const marks = data.slice(2) as { x: (number | null)[] }[];
  // Four specifications with two choices that vary: eight marks of two points and a gap each.
  assert.equal(marks.reduce((sum, { x }) => sum + x.length, 0), 8 * 3);
  const { ticktext } = (layout as { yaxis2: { ticktext: string[] } }).yaxis2;
  assert.deepEqual(ticktext, ["unit: posts", "unit: comments", "window: 14 days", "window: 28 days"]);
});

test("the CSV has every specification, also one that could not be computed", () => {
  const some = multiverse({ unit: ["posts", "comments"] }, ({ unit }) =>
    unit === "posts" ? { value: 2, holds: true } : { value: null, holds: null },
  );
  assert.equal((specificationCurve(some, text) as Plot).toCSV().replaceAll("\r\n", "\n"), "unit,value,holds\nposts,2,yes\ncomments,,\n");
});

test("nothing computed is said in a sentence", () => {
  const none = multiverse({ unit: ["posts"] }, () => ({ value: null, holds: null }));
  assert.equal(specificationCurve(none, text), "None of 1 specifications has enough texts to be computed.");
});
