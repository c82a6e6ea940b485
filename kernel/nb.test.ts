import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { CommanderError } from "commander";

import { program } from "./nb";
import { writeNotebook } from "./notebook-file";
import { claimCell, codeCell, makeProject, notebookOf, proseCell } from "./temporary-project";

interface Ended {
  readonly code: number | null;
  readonly out: string;
}

function start(args: readonly string[], more: Readonly<Record<string, string>> = {}): ChildProcess {
  const { NODE_TEST_CONTEXT: _, ...env } = { ...process.env, ...more };
  return spawn(process.execPath, ["kernel/nb.cjs", ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
}

async function ended(child: ChildProcess): Promise<Ended> {
  let out = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => (out += text));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out };
}

const nb = (...args: string[]): Promise<Ended> => ended(start(args));

/** Ids of the processes that a process has started and that still run. */
function childrenOf(pid: number | undefined): number[] {
  const { stdout } = spawnSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" });
  const pairs = stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.filter(([, parent]) => parent === pid).map(([id = 0]) => id);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** What nb prints about arguments that it does not run, such as `--help` or a mistyped command. */
async function said(...args: string[]): Promise<string> {
  let out = "";
  const write = (text: string): void => void (out += text);
  for (const command of [program, ...program.commands])
    command.configureOutput({ writeOut: write, writeErr: write });
  await assert.rejects(program.parseAsync(args, { from: "user" }), CommanderError);
  return out;
}

test("nb suggests the command or option that was meant", async () => {
  assert.match(await said("rum"), /unknown command 'rum'\n\(Did you mean run\?\)/);
  assert.match(await said("run", "--job", "2"), /unknown option '--job'\n\(Did you mean --jobs\?\)/);
  assert.match(await said("run", "--jobs", "none"), /'none' is invalid\. Needed a whole number from 1 to 64/);
  assert.match(await said("run", "--only", ""), /'' is invalid\. Needed a number or the beginning of a name/);
  assert.match(await said("verify", "--only", " ,"), /' ,' is invalid\. Needed a number or the beginning of a name/);
  assert.match(await said("verify", "--tolerance", "2"), /'2' is invalid\. Needed a number from 0 up to/);
});

test("every command of nb has a help text with an example", async () => {
  const names = program.commands.map((command) => command.name());
  for (const name of ["run", "verify", "student", "slides"]) assert.ok(names.includes(name), name);
  for (const name of names) {
    const help = await said(name, "--help");
    assert.match(help, /\nExamples:\n {2}(npm|npx) \S.* {2,}\S/, name);
    const command = program.commands.find((one) => one.name() === name);
    assert.ok(command?.description(), `${name} needs a description`);
  }
});

test("nb's own help shows where to begin, every command, and what each exit code means", async () => {
  const help = await said("--help");
  assert.match(help, /\nExamples:\n {2}npm start +run all notebooks/);
  assert.match(help, /Exit codes of every command: 0 all is well, 1 not so, 2 wrong usage;\n129, 130 or 143 when/);
  for (const command of program.commands) assert.ok(help.includes(`\n  ${command.name()}`), command.name());
  for (const name of ["run", "verify", "test"]) assert.match(await said(name, "--help"), /129, 130 or 143 when/);
});

test("nb says what to do next when a command or an option is not known", async () => {
  const next = /\(nb --help lists the commands, nb COMMAND --help its options and examples\)/;
  for (const args of [["rum"], ["run", "--sed", "1"], ["student", "--curse", "x"], ["slides", "--onyl", "01"]]) {
    const message = await said(...args);
    assert.match(message, /\(Did you mean (run|--seed|--course|--only)\?\)/, args.join(" "));
    assert.match(message, next, args.join(" "));
  }
});

test("nb run and nb verify take the same options for what and how to run", async () => {
  const lines = (help: string): string[] => help.split("\n").filter((line) => /^ +--(only|jobs|timeout) /.test(line));
  const spaced = (help: string): string[] => lines(help).map((line) => line.trim().replace(/ {2,}/, "  "));
  const run = spaced(await said("run", "--help"));
  assert.equal(run.length, 3);
  assert.deepEqual(spaced(await said("verify", "--help")), run);
});

test("nb ends with exit code 2 when it is used in a way it does not know", async () => {
  const [mistyped, absent, dashless] = await Promise.all([
    nb("rum"),
    nb("run", "--only", "99"),
    ended(start(["run"], { npm_lifecycle_event: "start", npm_config_seed: "5" })),
  ]);
  assert.match(absent.out, /^--only: no notebook begins with "99": there are 00-start-here, /);
  assert.match(dashless.out, /^npm start needs "--" before its options, found --seed .* npm start -- --seed 5\n$/);
  assert.deepEqual([mistyped.code, absent.code, dashless.code], [2, 2, 2]);
});

test("nb run says what is wrong with a corpus folder", async (t) => {
  const { root, remove } = makeProject({ "01-a": [] });
  t.after(remove);
  const [absent, empty] = await Promise.all([
    nb("run", "--project", root, "--corpus", join(root, "nowhere")),
    nb("run", "--project", root, "--corpus", join(root, "data")),
  ]);
  assert.match(absent.out, /^--corpus .*nowhere: needed a folder, found nothing at /);
  assert.match(
    empty.out,
    /needed a folder that holds facebook, vkontakte, odnoklassniki or one of them, found none of the three/,
  );
  assert.deepEqual([absent.code, empty.code], [2, 2]);
});

test("nb run names the zones that it knows", async () => {
  const { out, code } = await nb("run", "--corpus", ".", "--zone", "Bishkek");
  assert.match(out, /'--zone <zone>' argument 'Bishkek' is invalid. Needed an offset such as "\+06:00" or one of .*Europe\/Moscow/);
  assert.equal(code, 2);
});

test("two runs of nb at once both end well and leave whole files", async (t) => {
  const cells = [proseCell("p", "# A claim"), claimCell("s1-card", "S1", "table", "reproduced")];
  const { root, remove } = makeProject({ "01-a": cells }, ["S1,4,01-a,table,reproduced,x"]);
  t.after(remove);
  const runs = await Promise.all([nb("run", "--project", root), nb("run", "--project", root)]);
  for (const { out, code } of runs) {
    assert.equal(code, 0, out);
    assert.match(out, /^Running 1 notebook\n {2}01-a {3}1 cell {2,}[\d.]+ s {2}1 of 1 verdict as expected\n/);
    assert.match(out, /^S1 +reproduced +yes +what was found about S1$/m);
    assert.match(out, /^1 of 1 verdicts are as expected/m);
  }
  assert.deepEqual(readdirSync(join(root, "build")).sort(), ["book", "claims.json", "notebooks", "ro-crate-metadata.json", "run.json"]);
  assert.deepEqual(readdirSync(join(root, "build", "notebooks")), ["01-a.ipynb"]);
  assert.equal(JSON.parse(readFileSync(join(root, "build", "claims.json"), "utf8"))[0].verdict, "reproduced");
});

for (const [signal, exitCode] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const) {
  test(
    `nb run leaves no process and no file behind when it gets ${signal}`,
    { skip: process.platform === "win32" && "needs ps" },
    async (t) => {
      const { root, remove } = makeProject({});
      t.after(remove);
      const began = join(root, "began");
      const cell = codeCell("a", `require("node:fs").writeFileSync(${JSON.stringify(began)}, ""); for (;;) {}`);
      writeNotebook(join(root, "notebooks", "01-a.ipynb"), notebookOf([cell]));
      const temporary = join(root, "temporary");
      mkdirSync(temporary);
      const child = start(["run", "--project", root], { TMPDIR: temporary });
      const end = ended(child);
      while (!existsSync(began)) await sleep(50);
      const kernels = childrenOf(child.pid);
      assert.notEqual(kernels.length, 0);
      child.kill(signal);
      const { out, code } = await end;
      assert.equal(code, exitCode);
      assert.match(out, /nb: interrupted: every kernel is stopped, nothing was written/);
      for (let i = 0; i < 600 && kernels.some(isRunning); i++) await sleep(50);
      assert.deepEqual(kernels.filter(isRunning), []);
      assert.deepEqual(readdirSync(join(root, "build", "notebooks")), []);
      assert.deepEqual(readdirSync(join(root, "build")), ["notebooks"]);
      assert.deepEqual(readdirSync(temporary).filter((file) => !file.startsWith("tsx-")), []);
    },
  );
}

test("nb lint prints a finding a line and fails", async (t) => {
  const { root, remove } = makeProject({
    "01-a": [
      proseCell("p", "Two minutes to read. **After this notebook you can** draw. **You need** nothing."),
      codeCell("s1-draw", "Math.random()", [], 1),
    ],
  });
  t.after(remove);
  const { out, code } = await nb("lint", "--project", root);
  assert.equal(code, 1);
  assert.match(
    out,
    /^notebooks\/01-a\.ipynb cell s1-draw line 1: unseeded-random: randomness must .*\n\n1 finding\n$/,
  );
});

test("nb check finds type errors in a notebook, across its cells, and unused imports", async (t) => {
  const { root, remove } = makeProject(
    {
      "01-a": [
        codeCell("imports", 'import { join } from "node:path"\nimport {\n  readFileSync,\n} from "node:fs"'),
        codeCell("n", 'const names = ["Ош"]\nconst unused = 1'),
        codeCell("first", "[1].length\nconst first: string = names[0]\nawait null"),
        codeCell("path", '(join("a", "b"))'),
      ],
    },
    [],
    ["node_modules", "tsconfig.json"],
  );
  t.after(remove);
  mkdirSync(join(root, "lib"));
  writeFileSync(join(root, "lib", "broken.ts"), "export const n: number = null;\n");
  const { out, code } = await nb("check", "--project", root);
  assert.equal(code, 1);
  assert.deepEqual(out.trimEnd().split("\n"), [
    "lib/broken.ts(1,14): error TS2322: Type 'null' is not assignable to type 'number'.",
    "notebooks/01-a.ipynb cell imports line 3: TS6133: 'readFileSync' is declared but its value is never read.",
    "notebooks/01-a.ipynb cell first line 2: TS2322: Type 'string | undefined' is not assignable to type 'string'.",
    "  Type 'undefined' is not assignable to type 'string'.",
  ]);
});

test("nb test counts what passed, failed and was skipped, and says why", async (t) => {
  const cells = [proseCell("p", "Two minutes to read. **After this notebook you can** draw. **You need** nothing.")];
  const { root, remove } = makeProject({ "01-a": cells }, [], ["node_modules", "tsconfig.json"]);
  t.after(remove);
  for (const folder of ["lib", "kernel"]) mkdirSync(join(root, folder));
  writeFileSync(join(root, "lib", "sums.test.ts"), SUMS);
  writeFileSync(
    join(root, "kernel", "broken.test.ts"),
    'console.log("printed on the way");\nthrow new Error("not even loaded");\n',
  );
  writeFileSync(
    join(root, "kernel", "fine.test.ts"),
    'import test from "node:test";\nconsole.log("chatter");\ntest("a", () => {});\n',
  );

  const all = await nb("test", "--project", root);
  assert.equal(all.code, 1);
  assert.match(all.out, /\n6 passed, 2 failed, 2 skipped\n$/);
  assert.match(all.out, /^lib\/sums\.test\.ts +[\d.]+ s {2}2 passed, 1 FAILED, 2 skipped$/m);
  assert.match(all.out, /^failed: lib\/sums\.test\.ts: two and two\n {4}AssertionError.*\n/m);
  assert.match(all.out, /^failed: kernel\/broken\.test\.ts: the file itself\n/m);
  assert.match(all.out, /^ {4}printed on the way$/m);
  assert.match(all.out, /^skipped: lib\/sums\.test\.ts: later \(needs a corpus\)$/m);
  assert.doesNotMatch(all.out, /chatter/);

  const part = await nb("test", "--project", root, "fine");
  assert.deepEqual(
    [part.code, part.out.replace(/ +[\d.]+ s/, "")],
    [0, "kernel/fine.test.ts  1 passed\n\n1 passed, 0 failed, 0 skipped\n"],
  );
});

const SUMS = `
import assert from "node:assert/strict";
import test, { describe, it } from "node:test";
test("one and one", () => assert.equal(1 + 1, 2));
test("two and two", () => assert.equal(2 + 2, 5));
test("later", { skip: "needs a corpus" }, () => {});
test("some day", { todo: true }, () => assert.fail("not yet"));
describe("a group", () => { it("holds a test", () => {}); });
`;
