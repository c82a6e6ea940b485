import assert from "node:assert/strict";
import test from "node:test";

import { completeFrame, groupMeans } from "./complete-frame";

const rows = [
  { kind: "page", likes: 2, shares: null },
  { kind: "page", likes: null, shares: null },
  { kind: "group", likes: 8, shares: null },
];

test("completeFrame leaves rows with gaps outside", () => {
  const { frame, leftOut } = completeFrame(rows, ["kind", "likes"]);
  assert.deepEqual([frame.shape, leftOut], [[2, 2], 1]);
});

test("completeFrame refuses a frame of nothing and a value that is no cell", () => {
  assert.throws(() => completeFrame([{ likes: null }], ["likes"]), /has likes, found none among 1/);
  assert.throws(
    () => completeFrame([{ likes: NaN }], ["likes"]),
    /finite number, text or boolean, found NaN/,
  );
});

test("groupMeans is not of zeros, as danfojs alone would have it", () => {
  // danfojs alone gives 1 for pages: (2 + 0) / 2.
  const means = groupMeans(rows, "kind", ["likes", "shares"]);
  assert.deepEqual(means.rows, [
    { kind: "page", likes_mean: 2 },
    { kind: "group", likes_mean: 8 },
  ]);
  assert.deepEqual([means.of, means.leftOut, means.unknown], [2, 1, ["shares"]]);
});

test("groupMeans gives no row where nothing is known", () => {
  assert.deepEqual(groupMeans(rows, "kind", ["shares"]), {
    rows: [],
    of: 0,
    leftOut: 3,
    unknown: ["shares"],
  });
  assert.deepEqual(groupMeans([] as typeof rows, "kind", ["likes"]).rows, []);
});
