import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { type KernelClient, startKernel } from "./client";
import type { Output } from "./notebook-file";

/** A temporary folder for this file alone, so that what others leave in the machine's does not matter here. */
const temporary = mkdtempSync(join(tmpdir(), "client-test-"));
for (const name of ["TMPDIR", "TEMP", "TMP"]) process.env[name] = temporary;

let kernel: KernelClient;
before(async () => {
  kernel = await startKernel();
});
after(async () => {
  await kernel.shutdown();
  rmSync(temporary, { recursive: true, force: true });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The text of a connection file; empty where there is none, yet or any more. */
function read(folder: string): string {
  try {
    return readFileSync(join(folder, "connection.json"), "utf8");
  } catch {
    return "";
  }
}

async function untilGone(pid: number): Promise<boolean> {
  for (let i = 0; i < 600 && isRunning(pid); i++) await sleep(50);
  return !isRunning(pid);
}

test("execute gives a cell's outputs, joined, and each piece as it comes", async () => {
  const pieces: Output[] = [];
  const code = "console.log('a');\nconsole.log('b');";
  const { status, outputs } = await kernel.execute(code, { onOutput: (output) => pieces.push(output) });
  assert.equal(status, "ok");
  assert.deepEqual(outputs, [{ output_type: "stream", name: "stdout", text: "a\nb\n" }]);
  assert.ok(pieces.length >= 1);
});

test("the connection file is gone once the kernel is reached", async () => {
  const other = await startKernel();
  const during = readdirSync(temporary).filter((name) => name.startsWith("kernel-"));
  await other.shutdown();
  assert.deepEqual(during, []);
});

test("a cell that runs too long is interrupted, and the kernel goes on", async () => {
  const { status } = await kernel.execute("while (true) {}", { timeoutMs: 300 });
  assert.equal(status, "timeout");
  assert.equal((await kernel.execute("1")).status, "ok");
});

test("a kernel that dies is reported with the cell that killed it and what came before", async () => {
  const other = await startKernel();
  const told = join(temporary, "told-to-die");
  const running = other.execute(
    `import { existsSync } from "node:fs";
console.log("before");
while (!existsSync(${JSON.stringify(told)})) await new Promise((resolve) => setTimeout(resolve, 10));
process.kill(process.pid, "SIGKILL");`,
    { onOutput: () => writeFileSync(told, "") },
  );
  const waiting = other.execute("1");
  const { status, outputs } = await running;
  assert.equal(status, "died");
  assert.deepEqual(outputs, [{ output_type: "stream", name: "stdout", text: "before\n" }]);
  assert.equal((await waiting).status, "died");
  assert.equal((await other.execute("1")).status, "died");
  assert.ok((await other.exited).signal !== null || (await other.exited).code !== 0);
});

test("shutdown ends the process, also in the middle of a cell that never yields", async () => {
  const other = await startKernel();
  const running = other.execute("while (true) {}");
  await sleep(100);
  await other.shutdown();
  assert.equal((await running).status, "died");
  assert.ok(await untilGone(other.pid));
});

test("kernels started at once do not disturb each other", async () => {
  const others = await Promise.all([startKernel(), startKernel(), startKernel()]);
  const results = await Promise.all(others.map((other, i) => other.execute(`console.log(${i})`)));
  assert.deepEqual(
    results.map(({ outputs }) => outputs),
    [0, 1, 2].map((i) => [{ output_type: "stream", name: "stdout", text: `${i}\n` }]),
  );
  await Promise.all(others.map((other) => other.shutdown()));
});

test("startKernel says what a program printed that is no kernel", async () => {
  const argv = [process.execPath, "-e", "console.error('no such kernel'); process.exit(3)"];
  await assert.rejects(startKernel({ argv }), /found it ended with exit code 3; it printed: no such kernel/);
  const silent = [process.execPath, "-e", "setTimeout(() => {}, 60_000)"];
  await assert.rejects(
    startKernel({ argv: silent, readyTimeoutMs: 300 }),
    /needed an answer within 300 ms, found none/,
  );
  await assert.rejects(startKernel({ argv: ["no-such-program"] }), /no-such-program/);
});

test("no connection file is left when its parent is killed before the kernel was reached", async () => {
  const own = mkdtempSync(join(temporary, "parent-"));
  const script = `require(${JSON.stringify(join(__dirname, "client.ts"))}).startKernel();`;
  const parent = spawn(process.execPath, ["--import", "tsx", "-e", script], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, TMPDIR: own, TEMP: own, TMP: own },
  });
  const left = (): string[] => readdirSync(own).filter((name) => name.startsWith("kernel-"));
  // When the kernel has written its ports, the parent, which looks every 10 ms, has hardly read them.
  while (left().length === 0) await sleep(1);
  while (left().some((name) => !/"shell_port":[1-9]/.test(read(join(own, name))))) await sleep(1);
  parent.kill("SIGKILL");
  for (let i = 0; i < 600 && left().length > 0; i++) await sleep(50);
  assert.deepEqual(left(), []);
});

for (const signal of ["SIGINT", "SIGKILL"] as const) {
  test(`no kernel is left when its parent gets ${signal} in the middle of a cell`, async () => {
    const script = `
      const { startKernel } = require(${JSON.stringify(join(__dirname, "client.ts"))});
      startKernel().then((kernel) => {
        kernel.execute("console.log(1); while (true) {}", { onOutput: () => console.log(kernel.pid) });
      });`;
    const parent = spawn(process.execPath, ["--import", "tsx", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const pid = await new Promise<number>((resolve) =>
      parent.stdout.once("data", (text) => resolve(Number(text))),
    );
    assert.ok(isRunning(pid));
    parent.kill(signal);
    assert.ok(await untilGone(pid), "the kernel ended");
  });
}
