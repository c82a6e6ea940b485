import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";

import { readDay, readOneOf, readOptionalText, readText, readWholeNumber } from "./read-cell";
import { readTable } from "./read-table";

const folder = mkdtempSync(join(tmpdir(), "read-table-"));
after(() => rmSync(folder, { recursive: true }));

/** Write a table and give its path. */
function table(content: string | Uint8Array): string {
  const path = join(folder, "table.csv");
  writeFileSync(path, content);
  return path;
}

/** The cells of a table with columns a and b. */
const cellsOf = (content: string | Uint8Array) => readTable(table(content), ["a", "b"]).map(({ cells }) => [cells.a, cells.b]);

test("readTable gives cells as written, also with quotes, commas and line breaks inside", () => {
  assert.deepEqual(cellsOf('a,b\n1,"x, ""y""\nz"\nү,\n'), [["1", 'x, "y"\nz'], ["ү", ""]]);
});

test("readTable takes a byte-order mark, CRLF, another order of columns and a missing last line end", () => {
  const expected = [["1", "2"], ["3", "4"]];
  assert.deepEqual(cellsOf("\uFEFFa,b\r\n1,2\r\n3,4\r\n"), expected);
  assert.deepEqual(cellsOf("b,a\n2,1\n4,3"), expected);
});

test("readTable counts lines as an editor does, past cells of several lines", () => {
  for (const end of ["\n", "\r\n"]) {
    const rows = readTable(table(["a,b", '1,"x', 'y"', "2,z", ""].join(end)), ["a", "b"]);
    assert.deepEqual(rows.map(({ where }) => where.replace(/^.*:/, "")), ["2", "4"]);
  }
});

test("readTable stops at what is not the table, and says where and what to do", () => {
  const wrong: [content: string | Uint8Array, message: RegExp][] = [
    ["", /table\.csv:1: header must be a,b, found an empty file; restore it/],
    ["a,b\n", /table\.csv:2: table must have at least one row, found only its header; /],
    ["a\n1\n", /table\.csv:1: header must be a,b, found it without b; name the columns so/],
    ["a,b,c\n1,2,3\n", /table\.csv:1: header must be a,b, found it with "c" besides; /],
    ["a,c\n1,2\n", /found it without b and with "c" besides/],
    ["a,b,a\n1,2,3\n", /found it with "a" besides/],
    ["a;b\n1;2\n", /found it without a,b and with "a;b" besides/],
    ["a,b\n1\n", /table\.csv:2: row must have 2 cells, found 1; quote a cell/],
    ["a,b\n1,2\n\n3,4\n", /table\.csv:3: row must have 2 cells, found 1; .* remove empty lines/],
    ["a,b\n1,2,3\n", /table\.csv:2: row must have 2 cells, found 3; /],
    ["a,b\n1, 2\n", /table\.csv:2: b must not begin or end with white space, found " 2"; remove the space/],
    ["a,b\n1,x\u0000y\n", /table\.csv:2: b must hold no control character, found U\+0000; remove it/],
    ["a,b\n1,x\u001by\n", /table\.csv:2: b must hold no control character, found U\+001B; remove it/],
    ["a,b\n1,x\ry\n", /table\.csv:2: b must hold no control character, found U\+000D; remove it/],
    ["a,b\n1,\u200b\n", /table\.csv:2: b must hold text that is seen or be empty, found U\+200B; remove it/],
    ["a,b\r1,2\r", /table\.csv:1: lines must end in LF or CRLF, found CR alone; save the file with LF/],
    ['a,b\n1,"2\n', /table\.csv:\d: quotes must be closed .*; restore it/],
    ['a,b\n1,2"3\n', /table\.csv:\d: quotes must be closed .*; restore it/],
    [Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0xea, 0x2c, 0xff), /file must be UTF-8, found other bytes; save it as UTF-8/],
  ];
  for (const [content, message] of wrong) assert.throws(() => cellsOf(content), message);
  assert.throws(() => readTable(join(folder, "none.csv"), ["a"]), /none\.csv: file must be readable, found .*ENOENT/);
});

test("readTable stops at a value that stands twice in a unique column", () => {
  const path = table("a,b\n1,x\n2,x\n1,y\n");
  assert.throws(() => readTable(path, ["a", "b"], { unique: ["a"] }), /csv:4: a must be unique, found "1" also at .*csv:2; remove or rename/);
});

test("cells are read by kind, and a wrong one names file, line, column, need and find", () => {
  const [row] = readTable(table("a,b\n12,2020-02-29\n"), ["a", "b"]);
  assert.ok(row);
  assert.equal(readWholeNumber(row, "a"), 12);
  assert.equal(readDay(row, "b"), "2020-02-29");
  assert.equal(readOneOf(row, "a", ["11", "12"]), "12");

  const bad = (cell: string) => {
    const [first] = readTable(table(`a,b\n${cell},\n`), ["a", "b"]);
    assert.ok(first);
    return first;
  };
  assert.equal(readOptionalText(bad("1"), "b"), null);
  assert.throws(() => readText(bad("1"), "b"), /csv:2: b must be text, found nothing; fill the cell/);
  for (const cell of ["-1", "1.5", "1e3", "12.5K", "٣", "99999999999999999999"]) {
    assert.throws(() => readWholeNumber(bad(cell), "a"), /csv:2: a must be a whole number from 0 up, found ".+"; write digits/, cell);
  }
  for (const cell of ["2021-02-29", "2020-13-01", "2020-1-1", "1.7.2020", "0000-01-01"]) {
    assert.throws(() => readDay(bad(cell), "a"), /csv:2: a must be a day such as 2020-10-04, found/, cell);
  }
  assert.throws(() => readOneOf(bad("myspace"), "a", ["facebook"]), /a must be one of facebook, found "myspace"; write one of these/);
});
