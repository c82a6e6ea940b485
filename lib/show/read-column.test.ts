import assert from "node:assert/strict";
import test from "node:test";

import { readDates, readLabels, readNumbers } from "./read-column";

test("a column is read by name or by a function", () => {
  assert.deepEqual(readNumbers([{ n: 1 }, { n: null }], "n"), [1, null]);
  assert.deepEqual(
    readLabels([{ n: 1 }], ({ n }) => `row ${n}`),
    ["row 1"],
  );
});

test("a value that cannot be drawn is named with its row", () => {
  assert.throws(
    () => readNumbers([{ n: 1 }, { n: Number.NaN }], "n"),
    /n in row 2 must be a finite number or null, found NaN/,
  );
  assert.throws(() => readNumbers([{}], "n" as never), /n in row 1 .*found undefined/);
  assert.throws(() => readLabels([{ name: "" }], "name"), /name in row 1 must be text, found ""/);
  assert.throws(
    () => readDates([{ on: new Date("x") }], "on"),
    /on in row 1 must be a date, found Invalid Date/,
  );
});
