import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { formatNumber, formatPercent } from "./format-number";

test("formatNumber separates thousands with commas and fixes the decimals", () => {
  assert.equal(formatNumber(1234567.891, 2), "1,234,567.89");
  assert.equal(formatNumber(999, 0), "999");
  assert.equal(formatNumber(0.5, 3), "0.500");
});

test("formatNumber writes a true minus, and none before a value that rounds to 0", () => {
  assert.equal(formatNumber(-1234, 0), "−1,234");
  assert.equal(formatNumber(-0.004, 2), "0.00");
  assert.equal(formatNumber(-0, 0), "0");
  assert.equal(formatNumber(-Infinity, 0), "−∞");
});

test("formatNumber refuses NaN", () => {
  assert.throws(() => formatNumber(Number.NaN, 0), /value must be a number, found NaN/);
});

test("formatNumber refuses decimals that cannot be written, whatever the value", () => {
  for (const digits of [-1, 21, 1.5, Number.NaN]) {
    for (const value of [1, Infinity]) {
      assert.throws(() => formatNumber(value, digits), {
        name: "RangeError",
        message: `formatNumber: digits must be a whole number from 0 to 20, found ${digits}; correct it`,
      });
    }
  }
});

test("formatNumber without its commas reads back as the rounded number", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (n) => {
      assert.equal(Number(formatNumber(n, 0).replaceAll(",", "").replace("−", "-")), n);
    }),
  );
});

test("formatPercent multiplies by a hundred", () => {
  // 13 of 14 communities: 92.857...
  assert.equal(formatPercent(13 / 14), "92.9%");
});
