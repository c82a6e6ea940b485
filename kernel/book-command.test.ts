import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import test, { after } from "node:test";

import { findChromium } from "./book/print-pdf";
import { writeNotebook } from "./notebook-file";
import { codeCell, makeProject, notebookOf, proseCell } from "./temporary-project";

const { root, remove } = makeProject({ "01-fine": [proseCell("title", "# 1. Fine?")] });
after(remove);
const build = join(root, "build");

function nb(...args: string[]) {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["kernel/nb.cjs", "--project", root, "book", ...args],
    {
      encoding: "utf8",
      env,
    },
  );
  return { status, out: stdout + stderr };
}

test("nb book says what to do when nothing was run yet", () => {
  const { status, out } = nb();
  assert.equal(status, 1);
  assert.match(out, /needed an executed notebook, found none; run them with: npm start/);
});

test("nb book makes the book of what was run last, and says where it is", () => {
  mkdirSync(join(build, "notebooks"), { recursive: true });
  writeNotebook(
    join(build, "notebooks", "01-fine.ipynb"),
    notebookOf([proseCell("title", "# 1. Fine?"), codeCell("one", "1", [], 1)]),
  );
  const { status, out } = nb();
  assert.equal(status, 0, out);
  assert.match(out, /book[\\/]index\.html\n.*book[\\/]clicks-to-streets\.html\n$/);
  assert.match(readFileSync(join(build, "book", "index.html"), "utf8"), /1\. Fine\?/);
});

test(
  "nb book --pdf prints the book",
  findChromium() !== null || process.env.CI ? { timeout: 120_000 } : { skip: "needs Chromium, found none" },
  () => {
    const { status, out } = nb("--pdf");
    assert.equal(status, 0, out);
    const pdf = join(build, "book", "clicks-to-streets.pdf");
    assert.ok(statSync(pdf).size > 10_000);
    assert.match(readFileSync(pdf, "latin1"), /^%PDF-/);
  },
);
