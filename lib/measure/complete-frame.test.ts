import assert from "node:assert/strict";
import test from "node:test";

import { completeFrame, frameRows } from "./complete-frame";

const rows = [
  { kind: "page", likes: 2 },
  { kind: "page", likes: null },
  { kind: "group", likes: 8 },
];

test("completeFrame leaves rows with gaps outside, so that a mean is not of zeros", () => {
  const { frame, leftOut } = completeFrame(rows, ["kind", "likes"]);
  assert.equal(leftOut, 1);
  // danfojs alone would give 1 for pages: (2 + 0) / 2.
  const means = frame.groupby(["kind"]).col(["likes"]).mean();
  assert.deepEqual(frameRows(means), [
    { kind: "page", likes_mean: 2 },
    { kind: "group", likes_mean: 8 },
  ]);
});

test("frameRows keeps the names of the statistics", () => {
  const described = frameRows(completeFrame(rows, ["likes"]).frame.describe(), "statistic");
  assert.deepEqual(described.find(({ statistic }) => statistic === "median"), { statistic: "median", likes: 5 });
});

test("completeFrame refuses a frame of nothing and a value that is no cell", () => {
  assert.throws(() => completeFrame([{ likes: null }], ["likes"]), /has likes, found none among 1/);
  assert.throws(() => completeFrame([{ likes: NaN }], ["likes"]), /finite number, text or boolean, found NaN/);
});
