import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { findNotebooks } from "./find-notebooks";
import { makeProject } from "./temporary-project";
import { UsageError } from "./usage-error";

test("findNotebooks lists numbered notebooks in order and passes over scratch", (t) => {
  const { root, remove } = makeProject({
    "02-frequency": [],
    "00-start-here": [],
    "01-sampling": [],
    scratch: [],
  });
  t.after(remove);
  writeFileSync(join(root, "notebooks", "03-notes.txt"), "");
  assert.deepEqual(findNotebooks(root), ["00-start-here", "01-sampling", "02-frequency"]);
  assert.deepEqual(findNotebooks(root, ["02", "00"]), ["00-start-here", "02-frequency"]);
  assert.deepEqual(findNotebooks(root, ["notebooks/01-sampling.ipynb"]), ["01-sampling"]);
});

test("findNotebooks says which notebooks there are when a name means none, and which was meant", (t) => {
  const { root, remove } = makeProject({ "00-start-here": [], "01-sampling": [] });
  t.after(remove);
  const refused = (word: string): string => {
    try {
      findNotebooks(root, [word]);
    } catch (error) {
      assert.ok(error instanceof UsageError);
      return error.message;
    }
    return "";
  };
  const all = "there are 00-start-here, 01-sampling";
  assert.equal(refused("1"), `--only: no notebook begins with "1": ${all}; did you mean 01?`);
  assert.equal(refused("001"), `--only: no notebook begins with "001": ${all}; did you mean 01?`);
  assert.equal(refused("Sampl"), `--only: no notebook begins with "Sampl": ${all}; did you mean 01-sampling?`);
  assert.equal(refused("99"), `--only: no notebook begins with "99": ${all}`);
});

test("findNotebooks does not take an empty project for one that ran", (t) => {
  const { root, remove } = makeProject({});
  t.after(remove);
  assert.throws(() => findNotebooks(root), /needed a notebook named like 01-sampling\.ipynb, found none/);
});
