import assert from "node:assert/strict";
import test from "node:test";

import { quasiPoisson } from "./quasi-poisson";

// prettier-ignore
const COUNTS = [3, 5, 2, 4, 6, 3, 1, 4, 5, 2, 3, 4, 6, 5, 3, 2, 12, 15, 9, 14, 11, 8, 10, 7, 9, 6, 5, 8, 4, 6];
// prettier-ignore
const EXPOSED = [50, 60, 45, 55, 70, 50, 30, 52, 61, 40, 50, 55, 72, 58, 49, 41, 66, 80, 59, 77, 70, 55, 68, 54, 66, 52, 47, 61, 45, 58];
const rows = COUNTS.map((count, i) => {
  return {
    count,
    exposure: EXPOSED[i] as number,
    x: [i / 7, i >= 16 ? 1 : 0, i >= 16 ? (i - 16) / 7 : 0],
  };
});

function close(found: readonly number[], expected: readonly number[]): void {
  assert.equal(found.length, expected.length);
  found.forEach((value, i) =>
    assert.ok(Math.abs(value - expected[i]!) < 1e-8, `${value} for ${expected[i]}`),
  );
}

test("quasiPoisson agrees with statsmodels 0.15.0: coefficients, quasi and HAC standard errors", () => {
  // sm.GLM(y, X, family=Poisson(), offset=log(e)).fit(), fit(scale="X2").bse,
  // fit(cov_type="HAC", cov_kwds={"maxlags": 0 or 3, "use_correction": False}).bse
  const found = quasiPoisson(rows, { lag: 3 });
  close(
    found.coefficients,
    [-2.680695896323714, 0.009464155372666972, 0.9962318767046674, -0.34400022922489426],
  );
  close(
    found.quasi,
    [0.09260826393615434, 0.07367009319548506, 0.11601791786207813, 0.09451245249827941],
  );
  close([found.dispersion], [0.1360675133872592]);
  close(
    found.robust,
    [0.050726082203475055, 0.055344890068040525, 0.08284525156646057, 0.06201187288397697],
  );
  close(
    quasiPoisson(rows, { lag: 0 }).robust,
    [0.10381897072848181, 0.08086394595377286, 0.11443814617513791, 0.09045877385549814],
  );
});

test("quasiPoisson with one group variable gives the ratio of the two shares", () => {
  // 10 + 20 of 300 against 40 + 20 of 200: 0.3 / 0.1 = 3.
  const counts = [10, 20, 40, 20].map((count, i) => ({
    count,
    exposure: [100, 200, 100, 100][i]!,
    x: [i < 2 ? 0 : 1],
  }));
  assert.ok(Math.abs(Math.exp(quasiPoisson(counts).coefficients[1]!) - 3) < 1e-9);
});

test("quasiPoisson takes Newey and West's lag for the number of rows", () => {
  // 4 (30/100)^(2/9) = 3.06.
  assert.equal(quasiPoisson(rows).lag, 3);
});

test("quasiPoisson stops where a group has no count, where rows are too few, and where variables agree", () => {
  const empty = [0, 0, 0, 4, 5, 6].map((count, i) => ({ count, exposure: 10, x: [i < 3 ? 0 : 1] }));
  assert.throws(() => quasiPoisson(empty), /a count above 0 is needed in every group/);
  assert.throws(() => quasiPoisson(empty.map((row) => ({ ...row, count: 0 }))), /found 0 in 6 rows/);
  assert.throws(() => quasiPoisson(rows.slice(0, 4)), /found 4 rows for 4/);
  assert.throws(() => quasiPoisson(rows.map((row) => ({ ...row, x: [1, 1] }))), /variables must differ/);
  assert.throws(
    () =>
      quasiPoisson([
        { count: 1, exposure: 0, x: [] },
        { count: 1, exposure: 1, x: [] },
      ]),
    /exposures above 0/,
  );
});
