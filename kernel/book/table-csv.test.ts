import assert from "node:assert/strict";
import test from "node:test";

import { isTableRecord, tableCsv } from "./table-csv";

test("tableCsv writes numbers in full, quotes what needs it, and leaves missing values empty", () => {
  const columns = [{ name: "name" }, { name: "n, of all" }];
  const rows = [
    ["Ош", 0.1234567],
    ['a "b"', null],
    ["two\nlines", true],
  ];
  assert.equal(
    tableCsv({ columns, rows }),
    'name,"n, of all"\r\nОш,0.1234567\r\n"a ""b""",\r\n"two\nlines",true\r\n',
  );
});

test("tableCsv defuses what a spreadsheet would run", () => {
  const formulas = ["=1+1", "+1", "-1", "@x", " =1", "\t=1", "＝1"];
  const lines = tableCsv({ columns: [{ name: "post" }], rows: formulas.map((text) => [text]) })
    .split("\r\n")
    .slice(1, -1);
  for (const line of lines) assert.match(line, /^"?'/);
});

test("isTableRecord knows a table from anything else", () => {
  assert.ok(isTableRecord({ columns: [{ name: "a" }], rows: [[1]] }));
  for (const value of [null, undefined, {}, { columns: [{}], rows: [] }, { columns: [], rows: [1] }, "x"]) {
    assert.equal(isTableRecord(value), false);
  }
});
