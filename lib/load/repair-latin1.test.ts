import assert from "node:assert/strict";
import test from "node:test";

import { repairLatin1 } from "./repair-latin1";

test("repairLatin1 restores Russian and Kyrgyz letters", () => {
  // The pairs are in the formats' description: П, ө, ү, ң.
  assert.equal(repairLatin1("\u00d0\u009f"), "П");
  assert.equal(repairLatin1("\u00d3\u00a9\u00d2\u00af\u00d2\u00a3"), "өүң");
});

test("repairLatin1 leaves text that is not damaged", () => {
  for (
    const text of ["", "plain", "café", "Привет", "П\u00d0\u009f", "\u00d0", "naïve ÿ"]
  ) assert.equal(repairLatin1(text), text);
});

test("repairLatin1 repairs once", () => {
  const twice = Buffer.from(Buffer.from("Я").toString("latin1")).toString("latin1");
  assert.equal(repairLatin1(twice), Buffer.from("Я").toString("latin1"));
});
