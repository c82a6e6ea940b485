import assert from "node:assert/strict";
import test from "node:test";

import { parse } from "csv-parse/sync";
import fc from "fast-check";

import { toCsv } from "./to-csv";

test("toCsv quotes commas, quotation marks and line breaks as RFC 4180 says", () => {
  assert.equal(
    toCsv(
      ["a", "b"],
      [
        ['say "x"', "1, 2"],
        ["two\nlines", null],
      ],
    ),
    'a,b\r\n"say ""x""","1, 2"\r\n"two\nlines",\r\n',
  );
});

test("toCsv defuses what a spreadsheet would run as a formula", () => {
  // The signs of OWASP's page on CSV injection, with their full-width forms and after white space.
  for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"]) {
    const [[cell]] = parse(toCsv(["a"], [[text]]), { from_line: 2, relax_quotes: true }) as [[string]];
    assert.equal(cell, `'${text}`);
  }
  assert.equal(toCsv(["n"], [[-1]]), "n\r\n-1\r\n");
});

test("toCsv writes numbers in full, dates in UTC and lists with semicolons", () => {
  const day = new Date("2020-10-05T00:00:00Z");
  assert.equal(
    toCsv(["a", "b", "c"], [[0.1 + 0.2, day, ["x", "y"]]]),
    "a,b,c\r\n0.30000000000000004,2020-10-05T00:00:00.000Z,x; y\r\n",
  );
});

test("toCsv reads back as it was written", () => {
  const text = fc
    .string({ unit: "grapheme" })
    .filter((value) => !/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(value));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
      const back = parse(toCsv(["a", "b"], rows), { from_line: 2, record_delimiter: "\r\n" }) as string[][];
      assert.deepEqual(back, rows);
    }),
  );
});

test("toCsv quotes the separator that it is given, and no other", () => {
  assert.equal(toCsv(["a", "b"], [["x; y", "1,5"]], ";"), 'a;b\r\n"x; y";1,5\r\n');
});
