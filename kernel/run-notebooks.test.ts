import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";

import { readNotebook } from "./notebook-file";
import { runNotebook } from "./run-notebook";
import { type RunReport, runNotebooks } from "./run-notebooks";
import { claimCell, codeCell, makeProject, proseCell } from "./temporary-project";

const LONG_MS = 120_000;
const meant = codeCell("meant", 'throw new RangeError("as the lesson wants")');
meant.metadata.tags = ["raises-exception"];

const { root, remove } = makeProject(
  {
    "01-fine": [
      proseCell("title", "# 1. Fine?"),
      codeCell("count", "const n = 36;\nn + 1", [{ output_type: "stream", name: "stdout", text: "stale" }], 9),
      meant,
      codeCell("options", '["SEED", "ZONE", "CORPUS"].map((name) => process.env["CLICKS_" + name])'),
      claimCell("s1-card", "S1", "table", "reproduced"),
      claimCell("s2-card", "S2", "table", "contradicted"),
      claimCell("f1-card", "F1", "corpus", "too little data"),
    ],
    "02-throws": [
      codeCell("first", "1"),
      codeCell("bad", '// two lines\nJSON.parse("null").length'),
      codeCell("later", "2", [{ output_type: "stream", name: "stdout", text: "stale" }], 3),
    ],
    "03-exits": [codeCell("leave", "process.exit(0)")],
    "04-dies": [
      codeCell(
        "die",
        'require("node:fs").writeSync(2, "last words\\n"); process.kill(process.pid, "SIGKILL"); await new Promise(() => {})',
      ),
    ],
  },
  [
    "S1,4,01-fine,table,reproduced,x",
    "S2,4,01-fine,table,reproduced,x",
    "F1,5,01-fine,corpus,recovered,x",
    "S3,4,02-throws,table,reproduced,x",
    "X1,7,08-absent,corpus,recovered,x",
  ],
);
const hanging = makeProject({ "01-hangs": [codeCell("loop", "while (true) {}")] });
after(() => {
  remove();
  hanging.remove();
});

let report: RunReport;
before(async () => {
  mkdirSync(join(root, "build", "notebooks"), { recursive: true });
  writeFileSync(join(root, "build", "notebooks", "99-gone.ipynb"), "of an earlier run");
  report = await runNotebooks({ root, corpus: root, seed: 7, zone: "+06:00", jobs: 3, timeoutMs: LONG_MS });
});

const faultOf = (name: string): string =>
  report.faults.find((fault) => fault.startsWith(`notebooks/${name}.ipynb`)) ?? "";
const json = (file: string): any => JSON.parse(readFileSync(join(root, "build", file), "utf8"));

test("runNotebooks runs every notebook to its end or to its fault", () => {
  const ends = report.runs.map(
    ({ name, ran, cells, fault }) => `${name} ${ran}/${cells} ${fault?.cell ?? "ok"}`,
  );
  assert.deepEqual(ends, ["01-fine 6/6 ok", "02-throws 1/3 bad", "03-exits 0/1 leave", "04-dies 0/1 die"]);
});

test("runNotebooks names the cell that throws, its first line and the error", () => {
  assert.match(
    faultOf("02-throws"),
    /^notebooks\/02-throws\.ipynb cell bad `\/\/ two lines`\n {2}TypeError: Cannot read properties of null/,
  );
});

test("runNotebooks interrupts a cell that does not end", async () => {
  const { faults } = await runNotebooks({ root: hanging.root, jobs: 1, timeoutMs: 2500 });
  assert.match(
    faults[0] ?? "",
    /01-hangs\.ipynb cell loop `while \(true\) \{\}`\n {2}did not end within 2.5 s and was interrupted/,
  );
});

test("runNotebooks reports an error that comes after its cell, with the cell that set the timer", async (t) => {
  const project = makeProject({
    "01-late": [
      codeCell("sets", 'setTimeout(() => { throw new RangeError("late"); }, 300);\nconst n = 1;'),
      codeCell("waits", "await new Promise((resolve) => setTimeout(resolve, 600));"),
      codeCell("later", "n"),
    ],
  });
  t.after(project.remove);
  const { faults, runs } = await runNotebooks({ root: project.root, jobs: 1, timeoutMs: LONG_MS });
  assert.match(
    faults[0] ?? "",
    /01-late\.ipynb cell sets `setTimeout\(.*`\n {2}after the cell had ended: RangeError: late\n/,
  );
  assert.deepEqual(
    runs.map(({ ran, fault }) => [ran, fault?.cell]),
    [[1, "sets"]],
  );
});

test("runNotebook says that memory ran out, and what to do", async (t) => {
  const project = makeProject({
    "01-fills": [codeCell("fill", "const all: number[][] = [];\nfor (;;) all.push(new Array(100_000).fill(0.5));")],
  });
  t.after(project.remove);
  const env = { NODE_OPTIONS: "--max-old-space-size=256" };
  const { fault } = await runNotebook("01-fills", { root: project.root, env, timeoutMs: LONG_MS });
  assert.equal(fault?.cell, "fill");
  assert.match(
    fault.message,
    /^ran out of memory: the kernel's heap was full at 2\d\d MB; hold less at once, or give Node more, for 8 GB: NODE_OPTIONS=--max-old-space-size=8192$/,
  );
});

test("runNotebooks takes process.exit in a cell for a failure", () => {
  assert.match(faultOf("03-exits"), /cell leave `process\.exit\(0\)`\n/);
});

test("runNotebooks names the cell that kills its kernel, and the kernel's last words", () => {
  assert.match(
    faultOf("04-dies"),
    /cell die .*\n {2}the kernel ended by signal SIGKILL while this cell ran; .*\n {2}last words$/,
  );
});

test("runNotebooks writes executed notebooks, without outputs of an earlier run", () => {
  const outputs = (name: string): unknown[] => {
    const { cells } = readNotebook(join(root, "build", "notebooks", `${name}.ipynb`));
    return cells.flatMap((cell) =>
      cell.cell_type === "code"
        ? [[cell.execution_count, cell.outputs.map(({ output_type }) => output_type)]]
        : [],
    );
  };
  assert.deepEqual(outputs("01-fine").slice(0, 2), [
    [1, ["execute_result"]],
    [2, ["error"]],
  ]);
  assert.deepEqual(outputs("02-throws"), [
    [1, ["execute_result"]],
    [2, ["error"]],
    [null, []],
  ]);
  assert.deepEqual(readdirSync(join(root, "build", "notebooks")).sort(), [
    "01-fine.ipynb",
    "02-throws.ipynb",
    "03-exits.ipynb",
    "04-dies.ipynb",
  ]);
});

test("runNotebooks hands corpus, seed and zone to the kernel", () => {
  const text = readFileSync(join(root, "build", "notebooks", "01-fine.ipynb"), "utf8");
  assert.ok(text.includes(`"[ '7', '+06:00', '${root}' ]"`), text);
});

test("runNotebooks writes the claims in the order of the list, and holds them against it", () => {
  assert.deepEqual(
    json("claims.json").map((claim: Record<string, string>) => [claim["id"], claim["cell"], claim["expected"]]),
    [
      ["S1", "s1-card", "reproduced"],
      ["S2", "s2-card", "reproduced"],
      ["F1", "f1-card", null],
    ],
  );
  assert.ok(
    report.faults.includes(
      "notebooks/01-fine.ipynb cell s2-card: claim S2 was expected to be reproduced, found contradicted",
    ),
  );
  assert.equal(report.faults.length, 4, report.faults.join("\n\n"));
});

test("runNotebooks writes what a reader needs to repeat the run", () => {
  const { notebooks, ...run } = json("run.json");
  const { node, icu } = process.versions;
  assert.deepEqual(run, { node, icu, seed: 7, zone: "+06:00", corpus: root });
  assert.deepEqual(Object.keys(notebooks[0]), ["name", "seconds", "cells", "ok"]);
  assert.deepEqual(
    notebooks.map(({ ok }: { ok: boolean }) => ok),
    [true, false, false, false],
  );
  assert.match(readFileSync(join(root, "build", "run.json"), "utf8"), /\}\n$/);
});

test("runNotebooks ends with a book, in which a notebook that failed says where", () => {
  const page = (name: string): string => readFileSync(join(root, "build", "book", `${name}.html`), "utf8");
  assert.match(page("index"), /1\. Fine\?/);
  assert.match(page("02-throws"), /It stopped at <a href="02-throws\.html#bad">cell bad<\/a>: TypeError: Cannot read/);
  assert.match(page("04-dies"), /cell die<\/a>: it did not end/);
});

test("runNotebooks stops before the first cell when build cannot be written", async (t) => {
  const project = makeProject({ "01-a": [codeCell("a", "1")] });
  t.after(project.remove);
  writeFileSync(join(project.root, "build"), "");
  const run = runNotebooks({ root: project.root, jobs: 1, timeoutMs: 1 });
  await assert.rejects(run, /build.*: cannot be written, a file stands where a folder is needed; move it away/);
});

test("runNotebooks reports a notebook file that is broken and runs the others", async (t) => {
  const project = makeProject({ "02-a": [codeCell("a", "1")] });
  t.after(project.remove);
  writeFileSync(join(project.root, "notebooks", "01-broken.ipynb"), "{");
  const { faults, runs } = await runNotebooks({ root: project.root, jobs: 1, timeoutMs: LONG_MS });
  assert.match(faults.join("\n"), /^notebooks\/01-broken\.ipynb\n {2}needed JSON, found .* git checkout notebooks\/01-broken\.ipynb$/m);
  assert.deepEqual(
    runs.map(({ fault }) => fault === null),
    [false, true],
  );
});

test("a notebook that reads claims runs after the others and finds theirs", async () => {
  const { root: project, remove: tidy } = makeProject(
    {
      "01-reads": [codeCell("read", 'JSON.parse(require("node:fs").readFileSync(process.env["CLICKS_CLAIMS"]!, "utf8")).map((c: { id: string }) => c.id)')],
      "02-shows": [claimCell("s1-card", "S1", "table", "reproduced")],
    },
    ["S1,4,02-shows,table,reproduced,x"],
  );
  try {
    const path = join(project, "notebooks", "01-reads.ipynb");
    const notebook = readNotebook(path);
    notebook.metadata["clicks-to-streets"] = { reads: "claims" };
    writeFileSync(path, JSON.stringify(notebook));
    const { faults, runs } = await runNotebooks({ root: project, jobs: 2, timeoutMs: LONG_MS });
    assert.deepEqual(faults, []);
    assert.deepEqual(runs.map(({ name }) => name), ["02-shows", "01-reads"]);
    const [cell] = readNotebook(join(project, "build", "notebooks", "01-reads.ipynb")).cells;
    assert.match(JSON.stringify(cell), /S1/);
  } finally {
    tidy();
  }
});

test("what a run of another corpus left does not stand beside the notebooks of this one", async () => {
  const { root: project, remove: tidy } = makeProject({
    "01-one": [codeCell("one", "1")],
    "02-two": [codeCell("two", "2")],
  });
  const executed = () => readdirSync(join(project, "build", "notebooks")).sort();
  try {
    await runNotebooks({ root: project, corpus: project, jobs: 2, timeoutMs: LONG_MS });
    assert.deepEqual(executed(), ["01-one.ipynb", "02-two.ipynb"]);
    await runNotebooks({ root: project, corpus: project, only: ["01"], jobs: 1, timeoutMs: LONG_MS });
    assert.deepEqual(executed(), ["01-one.ipynb", "02-two.ipynb"]);
    await runNotebooks({ root: project, only: ["01"], jobs: 1, timeoutMs: LONG_MS });
    assert.deepEqual(executed(), ["01-one.ipynb"]);
  } finally {
    tidy();
  }
});
