import assert from "node:assert/strict";
import test from "node:test";

import { table as arqueroTable } from "arquero";

import { TABLE_MIME, jupyterDisplay } from "./mime-bundle";
import { table } from "./table";

const rows = [
  { name: "Кыргыздар", members: 60734, share: 0.5, country: null },
  { name: "한국", members: 878, share: 0.0625, country: "South Korea" },
];

function html(source: ReturnType<typeof table>): string {
  return source[jupyterDisplay]()["text/html"] as string;
}

test("table lines up Cyrillic and wide signs, numbers to the right, and says what a dash means", () => {
  assert.equal(
    table(rows, { columns: { name: "Name", members: "Members", country: "Country" } }).toString(),
    [
      "Name       Members  Country",
      "─────────  ───────  ───────────",
      "Кыргыздар   60,734  –",
      "한국           878  South Korea",
      "",
      "– means not stated.",
    ].join("\n"),
  );
});

test("table leaves years as readers know them and gives shares one number of decimals", () => {
  // 0.0625 needs three decimals to show two figures.
  assert.match(
    table([
      { year: 2015, share: 0.5 },
      { year: 2011, share: 0.0625 },
    ]).toString(),
    /2015  0\.500\n2011  0\.063/,
  );
  assert.match(
    table([{ share: 0.5 }], { format: { share: (value) => `${100 * value}%` } }).toString(),
    /50%/,
  );
  assert.match(table([{ share: 0.5 }], { format: { share: 1 } }).toString(), /0\.5$/);
});

test("table writes days without a time, and instants with one", () => {
  assert.match(table([{ on: new Date("2020-10-05T00:00:00Z") }]).toString(), /2020-10-05$/);
  assert.match(table([{ on: new Date("2020-10-05T09:30:00Z") }]).toString(), /2020-10-05 09:30 UTC$/);
});

test("table says how many rows are left out, and keeps them in the CSV", () => {
  const many = Array.from({ length: 15 }, (_, i) => ({ n: i }));
  const short = table(many, { maxRows: 3 });
  assert.match(short.toString(), /2\n… 12 more rows$/);
  assert.match(html(short), /… 12 more rows/);
  assert.equal(short.toCSV().split("\r\n").length, 17); // header, 15 rows, and the end
  assert.match(table(many, { maxRows: 14 }).toString(), /… 1 more row$/);
});

test("table escapes everything that came from data", () => {
  const hostile = `<img src=x onerror=alert(1)></td></script> $x$ \u202etxt`;
  const shown = html(table([{ [hostile]: hostile }], { caption: hostile, notes: hostile }));
  assert.doesNotMatch(shown, /<img|<\/script>|\u202e|\$x\$/);
  assert.equal(shown.split("&lt;img").length - 1, 4);
});

test("table is a table to a screen reader: caption, column and row headers", () => {
  const shown = html(table(rows, { caption: "Communities" }));
  assert.match(shown, /<caption[^>]*>Communities<\/caption>/);
  assert.equal(shown.split('scope="col"').length - 1, 4);
  assert.equal(shown.split('scope="row"').length - 1, 2);
});

test("table carries its values as data", () => {
  assert.deepEqual(table(rows)[jupyterDisplay]()[TABLE_MIME], {
    columns: [
      { name: "name", type: "string" },
      { name: "members", type: "number" },
      { name: "share", type: "number" },
      { name: "country", type: "string" },
    ],
    rows: [
      ["Кыргыздар", 60734, 0.5, null],
      ["한국", 878, 0.0625, "South Korea"],
    ],
    rowCount: 2,
  });
});

test("table reads an arquero table as it reads rows", () => {
  const columns = arqueroTable({ name: ["a", "b"], n: [1, null] });
  assert.equal(
    table(columns).toString(),
    table([
      { name: "a", n: 1 },
      { name: "b", n: null },
    ]).toString(),
  );
});

test("table never shows as 0 what is not 0", () => {
  assert.match(table([{ p: 1e-12 }, { p: 0.5 }, { p: 0 }]).toString(), /<0\.000001\n 0\.500000\n 0\.000000$/);
  assert.match(table([{ p: -1e-12 }]).toString(), />−0\.000001$/);
  assert.match(table([{ n: 0.2 }, { n: 3 }], { format: { n: 0 } }).toString(), /<1\n +3$/);
});

test("table explains its dash where a value is missing, not where data hold one", () => {
  const note = /means not stated/;
  assert.doesNotMatch(table([{ name: "–" }]).toString(), note);
  assert.match(table([{ name: null }]).toString(), note);
  assert.doesNotMatch(table([{ name: "a" }, { name: null }], { maxRows: 1 }).toString(), note);
});

test("table of no rows says so", () => {
  assert.match(table([] as { a: number }[], { columns: ["a"] }).toString(), /no rows/);
});

test("table stops at a column, a value or a limit that cannot be", () => {
  assert.throws(
    () => table(rows, { columns: ["nmae" as "name"] }),
    /must be one of name, members, share, country, found "nmae"/,
  );
  assert.throws(() => table([{ n: Number.NaN }]), /n in row 1 must be a number, found NaN/);
  assert.throws(() => table([{ n: { a: 1 } }]), /n in row 1 must be text.*found Object/);
  assert.throws(() => table(rows, { columns: { name: "Name", country: "Name" } }), {
    name: "RangeError",
    message: 'table: headings must differ, found "Name" for name and for country; rename one of them in columns',
  });
  assert.throws(() => table([{ n: 1 }], { format: { n: (() => undefined) as never } }), {
    name: "TypeError",
    message: "table: a format function must return text, found undefined; return what the cell shows",
  });
  assert.throws(() => table(rows, { maxRows: 0 }), /whole number from 1, found 0/);
});

test("table links a cell to a place within the project, and refuses to lead out of it", () => {
  const rows = [{ id: "S3", cell: "s3-card" }];
  const linked = (link: () => string | null) => html(table(rows, { columns: ["id"], link: { id: link } }));
  assert.match(linked(() => "01-sampling.ipynb#s3-card"), /<a href="01-sampling.ipynb#s3-card">S3<\/a>/);
  assert.doesNotMatch(linked(() => null), /<a/);
  for (const out of ["javascript:alert(1)", "https://example.org", "//example.org", "/etc/passwd", 'a"onclick="x']) {
    assert.throws(() => linked(() => out), /link must lead to a place within the project/);
  }
});
