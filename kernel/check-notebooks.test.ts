import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { checkNotebooks } from "./check-notebooks";
import { makeProject } from "./temporary-project";

test("checkNotebooks names a notebook that cannot be read", (t) => {
  const { root, remove } = makeProject({ "01-a": [] });
  t.after(remove);
  writeFileSync(join(root, "notebooks", "01-a.ipynb"), "[]");
  assert.throws(() => checkNotebooks(root), /^Error: notebooks\/01-a\.ipynb: needed a notebook of nbformat 4, found/);
});
