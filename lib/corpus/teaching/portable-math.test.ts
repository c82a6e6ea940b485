import assert from "node:assert/strict";
import test from "node:test";

import { portableExp, portableLog, portablePower } from "./portable-math";

test("portableExp and portableLog give the values of tables to 14 digits", () => {
  // Abramowitz and Stegun, tables 4.2 and 4.4: e, e^-10, e^20, ln 2, ln 10.
  const close = (found: number, known: number) => assert.ok(Math.abs(found / known - 1) < 1e-14, `${found} against ${known}`);
  close(portableExp(1), 2.718281828459045);
  close(portableExp(-10), 4.539992976248485e-5);
  close(portableExp(20), 485165195.4097903);
  close(portableLog(2), 0.6931471805599453);
  close(portableLog(10), 2.302585092994046);
  close(portablePower(2, 0.5), 1.4142135623730951);
});

test("portableExp and portableLog refuse what lies outside their domain", () => {
  assert.throws(() => portableExp(701), /from -700 to 700, found 701/);
  assert.throws(() => portableLog(0), /above 0, found 0/);
});
