import assert from "node:assert/strict";
import test from "node:test";

import { TABLE_MIME, jupyterDisplay } from "./mime-bundle";
import { plot } from "./plot";

const figure = {
  data: [{ type: "bar" as const, x: [1, 2], y: [3, 4] }],
  title: "Posts a day",
  alt: "Two bars.",
};
const titleOf = (options: Parameters<typeof plot>[0]) =>
  (plot(options).figure.layout.title as { text: string }).text;

test("plot needs a title, an alternative text and a trace", () => {
  assert.throws(() => plot({ ...figure, alt: " " }), /alt must be text, found " "/);
  assert.throws(() => plot({ ...figure, title: "" }), /title must be text, found ""/);
  assert.throws(() => plot({ ...figure, data: [] }), /at least one trace, found none/);
  assert.throws(() => plot({ ...figure, width: 10 }), /width must be from 320 to 4000 pixels, found 10/);
});

test("plot refuses traces whose static picture would be empty", () => {
  for (const type of [
    "scattergl",
    "scatter3d",
    "surface",
    "choropleth",
    "scattergeo",
    "densitymap",
  ] as const) {
    assert.throws(() => plot({ ...figure, data: [{ type } as object] }), new RegExp(`found "${type}"`));
  }
  for (const type of ["heatmap", "histogram", "box", "sankey"] as const)
    plot({ ...figure, data: [{ type } as object] });
});

test("plot says in its title that a corpus is the teaching corpus", () => {
  assert.equal(titleOf({ ...figure, corpus: "teaching" }), "<b>Posts a day (teaching corpus)</b>");
  assert.equal(titleOf({ ...figure, corpus: "reader" }), "<b>Posts a day</b>");
  assert.equal(
    plot({ ...figure, corpus: "teaching" }).toString(),
    "Posts a day (teaching corpus). Two bars.",
  );
});

test("plot breaks a long title, and shows markup in it as text", () => {
  const lines = titleOf({ ...figure, title: `<b>${"слово ".repeat(40)}</b>` }).split("<br>");
  assert.ok(lines.length >= 3);
  assert.match(lines[0] ?? "", /^<b>&lt;b&gt;слово/);
});

test("plot keeps what was shown when the caller's arrays change, typed arrays too", () => {
  const y = Float64Array.of(1, 2);
  const shown = plot({ ...figure, data: [{ type: "bar", x: [1, 2], y }] });
  y[0] = 9;
  assert.deepEqual((shown.figure.data[0] as { y: unknown }).y, [1, 2]);
});

test("plot writes its numbers as CSV", () => {
  assert.equal(plot(figure).toCSV(), "series,x,y\r\n,1,3\r\n,2,4\r\n");
  assert.equal(plot({ ...figure, rows: [{ day: "=1", n: 3 }] }).toCSV(), "day,n\r\n'=1,3\r\n");
});

test("a plot carries its numbers as a table too, for saving as CSV", async () => {
  const { [jupyterDisplay]: show } = plot({ ...figure, rows: [{ country: "Russia", members: 60734 }, { country: "Korea", members: null }] });
  const record = (await show())[TABLE_MIME];
  assert.deepEqual(record, {
    columns: [{ name: "country", type: "string" }, { name: "members", type: "number" }],
    rows: [["Russia", 60734], ["Korea", null]],
    rowCount: 2,
  });
});
