import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";

import { startKernel } from "./client";
import { registerKernel } from "./register";

const prefix = mkdtempSync(join(tmpdir(), "register-"));
const folder = join(prefix, "share", "jupyter", "kernels", "clicks-to-streets");
after(() => rmSync(prefix, { recursive: true, force: true }));

test("registerKernel writes a specification from which the kernel starts in any folder", async () => {
  assert.match(await registerKernel({ prefix }), /Registered the kernel .* in .*clicks-to-streets/);
  const { argv, language, interrupt_mode } = JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8"));
  assert.deepEqual({ language, interrupt_mode }, { language: "typescript", interrupt_mode: "message" });
  const kernel = await startKernel({ argv, cwd: tmpdir() });
  const { outputs } = await kernel.execute("process.cwd() === __dirname");
  assert.deepEqual(outputs[0], {
    output_type: "execute_result",
    execution_count: 1,
    data: { "text/plain": "true" },
    metadata: {},
  });
  await kernel.shutdown();
});

test("registerKernel({ remove }) leaves nothing behind, and says when there was nothing", async () => {
  assert.match(await registerKernel({ prefix, remove: true }), /Removed the kernel/);
  assert.equal(existsSync(folder), false);
  assert.match(await registerKernel({ prefix, remove: true }), /was not registered/);
});

test("registerKernel without a prefix uses the folder that Jupyter is told to use", async () => {
  const before = process.env.JUPYTER_DATA_DIR;
  process.env.JUPYTER_DATA_DIR = join(prefix, "data");
  try {
    await registerKernel();
    assert.ok(existsSync(join(prefix, "data", "kernels", "clicks-to-streets", "kernel.json")));
    await registerKernel({ remove: true });
  } finally {
    if (before === undefined) delete process.env.JUPYTER_DATA_DIR;
    else process.env.JUPYTER_DATA_DIR = before;
  }
});
