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

test("a frame describes its columns as pandas does", () => {
  // Deviations from the mean of 5 square to 9, 1, 1, 1, 0, 0, 4, 16: 32 in all, over 7 degrees of freedom.
  const values = [2, 4, 4, 4, 5, 5, 7, 9];
  const { frame } = completeFrame(
    values.map((likes, i) => ({ kind: i < 7 ? "page" : "group", likes })),
    ["kind", "likes"],
  );
  const likes = frame["likes"];
  assert.deepEqual([likes.mean(), likes.median(), likes.mode()], [5, 4.5, [4]]);
  assert.ok(Math.abs(likes.var() - 32 / 7) < 1e-12);
  assert.ok(Math.abs(likes.std() - Math.sqrt(32 / 7)) < 1e-12);
  const described = frame.loc({ columns: ["likes"] }).describe();
  assert.deepEqual(described.index, ["count", "mean", "std", "min", "median", "max", "variance"]);
  const expected = [8, 5, Math.sqrt(32 / 7), 2, 4.5, 9, 32 / 7];
  for (const [i, [value]] of (described.values as number[][]).entries())
    assert.ok(Math.abs((value as number) - (expected[i] as number)) < 1e-3, `${described.index[i]} is ${value}`);
  const kinds = frame.groupby(["kind"]).col(["likes"]).std();
  // danfojs, other than pandas, gives 0 for a group of one.
  assert.deepEqual((kinds.values as unknown[][]).map(([kind]) => kind), ["page", "group"]);
  assert.equal((kinds.values as unknown[][])[1]?.[1], 0);
});

test("the mode of a column is every value that is commonest, and a text has no mean", () => {
  const { frame } = completeFrame([{ a: 3, b: "x" }, { a: 1, b: "y" }, { a: 3, b: "y" }, { a: 1, b: "z" }], ["a", "b"]);
  assert.deepEqual(frame["a"].mode(), [3, 1]);
  assert.throws(() => frame["b"].mean(), /string/i);
});
