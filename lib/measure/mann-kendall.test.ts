import assert from "node:assert/strict";
import test from "node:test";

import { mannKendall } from "./mann-kendall";

test("mannKendall counts rising pairs less falling ones and divides by their spread", () => {
  // 1 3 2 4 5: of 10 pairs one falls, so S = 9 - 1 = 8; Var(S) = 5 × 4 × 15 / 18 = 16.667; z = 7 / 4.0825 = 1.7146.
  const { s, tau, z } = mannKendall([1, 3, 2, 4, 5]);
  assert.equal(s, 8);
  assert.equal(tau, 0.8);
  assert.equal(z.toFixed(4), "1.7146");
});

test("mannKendall makes the spread smaller for ties", () => {
  // 1 1 2 3: S = 5; Var(S) = (4 × 3 × 13 - 2 × 1 × 9) / 18 = 138 / 18 = 7.667; z = 4 / 2.7689 = 1.4446.
  assert.equal(mannKendall([1, 1, 2, 3]).z.toFixed(4), "1.4446");
  assert.equal(mannKendall([2, 2, 2, 2]).z, 0);
});

test("mannKendall gives the opposite for the series read backwards", () => {
  const values = [0.2, 0.5, 0.1, 0.9, 0.7, 0.3];
  assert.equal(mannKendall(values).z, -mannKendall([...values].reverse()).z);
});

test("mannKendall is not moved by how large one value is", () => {
  assert.deepEqual(mannKendall([1, 2, 3, 4, 100, 5]), mannKendall([1, 2, 3, 4, 6, 5]));
});

test("mannKendall needs four values", () => {
  assert.throws(() => mannKendall([1, 2, 3]), /needs at least four values, found 3/);
});
