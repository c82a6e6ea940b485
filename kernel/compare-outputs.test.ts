import assert from "node:assert/strict";
import test from "node:test";

import { compareOutputs } from "./compare-outputs";
import type { MimeBundle, Output } from "./notebook-file";

const stdout = (text: string): Output => ({ output_type: "stream", name: "stdout", text });
const shown = (data: MimeBundle): Output => ({
  output_type: "execute_result",
  execution_count: 1,
  data,
  metadata: {},
});

function table(members: unknown, html = "<table>", plain = "Table"): Output {
  const columns = [
    { name: "name", type: "text" },
    { name: "members", type: "number" },
  ];
  const rows = [
    ["Мекен", 900],
    ["Kyrgyz in Seoul", members],
  ];
  return shown({
    "application/vnd.clicks-to-streets.table+json": { columns, rows },
    "text/html": html,
    "text/plain": plain,
  });
}

function plot(y: number[], svg: string): Output {
  const data = [{ type: "bar", x: ["a", "b"], y }];
  return shown({
    "application/vnd.plotly.v1+json": { data, layout: {} },
    "image/svg+xml": svg,
    "text/plain": "A bar chart",
  });
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><g><text x="1">Members</text><path d="M0,0"/></g></svg>';

test("compareOutputs finds nothing between an output and itself, whatever its execution count", () => {
  for (const output of [stdout("1\n"), table(12500), plot([1, 2], SVG)]) {
    assert.deepEqual(compareOutputs([output], [structuredClone(output)]), []);
  }
  assert.deepEqual(
    compareOutputs(
      [shown({ "text/plain": "1" })],
      [{ ...shown({ "text/plain": "1" }), execution_count: 9 } as Output],
    ),
    [],
  );
});

test("compareOutputs names the row, the column and both values of a changed table cell", () => {
  assert.deepEqual(compareOutputs([table(12500)], [table(12600, "<table> ", "Table ")]), [
    'table row 2 (Kyrgyz in Seoul), column "members": committed 12500, now 12600',
  ]);
});

test("compareOutputs tells how many rows a table lost and the first row that differs", () => {
  const short = structuredClone(table(1)) as { data: Record<string, { rows: unknown[] }> };
  short.data["application/vnd.clicks-to-streets.table+json"]?.rows.shift();
  assert.deepEqual(compareOutputs([table(1)], [short as never]), [
    "table: committed 2 rows, now 1",
    'table row 1, column "name": committed "Мекен", now "Kyrgyz in Seoul"',
  ]);
});

test("compareOutputs lets numbers differ within one part in 10^9, and not beyond", () => {
  assert.deepEqual(compareOutputs([table(1)], [table(1 + 9e-10)]), []);
  assert.equal(compareOutputs([table(1)], [table(1 + 2e-9)]).length, 1);
  assert.deepEqual(compareOutputs([table(100)], [table(101)], { relative: 0.01, absolute: 0 }), []);
  assert.deepEqual(compareOutputs([table(0)], [table(1e-13)]), []);
});

test("compareOutputs does not take a number for a text, nor a missing value for zero", () => {
  assert.equal(compareOutputs([table(0)], [table(null)]).length, 1);
  assert.equal(compareOutputs([table(5)], [table("5")]).length, 1);
});

test("compareOutputs finds an edit by hand in what is drawn from unchanged data", () => {
  assert.deepEqual(compareOutputs([table(5, "<td>6</td>")], [table(5, "<td>5</td>")]), [
    'text/html line 1: committed "<td>6</td>", now "<td>5</td>"',
  ]);
  assert.deepEqual(compareOutputs([table(5, "<b>", "members 6")], [table(5, "<b>", "members 5")]), [
    'text/plain line 1: committed "members 6", now "members 5"',
  ]);
});

test("compareOutputs lets a printed digit move by one only where the data moved within the tolerance", () => {
  const nudged = 0.415 + 1e-16 * 4;
  assert.deepEqual(compareOutputs([table(0.415, "0.41", "0.41")], [table(nudged, "0.42", "0.42")]), []);
  assert.equal(compareOutputs([table(0.415, "0.41", "")], [table(nudged, "0.43", "")]).length, 1);
  assert.equal(compareOutputs([table(0.415, "0.41", "")], [table(0.415, "0.42", "")]).length, 1);
});

test("compareOutputs compares a plot by its data and the words in it, not by its shapes", () => {
  const moved = SVG.replace('x="1"', 'x="2"').replace("M0,0", "M5,5");
  assert.deepEqual(compareOutputs([plot([1, 2], SVG)], [plot([1, 2], moved)]), []);
  assert.deepEqual(compareOutputs([plot([1, 2], SVG)], [plot([1, 3], SVG)]), [
    "plot, data[0].y[1]: committed 2, now 3",
  ]);
  assert.deepEqual(compareOutputs([plot([1, 2], SVG.replace("Members", "Followers"))], [plot([1, 2], SVG)]), [
    'words in the picture, line 1: committed "Followers", now "Members"',
  ]);
});

test("compareOutputs finds a picture that is broken, empty or holds a script", () => {
  const against = (svg: string): string[] => compareOutputs([plot([1], svg)], [plot([1], SVG)]);
  assert.deepEqual(against(SVG.replace("</g>", "")), ["the committed picture needs </g> here, found </svg>"]);
  assert.deepEqual(against(SVG.replace("</svg>", "")), ["the committed picture needs </svg>, found the end"]);
  assert.deepEqual(against(""), ['the committed picture needs an <svg> element, found ""']);
  assert.match(against(SVG.replace("<g>", "<g><script>x</script>"))[0] ?? "", /no script/);
});

test("compareOutputs compares a claim by its record", () => {
  const card = (verdict: string): Output =>
    shown({ "application/vnd.clicks-to-streets.claim+json": { id: "S3", verdict } });
  assert.deepEqual(compareOutputs([card("reproduced")], [card("contradicted")]), [
    'claim S3, verdict: committed "reproduced", now "contradicted"',
  ]);
});

test("compareOutputs tells printed lines that were added, removed and changed, by their place", () => {
  assert.deepEqual(compareOutputs([stdout("а\nб\nв\n")], [stdout("а\nв\nг\n")]), [
    'stdout line 2: committed "б", now nothing',
    'stdout after line 3: committed nothing, now "г"',
  ]);
  assert.deepEqual(compareOutputs([stdout("a\nb\n")], [stdout("a\nc")]), [
    'stdout line 2: committed "b", now "c"',
  ]);
  assert.deepEqual(compareOutputs([stdout("a\n")], [stdout("a")]), [
    "stdout: committed a final line break, now no final line break",
  ]);
});

test("compareOutputs cuts a long line to the part that differs", () => {
  const long = (n: number): Output => stdout(`${"x".repeat(500)}${n}${"y".repeat(500)}`);
  const [line = ""] = compareOutputs([long(1)], [long(2)]);
  assert.match(line, /"…x+1y+…", now "…x+2y+…"$/);
  assert.ok(line.length < 200, line);
});

test("compareOutputs names outputs that are missing, new or of another kind", () => {
  assert.deepEqual(compareOutputs([stdout("1\n"), table(1)], [stdout("1\n")]), [
    "output 2, committed a table, now nothing",
  ]);
  assert.deepEqual(compareOutputs([], [stdout("hello\n")]), ['committed nothing, now stdout "hello"']);
  assert.deepEqual(compareOutputs([stdout("1\n")], [table(1)]), ['committed stdout "1", now a table']);
  const { "text/html": _, ...rest } = (table(1) as { data: MimeBundle }).data;
  assert.deepEqual(compareOutputs([table(1)], [shown(rest)]), ["text/html: committed, now absent"]);
});

test("compareOutputs compares errors by name and message, without colours and stack", () => {
  const error = (evalue: string, ...traceback: string[]): Output => ({
    output_type: "error",
    ename: "RangeError",
    evalue,
    traceback,
  });
  assert.deepEqual(compareOutputs([error("x", "at 1")], [error("\u001b[31mx\u001b[0m", "at 2")]), []);
  assert.deepEqual(compareOutputs([error("x")], [error("y")]), [
    'error line 1: committed "RangeError: x", now "RangeError: y"',
  ]);
});
