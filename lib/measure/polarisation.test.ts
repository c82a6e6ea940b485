import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { polarisation } from "./polarisation";

test("polarisation gives the hand-worked value", () => {
  // 6 for, 2 against, 2 neither: mean 0.4, mean square 0.8, variance 0.8 - 0.16 = 0.64.
  assert.ok(Math.abs((polarisation({ support: 6, doubt: 2, neither: 2 }) ?? 0) - 0.64) < 1e-12);
});

test("polarisation stays between 0 and 1 and does not tell the two sides apart", () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.nat(50), (support, doubt, neither) => {
      const found = polarisation({ support, doubt, neither });
      if (support + doubt + neither === 0) return assert.equal(found, null);
      assert.ok(found !== null && found >= -1e-12 && found <= 1 + 1e-12);
      assert.equal(found, polarisation({ support: doubt, doubt: support, neither }));
    }),
  );
});

test("polarisation refuses a count below 0", () => {
  assert.throws(() => polarisation({ support: -1, doubt: 1, neither: 1 }), /counts from 0 up are needed/);
});
