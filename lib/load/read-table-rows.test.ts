import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";

import { readTableRows, type TableRow } from "./read-table-rows";

async function rowsOf(text: string, size = 7): Promise<TableRow[]> {
  async function* chunks(): AsyncGenerator<string> {
    // By characters: a decoder never ends a chunk between the halves of one.
    const characters = [...text];
    for (let at = 0; at < characters.length; at += size) yield characters.slice(at, at + size).join("");
  }
  const rows: TableRow[] = [];
  for await (const group of readTableRows(chunks(), ",")) rows.push(...group);
  return rows;
}

const shown = (rows: TableRow[]): string[] => rows.map(
  (row) => `${row.line} ${"cells" in row ? row.cells.join("|") : row.found}`
);

test("readTableRows gives each row with the line on which it starts", async () => {
  assert.deepEqual(
    shown(await rowsOf('a,b\r\n"x\r\ny",1\r\n\r\n"q ""z""",2')), ["1 a|b", "2 x\r\ny|1", "5 q \"z\"|2"],
  );
});

test("readTableRows gives up the line of a wrong quote and no other", async () => {
  assert.deepEqual(
    shown(await rowsOf('a,b\n1,2\n3,"x" y\n4,5\n6,7\n')),
    ["1 a|b", "2 1|2", "3 another character", "4 4|5", "5 6|7"],
  );
  assert.deepEqual(shown(await rowsOf('a,b\n3,x "q" y\n4,5\n')), ["1 a|b", "2 a quote inside one", "3 4|5"]);
});

test("readTableRows gives up the line of a quote that is never closed and no other", async () => {
  const expected = ["1 a|b", "2 1|2", "3 none up to the end of the file", "4 4|5", "5 6|7"];
  assert.deepEqual(shown(await rowsOf('a,b\n1,2\n3,"unclosed\n4,5\n6,7\n')), expected);
  assert.deepEqual(shown(await rowsOf('a,b\n1,2\n3,"unclosed\n4,5\n6,7\n', 1000)), expected);
  assert.deepEqual(
    shown(await rowsOf('a,b\n3,"unclosed\n4,5\n6,"7"\n8,9')),
    ["1 a|b", "2 another character", "3 4|5", "4 6|7", "5 8|9"],
  );
});

test("readTableRows reads back any table that is written by the rules of CSV", async () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", "ө", "😀", '"', ",", "\n", "\r\n", " ", ";"), maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 40 }), async (table, size) => {
      const text = table.map(
        (row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(",")
      ).join("\n");
      assert.deepEqual((await rowsOf(text, size)).map((row) => ("cells" in row ? row.cells : row)), table);
    }),
    { numRuns: 50 },
  );
});
