import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import test, { after, before } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { type ExecuteResult, type KernelClient, startKernel } from "../client";

const ROOT = join(__dirname, "..", "..");
mkdirSync(join(ROOT, "build"), { recursive: true });
const folder = mkdtempSync(join(ROOT, "build", "kernel-test-"));
/** The folder of modules that the tests write, as a cell imports from it. */
const modules = `./${relative(ROOT, folder).replace(/\\/g, "/")}`;

let kernel: KernelClient;
before(async () => {
  // Wherever a notebook lies, its kernel works in the project's folder.
  kernel = await startKernel({ cwd: join(ROOT, "kernel") });
});
after(async () => {
  await kernel.shutdown();
  rmSync(folder, { recursive: true, force: true });
});

/** The text form of a cell's value. */
async function valueOf(code: string): Promise<unknown> {
  const { outputs, error } = await kernel.execute(code, { timeoutMs: 30_000 });
  assert.equal(error?.traceback.join("\n"), undefined);
  return outputs.find((output) => output.output_type === "execute_result")?.data["text/plain"];
}

function printed({ outputs }: ExecuteResult): string {
  return outputs
    .map((output) => (output.output_type === "stream" ? output.text : `[${output.output_type}]`))
    .join("");
}

function traceback({ error }: ExecuteResult): string {
  return error?.traceback.join("\n") ?? "no error";
}

async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 1200 && !isSo(); i++) await sleep(25);
}

/** Run a cell that prints, and wait until it has. */
async function started(code: string): Promise<{ readonly running: Promise<ExecuteResult> }> {
  let isOn = false;
  const running = kernel.execute(`console.log("on");\n${code}`, { onOutput: () => (isOn = true) });
  await until(() => isOn);
  return { running };
}

/** A cell that never yields until it is released, so that what happens meanwhile is not a question of speed. */
async function busy(): Promise<() => Promise<ExecuteResult>> {
  const released = join(folder, `released-${(releases += 1)}`);
  const { running } = await started(
    `while (!require("node:fs").existsSync(${JSON.stringify(released)})) {}`,
  );
  return () => {
    writeFileSync(released, "");
    return running;
  };
}
let releases = 0;

/* The rows of the table of tslab's faults, in its order. */

test("a cell imports typed source of the project, wherever the notebook lies", async () => {
  assert.equal(
    await valueOf("import { makeHeader } from './kernel/message';\nmakeHeader('a', 'b').session"),
    "'b'",
  );
  const { error } = await kernel.execute("makeHeader(1, 'b')");
  assert.match(
    error?.evalue ?? "",
    /Argument of type 'number' is not assignable to parameter of type 'string'/,
  );
});

test("an edited module is picked up at its next import, and so is one that imports it", async () => {
  writeFileSync(
    join(folder, "inner.ts"),
    "export const version: number = 1;\nexport let loads = 0;\nexport const load = () => ++loads;\n",
  );
  writeFileSync(
    join(folder, "outer.ts"),
    "import { version } from './inner';\nexport const describe = () => `v${version}`;\n",
  );
  writeFileSync(join(folder, "other.ts"), "export const state = { n: 0 };\n");
  const imports = `import { describe } from '${modules}/outer'; import { state } from '${modules}/other';`;
  assert.equal(await valueOf(`${imports}\nstate.n = 5; describe()`), "'v1'");
  writeFileSync(join(folder, "inner.ts"), "export const version: string = 'two';\n");
  assert.equal(await valueOf("describe()"), "'v1'", "what was imported earlier stays until the next import");
  assert.equal(
    await valueOf(`${imports}\n[describe(), state.n]`),
    "[ 'vtwo', 5 ]",
    "a module that was not edited keeps its state",
  );
  assert.equal(await valueOf(`(await import('${modules}/inner')).version.toUpperCase()`), "'TWO'");
});

test("a module with a type error is not run, and its place is told", async () => {
  writeFileSync(join(folder, "wrong.ts"), "export const one = 1;\nexport const two: string = one;\n");
  const wrong = await kernel.execute(`import { two } from '${modules}/wrong';`);
  assert.match(traceback(wrong), /wrong\.ts:2:14: Type 'number' is not assignable to type 'string'/);
  writeFileSync(join(folder, "wrong.ts"), "export const two: string = 'mended';\n");
  assert.equal(await valueOf(`import { two } from '${modules}/wrong';\ntwo`), "'mended'");
});

test("a module is checked again when what it imports has changed, and stays checked inside", async () => {
  writeFileSync(join(folder, "unit.ts"), "export function unit(): number {\n  return 1;\n}\n");
  writeFileSync(
    join(folder, "user.ts"),
    "import { unit } from './unit';\nexport function twice(): number {\n  return unit() * 2;\n}\n",
  );
  const load = `import { twice } from '${modules}/user';\ntwice()`;
  assert.equal(await valueOf(load), "2");
  // Both are known to be right now; a new kernel reads their outlines.
  const other = await startKernel();
  try {
    assert.equal((await other.execute(load)).status, "ok");
    writeFileSync(join(folder, "unit.ts"), "export function unit(): string {\n  return 'one';\n}\n");
    const place = /user\.ts:3:10: The left-hand side of an arithmetic operation must be/;
    for (const each of [kernel, other]) assert.match(traceback(await each.execute(load)), place);
    writeFileSync(join(folder, "unit.ts"), "export function unit(): number {\n  return 'one';\n}\n");
    const inside = /unit\.ts:2:3: Type 'string' is not assignable to type 'number'/;
    for (const each of [kernel, other]) assert.match(traceback(await each.execute(load)), inside);
  } finally {
    await other.shutdown();
  }
});

test("a file that a known module needs is missed when it is gone, and found when it is back", async () => {
  const parts = () => writeFileSync(join(folder, "part.ts"), "export function part(): number {\n  return 1;\n}\n");
  parts();
  writeFileSync(
    join(folder, "needy.ts"),
    "import { part } from './part';\nexport function needy(): number {\n  return part();\n}\n",
  );
  const load = `import { needy } from '${modules}/needy';\nneedy()`;
  assert.equal(await valueOf(load), "1");
  // A new kernel knows both, and its type checker need not read the one that only a body names.
  const other = await startKernel();
  try {
    assert.equal((await other.execute(load)).status, "ok");
    rmSync(join(folder, "part.ts"));
    for (const each of [kernel, other])
      assert.match(traceback(await each.execute(load)), /needy\.ts:1:22: Cannot find module '\.\/part'/);
    parts();
    for (const each of [kernel, other]) assert.equal((await each.execute(load)).status, "ok");
  } finally {
    await other.shutdown();
  }
});

test("a module of the project that Node must import by itself is found, and read anew when it was edited", async () => {
  writeFileSync(join(folder, "native.d.mts"), "export declare const n: number;\n");
  for (const n of [1, 2]) {
    // A top-level await keeps `require` from loading it.
    writeFileSync(join(folder, "native.mjs"), `export const n = await Promise.resolve(${n});\n`);
    assert.equal(await valueOf(`import { n as native } from '${modules}/native.mjs';\nnative`), String(n));
  }
});

test("a module that breaks while it is edited does not stop cells that import others", async () => {
  writeFileSync(join(folder, "sound.ts"), "export const sound: number = 1;\n");
  writeFileSync(join(folder, "ailing.ts"), "export const ailing: number = 1;\n");
  assert.equal(await valueOf(`import { ailing } from '${modules}/ailing';\nailing`), "1");
  writeFileSync(join(folder, "ailing.ts"), "export const ailing: number = 'broken';\n");
  assert.equal(await valueOf(`import { sound } from '${modules}/sound';\nsound`), "1");
  writeFileSync(join(folder, "ailing.ts"), "export const ailing: number = 1;\n");
});

test("a module that breaks while it is edited does not stop cells that import nothing", async () => {
  writeFileSync(join(folder, "later.ts"), "export const later: number = 1;\n");
  assert.equal(await valueOf(`import { later } from '${modules}/later';\nlater`), "1");
  writeFileSync(join(folder, "later.ts"), "export const later: number = 'broken';\n");
  assert.equal(await valueOf("2 + 3"), "5");
  const again = await kernel.execute(`import { later } from '${modules}/later';`);
  assert.match(traceback(again), /later\.ts:1:14: Type 'string' is not assignable to type 'number'/);
  writeFileSync(join(folder, "later.ts"), "export const later: number = 2;\n");
});

test("the process and its environment are not written into a notebook", async () => {
  assert.equal(await valueOf("process"), `process of Node ${process.version}`);
  assert.match(String(await valueOf("process.env")), /not shown/);
});

test("a first line that names a program is passed over", async () => {
  assert.equal(await valueOf("#!/usr/bin/env node\n6 * 7"), "42");
});

test("a module that did not exist is found once it is there", async () => {
  assert.match(
    traceback(await kernel.execute(`import { made } from '${modules}/made';`)),
    /Cannot find module/,
  );
  writeFileSync(join(folder, "made.ts"), "export const made = 'now';\n");
  assert.equal(await valueOf(`import { made } from '${modules}/made';\nmade`), "'now'");
});

test("closures and later cells share one variable", async () => {
  await kernel.execute("let n = 0; function inc() { return ++n }");
  assert.equal(await valueOf("n = 100; inc()"), "101");
});

test("await (x), await [..] and for await work at the top", async () => {
  assert.equal(
    await valueOf(
      "const x = Promise.resolve([1]); let all: number[] = []; for await (const y of await (x)) all.push(y);\nawait [all]",
    ),
    "[ [ 1 ] ]",
  );
});

test("an error is an error message with name, message and the cell's own lines", async () => {
  await kernel.execute("function fail(text: string) {\n  // line 2\n  throw new RangeError(text);\n}");
  const result = await kernel.execute("const unused = 1;\nfail('too far');");
  const [output] = result.outputs;
  assert.equal(output?.output_type, "error");
  assert.deepEqual(
    [result.status, result.error?.ename, result.error?.evalue],
    ["error", "RangeError", "too far"],
  );
  const count = result.executionCount!;
  assert.deepEqual(result.error?.traceback, [
    `Cell In[${count - 1}], line 3`,
    "      throw new RangeError(text);",
    "            ^",
    "",
    "RangeError: too far",
    `    at fail (Cell In[${count - 1}], line 3, column 9)`,
    `    at Cell In[${count}], line 2, column 1`,
  ]);
});

test("an error in a module tells the line of the TypeScript source", async () => {
  writeFileSync(
    join(folder, "thrower.ts"),
    "interface Unused { a: 1 }\n\nexport function thrower(): never {\n  throw new Error('from lib');\n}\n",
  );
  const result = await kernel.execute(`import { thrower } from '${modules}/thrower';\nthrower();`);
  assert.match(
    traceback(result),
    /Error: from lib\n {4}at thrower \(build\/kernel-test-\w+\/thrower\.ts:4:9\)\n {4}at Cell In\[\d+\], line 2, column 1/,
  );
});

test("an async error tells the lines it came through", async () => {
  const result = await kernel.execute(
    "async function inner() { await null; throw new Error('deep') }\nasync function outer() {\n  await inner();\n}\nawait outer();",
  );
  assert.match(
    traceback(result),
    /at inner \(Cell In\[\d+\], line 1.*\n {4}at async outer \(Cell In\[\d+\], line 3.*\n {4}at (?:async )?Cell In\[\d+\], line 5/,
  );
});

test("a type error lists line, column and the offending line; several come together", async () => {
  const { error, executionCount: count } = await kernel.execute(
    "const a: string = 1;\nconst ok = 2;\n  ok.foo();",
  );
  assert.equal(error?.ename, "TypeScriptError");
  assert.deepEqual(error?.traceback, [
    `Cell In[${count}], line 1, column 7: Type 'number' is not assignable to type 'string'. (TS2322)`,
    "    const a: string = 1;",
    "          ^",
    `Cell In[${count}], line 3, column 6: Property 'foo' does not exist on type '2'. (TS2339)`,
    "      ok.foo();",
    "         ^^^",
    "TypeScriptError: 2 errors; the cell was not run",
  ]);
});

test("cause, AggregateError and own properties are told", async () => {
  const cause = traceback(
    await kernel.execute(
      "throw Object.assign(new Error('outer', { cause: new TypeError('inner') }), { row: 3 })",
    ),
  );
  assert.match(cause, /Error: outer[\s\S]*row: 3[\s\S]*\[cause\]: TypeError: inner\n\s+at Cell In/);
  const many = traceback(
    await kernel.execute(
      "await Promise.any([Promise.reject(new Error('a1')), Promise.reject(new Error('b1'))])",
    ),
  );
  assert.match(many, /AggregateError: All promises were rejected[\s\S]*Error: a1[\s\S]*Error: b1/);
});

test("each cell has its number, in its input, its result and its reply", async () => {
  const first = await kernel.execute("1");
  const second = await kernel.execute("2");
  assert.equal(second.executionCount, first.executionCount! + 1);
  assert.equal((second.outputs[0] as { execution_count: number }).execution_count, second.executionCount);
  const silent = await kernel.execute("3", { silent: true });
  assert.deepEqual(silent.outputs, []);
  await kernel.execute("4", { storeHistory: false });
  assert.equal((await kernel.execute("5")).executionCount, second.executionCount! + 1);
});

test("a cell that comes after a failed one is run", async () => {
  await kernel.execute("throw new Error('no')");
  assert.equal((await kernel.execute("'runs'")).status, "ok");
});

test("cells that wait behind a failed one are dropped and say so; not when stop_on_error is off", async () => {
  const failed = kernel.execute("await new Promise((r) => setTimeout(r, 200)); throw new Error('first')");
  const waiting = [kernel.execute("'second'"), kernel.execute("'third'")];
  assert.equal((await failed).status, "error");
  for (const result of await Promise.all(waiting)) {
    assert.equal(result.status, "aborted");
    assert.match(printed(result), /^Not run: cell In\[\d+\] failed before this one had its turn/);
  }
  const tolerated = kernel.execute("throw new Error('first')", { stopOnError: false });
  const next = kernel.execute("'second'");
  assert.equal((await tolerated).status, "error");
  assert.equal((await next).status, "ok");
});

test("the last value is an execute_result; one that can show itself does", async () => {
  const code =
    "({ [Symbol.for('Jupyter.display')]: async () => ({ 'text/plain': 'plain', 'text/html': '<b>', 'application/x+json': { a: 1 } }) })";
  const { outputs, executionCount } = await kernel.execute(code);
  const data = { "text/plain": "plain", "text/html": "<b>", "application/x+json": { a: 1 } };
  assert.deepEqual(outputs, [
    { output_type: "execute_result", execution_count: executionCount, data, metadata: {} },
  ]);
  const wrong = await kernel.execute("({ [Symbol.for('Jupyter.display')]: () => 'no bundle' })");
  assert.match(traceback(wrong), /Jupyter\.display: needed an object of MIME types/);
  const json = await kernel.execute(
    "({ [Symbol.for('Jupyter.display')]: () => ({ 'application/json': { big: 1n } }) })",
  );
  assert.match(traceback(json), /BigInt/);
});

test("tables of arquero and data frames of danfojs are shown as tables, escaped", async () => {
  const arquero = await kernel.execute(
    "import { table } from 'arquero';\ntable({ name: ['<b>', 'КР'], n: [1, 20] })",
  );
  const { data } = arquero.outputs[0] as { data: Record<string, string> };
  assert.equal(data["text/plain"], "name   n\n<b>    1\nКР    20");
  assert.match(
    data["text/html"] ?? "",
    /<td style="text-align: left">&lt;b&gt;<\/td><td style="text-align: right">1<\/td>/,
  );
  const long = await kernel.execute("table({ n: Array.from({ length: 25 }, (_, i) => i) })");
  assert.match(
    (long.outputs[0] as { data: Record<string, string> }).data["text/plain"] ?? "",
    /\n19\n… 5 more rows$/,
  );
  const danfo = await kernel.execute(
    "import { DataFrame } from 'danfojs-node';\nnew DataFrame({ a: [1, 2], b: ['x', 'y'] })",
  );
  const frame = danfo.outputs.find((output) => output.output_type === "execute_result");
  assert.equal(frame?.data["text/plain"], "   a  b\n0  1  x\n1  2  y");
});

test("several values are shown in one cell, and updated, by the publish hook and by tslab's display", async () => {
  const publish = "const publish = (globalThis as any)[Symbol.for('clicks-to-streets.publish')];";
  const first = await kernel.execute(
    `${publish}\npublish({ 'text/plain': 'a' }, { displayId: 'd1' }); console.log('between'); publish({ 'text/plain': 'b' });`,
  );
  assert.equal(printed(first), "[display_data]between\n[display_data]");
  await kernel.execute("publish({ 'text/plain': 'new' }, { displayId: 'd1', update: true })");
  assert.deepEqual((first.outputs[0] as { data: object }).data, { "text/plain": "new" });
  const tslab = await kernel.execute(
    "import { display, newDisplay } from 'tslab';\ndisplay.html('<i>x</i>'); const d = newDisplay(); d.text('1'); d.text('2');",
  );
  assert.deepEqual(
    tslab.outputs.map((output) => "data" in output && output.data),
    [{ "text/html": "<i>x</i>" }, { "text/plain": "2" }],
  );
});

test("cells are checked as strictly as lib", async () => {
  const { error } = await kernel.execute("const first: number = [1][0];");
  assert.match(error?.evalue ?? "", /Type 'number \| undefined' is not assignable to type 'number'/);
});

test("export const works; process.exit() fails the cell and leaves the kernel alive", async () => {
  assert.equal(await valueOf("export const z = 41;\nz + 1"), "42");
  const { error } = await kernel.execute("process.exit()");
  assert.equal(error?.ename, "ProcessExit");
  assert.equal(await valueOf("z"), "41");
});

test("a cell that prints 20,000 lines does not send a message for each", async () => {
  let pieces = 0;
  const { outputs } = await kernel.execute("for (let i = 0; i < 20_000; i++) console.log(`line ${i}`);", {
    onOutput: () => (pieces += 1),
  });
  assert.equal(outputs.length, 1);
  const lines = String((outputs[0] as { text: string }).text).split("\n");
  assert.deepEqual([lines.length, lines[0], lines[19_999]], [20_001, "line 0", "line 19999"]);
  // It takes a tenth of a second; a message goes out every 20 ms, so that a busy machine sends some more.
  assert.ok(pieces < 2_000, `${pieces} messages`);
});

test("null is shown, undefined is not", async () => {
  assert.equal(await valueOf("null"), "null");
  assert.deepEqual((await kernel.execute("undefined")).outputs, []);
});

for (const [title, code] of [
  ["a loop that never yields", "while (true) {}"],
  ["a loop that only awaits", "while (true) await null;"],
  ["an await that never settles", "await new Promise(() => {});"],
  ["a loop that catches everything", "for (;;) { try { for (;;) {} } catch {} finally {} }"],
  ["a loop in a library", "/(a+)+$/.test('a'.repeat(40) + 'b');"],
  ["a loop after a pause", "await new Promise((r) => setTimeout(r, 30)); for (;;) {}"],
  [
    "a loop in a timer",
    "setTimeout(() => { for (;;) {} }, 5); await new Promise((r) => setTimeout(r, 100));",
  ],
  [
    "a loop in a microtask",
    "queueMicrotask(() => { for (;;) {} }); await new Promise((r) => setTimeout(r, 100));",
  ],
  ["a loop that prints", "for (;;) console.log('x');"],
] as const) {
  test(`${title} is interrupted, and the state is kept`, async () => {
    await kernel.execute("let kept = 1;");
    const { running } = await started(`kept++;\n${code}`);
    await sleep(100);
    await kernel.interrupt();
    const { status, error } = await running;
    assert.deepEqual([status, error?.ename], ["error", "KeyboardInterrupt"]);
    assert.equal(await valueOf("kept"), "2");
  });
}

test("a loop of awaits does not go on behind an interrupt", async () => {
  await kernel.execute("let beats = 0;");
  const { running } = await started("for (;;) { beats++; await new Promise((r) => setTimeout(r, 5)); }");
  await kernel.interrupt();
  assert.equal((await running).error?.ename, "KeyboardInterrupt");
  await kernel.execute("await new Promise((r) => setTimeout(r, 30)); const stopped = beats;");
  assert.equal(await valueOf("await new Promise((r) => setTimeout(r, 50)); beats === stopped"), "true");
});

test("an interrupt also stops the functions of cells that the cell waits for, and no later call of them", async () => {
  await kernel.execute(
    "let steps = 0;\nasync function step() { await new Promise((r) => setTimeout(r, 5)); steps++; }\n" +
      "const walk = async (n: number) => { for (let i = 0; i < n; i++) await step(); return steps; };",
  );
  const { running } = await started("void walk(1e6);\nawait walk(1e6);");
  await sleep(50);
  await kernel.interrupt();
  const result = await running;
  assert.equal(result.error?.ename, "KeyboardInterrupt");
  await kernel.execute("await new Promise((r) => setTimeout(r, 30)); const stood = steps;");
  assert.equal(await valueOf("await new Promise((r) => setTimeout(r, 50)); steps === stood"), "true");
  assert.equal(result.outputs.filter(({ output_type }) => output_type === "error").length, 1);
  assert.equal(await valueOf("await walk(3) - stood"), "3");
});

test("an interrupt while nothing runs does no harm", async () => {
  await kernel.interrupt();
  assert.equal(await valueOf("'well'"), "'well'");
});

test(
  "a signal interrupts too",
  { skip: process.platform === "win32" && "Windows has no signals" },
  async () => {
    const { running } = await started("await new Promise(() => {})");
    process.kill(kernel.pid, "SIGINT");
    assert.equal((await running).error?.ename, "KeyboardInterrupt");
  },
);

test("array methods of the running Node are known, and none that it lacks", async () => {
  assert.equal(await valueOf("[3, 1, 2].toSorted().with(0, 9)"), "[ 9, 2, 3 ]");
  const { status } = await kernel.execute("Object.groupBy([1, 2, 3], (n) => (n % 2 === 0 ? 'even' : 'odd'))");
  assert.equal(status, "groupBy" in Object ? "ok" : "error");
});

/* What goes past the table. */

test("what a timer prints after its cell goes to that cell", async () => {
  const first = await kernel.execute(
    "setTimeout(() => console.log('from the timer'), 60);\nconsole.log('first');",
  );
  const second = await kernel.execute(
    "console.log('second'); await new Promise((r) => setTimeout(r, 200)); console.log('end');",
  );
  assert.equal(printed(first), "first\nfrom the timer\n");
  assert.equal(printed(second), "second\nend\n");
});

test("a cell keeps its output and its errors while timers of an earlier cell have their turns", async () => {
  const other = await startKernel();
  await other.execute("setImmediate(function again() { setImmediate(again); });\nsetInterval(() => {}, 1);");
  await other.execute(
    "import { readFile } from 'node:fs/promises';\n" +
      "async function read() { await readFile('package.json'); console.log('read'); }",
  );
  for (let i = 0; i < 10; i++) {
    assert.equal(printed(await other.execute("console.log('hello');")), "hello\n");
    assert.equal(printed(await other.execute("await readFile('package.json');\nconsole.log('on');")), "on\n");
    assert.equal(printed(await other.execute("await read();")), "read\n");
    const unseen = await other.execute("void Promise.reject(new Error('unseen'));");
    assert.deepEqual([unseen.status, unseen.error?.evalue], ["error", "unseen"]);
  }
  await other.shutdown();
});

test("an error in a timer after its cell is an error of that cell", async () => {
  const first = await kernel.execute(
    "setTimeout(() => { throw new Error('late') }, 300); setTimeout(() => { void Promise.reject(new Error('later')) }, 310);",
  );
  const second = await kernel.execute("await new Promise((r) => setTimeout(r, 600));\n'unharmed'");
  assert.equal(second.status, "ok");
  const errors = () => first.outputs.flatMap((output) => (output.output_type === "error" ? [output] : []));
  await until(() => errors().length === 2);
  const late = errors();
  assert.deepEqual(
    late.map(({ ename, evalue }) => [ename, evalue]),
    [
      ["Error", "late"],
      ["Error", "later"],
    ],
  );
  assert.match(
    late[0]?.traceback.join("\n") ?? "",
    /^Uncaught error after its cell had ended:\nCell In\[\d+\], line 1\n[\s\S]*Error: late\n\s+at .*Cell In/,
  );
  assert.match(late[1]?.traceback.join("\n") ?? "", /^Unhandled rejection after its cell had ended:\n/);
});

test("the order of stdout, stderr and displays is kept", async () => {
  const code =
    "for (let i = 0; i < 3; i++) { console.log(`o${i}`); console.error(`e${i}`); publish({ 'text/plain': '' }); }";
  assert.equal(
    printed(await kernel.execute(code)),
    "o0\ne0\n[display_data]o1\ne1\n[display_data]o2\ne2\n[display_data]",
  );
});

test("output of a loop that never yields is there before it ends", async () => {
  // The loop ends only after its output was seen here.
  const release = await busy();
  assert.equal(printed(await release()), "on\n");
});

test("completion knows members, earlier names, keywords and paths, also while a cell runs", async () => {
  await kernel.execute(
    "import * as message from './kernel/message';\nconst memberCount = 12;\ninterface PublicPost { id: string }",
  );
  const matches = async (code: string): Promise<string[]> =>
    (await kernel.complete(code, [...code].length)).matches;
  assert.ok((await matches("message.")).includes("makeHeader"));
  assert.deepEqual((await matches("memberC")).slice(0, 1), ["memberCount"]);
  assert.ok((await matches("memberCount.toF")).includes("toFixed"));
  assert.ok((await matches("const p: Publ")).includes("PublicPost"));
  assert.ok((await matches("awa")).includes("await"));
  assert.ok((await matches("import { x } from './kernel/mes")).includes("message"));
  assert.ok((await matches("import { x } from './li")).includes("lib"));
  assert.ok((await matches("import { x } from 'arq")).includes("arquero"));
  const emoji = "const s = '😀'; memberC";
  const reply = await kernel.complete(emoji, [...emoji].length);
  assert.deepEqual([reply.cursor_start, reply.cursor_end], [[...emoji].length - 7, [...emoji].length]);

  const release = await busy();
  assert.ok((await matches("memberC")).includes("memberCount"));
  assert.equal((await release()).status, "ok");
});

test("inspection gives the signature and the doc comment", async () => {
  const code = "message.makeHeader";
  const { found, data } = await kernel.inspect(code, code.length);
  assert.equal(found, true);
  assert.match(
    data["text/plain"],
    /function makeHeader\(msgType: string[\s\S]*Make a header with an id of its own/,
  );
  assert.equal((await kernel.inspect("   ", 1)).found, false);
});

test("inspection among the arguments of a call tells the function, and nothing of unknown names", async () => {
  await kernel.execute("/** Width times height. */\nfunction area(width: number, height = 1) { return width * height; }");
  const at = async (marked: string): Promise<string | undefined> =>
    (await kernel.inspect(marked.replace("|", ""), marked.indexOf("|"))).data["text/plain"];
  for (const call of ["area(|", "area(|)", "area(1, |2)", "1 + area(Math.PI, |", "`${area(|)}`"])
    assert.match((await at(call)) ?? "nothing", /function area\(width: number.*\n[^]*Width times height/, call);
  assert.match((await at("area(Math.max(1, |)")) ?? "nothing", /Math\.max\(/);
  assert.match((await at("new Map<string, number>(|")) ?? "nothing", /Map/);
  for (const nothing of ["area(1) + |", "nope|", "console.nope|", "area(1) |"])
    assert.equal(await at(nothing), undefined, nothing);
});

test("is_complete tells whether another line is needed, or none can help", async () => {
  for (const complete of ["const a = 1;", "await (1)", "export const b = `x${1}`;", ""])
    assert.equal((await kernel.isComplete(complete)).status, "complete", complete);
  assert.deepEqual(await kernel.isComplete("function f() {"), { status: "incomplete", indent: "  " });
  for (const open of ["f(1,", "const a = `x", "/* x", "a +"])
    assert.equal((await kernel.isComplete(open)).status, "incomplete", open);
  for (const wrong of ["}", "'abc", "f)"]) assert.deepEqual(await kernel.isComplete(wrong), { status: "invalid" });
});

test("an import of plotly.js, which needs a page, says what shows a figure in a cell", async () => {
  const { status, error } = await kernel.execute("import * as Plotly from 'plotly.js-dist-min';\nPlotly");
  assert.equal(status, "error");
  assert.match(error?.evalue ?? "", /`plot` from '\.\/lib\/show\/plot'/);
  assert.equal(await valueOf("import type { Data } from 'plotly.js';\nconst trace: Data = { y: [1] };\ntrace.type"), undefined);
});

test("kernel_info, comm_info and history have their replies, also while a cell runs", async () => {
  const release = await busy();
  const info = await kernel.kernelInfo();
  assert.deepEqual(
    [info.status, info.protocol_version, info.language_info.name, info.language_info.file_extension],
    ["ok", "5.3", "typescript", ".ts"],
  );
  assert.deepEqual(await kernel.request("comm_info_request", {}), { status: "ok", comms: {} });
  const { history } = await kernel.request("history_request", { hist_access_type: "tail", n: 1 });
  assert.match(history[0][2], /existsSync/);
  assert.equal((await release()).status, "ok");
});

test("user expressions are answered", async () => {
  const reply = await kernel.request("execute_request", {
    code: "let ue = 20;",
    user_expressions: { good: "ue + 1", bad: "nope" },
  });
  assert.deepEqual(reply.user_expressions.good, { status: "ok", data: { "text/plain": "21" }, metadata: {} });
  assert.equal(reply.user_expressions.bad.status, "error");
});

test("what a cell left to do at once is done before its value is shown", async () => {
  const result = await kernel.execute(
    "process.nextTick(() => console.log('tick')); queueMicrotask(() => console.log('micro'));\n'value'",
  );
  assert.equal(printed(result), "micro\ntick\n[execute_result]");
});

test("shutdown and restart are acknowledged, and the process ends well", async () => {
  const other = await startKernel();
  await other.execute("setInterval(() => {}, 1000);");
  assert.deepEqual(await other.request("shutdown_request", { restart: true }, "control"), {
    status: "ok",
    restart: true,
  });
  assert.deepEqual(await other.exited, { code: 0, signal: null });
});
