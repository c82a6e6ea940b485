import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { writeAtomically } from "./write-atomically";

function makeFolder(t: { after: (fn: () => void) => void }): string {
  const folder = mkdtempSync(join(tmpdir(), "write-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("writeAtomically writes the whole text, makes the folder, and leaves nothing else there", (t) => {
  const folder = makeFolder(t);
  writeAtomically(join(folder, "a", "b.txt"), "Ош\n");
  writeAtomically(join(folder, "a", "b.txt"), "Бишкек\n");
  assert.equal(readFileSync(join(folder, "a", "b.txt"), "utf8"), "Бишкек\n");
  assert.deepEqual(readdirSync(join(folder, "a")), ["b.txt"]);
});

test("writeAtomically says what to do when a file stands where a folder is needed", (t) => {
  const folder = makeFolder(t);
  writeFileSync(join(folder, "build"), "");
  assert.throws(
    () => writeAtomically(join(folder, "build", "x.json"), ""),
    /x\.json: cannot be written, a file stands where/,
  );
});

test(
  "writeAtomically keeps the old file and leaves no other when the new text does not fit",
  { skip: process.platform === "win32" && "needs ulimit" },
  (t) => {
    const folder = makeFolder(t);
    const path = join(folder, "x.json");
    writeAtomically(path, "old");
    // A limit on the size of files fails a write half-way, as a full disk does.
    const script = `require("tsx/cjs"); require("./kernel/write-atomically").writeAtomically(${JSON.stringify(path)}, "x".repeat(1e6))`;
    const { stderr, status } = spawnSync(
      "bash",
      ["-c", 'ulimit -f 100; exec "$0" -e "$1"', process.execPath, script],
      { encoding: "utf8" },
    );
    assert.notEqual(status, 0);
    assert.match(stderr, /x\.json: cannot be written, the file is larger than the system allows/);
    assert.equal(readFileSync(path, "utf8"), "old");
    assert.deepEqual(readdirSync(folder), ["x.json"]);
  },
);
