import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { checkOptions } from "./check-options";
import { loadCompiler } from "./load-typescript.cjs";
import { importsIn, importsOfOutline, outlineOf } from "./outline";

const ROOT = join(__dirname, "..", "..");

for (const [title, text, outline, told] of [
  [
    "a function with a stated result loses its body, in its place",
    "function f(a = 1): number {\n  return a;\n}",
    "function f(a = 1): number {\n           \n}",
  ],
  ["a function with an inferred result stays whole", "const f = () => { return 1; };"],
  ["an arrow function keeps an expression", "const f = (): number => 1 + 1;"],
  ["a typed value is blanked", "export const a: number = 1 + 1, b = 2;", "export const a: number        , b = 2;"],
  [
    "methods, constructors and members are",
    "class A { a: number = 1; constructor(readonly b: 1) { f(); } get c(): 1 { return 1; } d() { return 2; } }",
    "class A { a: number    ; constructor(readonly b: 1) {      } get c(): 1 {           } d() { return 2; } }",
  ],
  [
    "a constructor that decides the type of a member stays",
    "class A { a; constructor() { this.a = 1; } }",
  ],
  [
    "what a function without a stated result holds is blanked inside",
    "const make = () => ({ f(): void { g(); } });",
    "const make = () => ({ f(): void {      } });",
  ],
  [
    "an import goes when nothing is left that names it, and is told at the end if it is of the project",
    'import { a } from "a";\nimport { b } from "./b";\nimport { type C } from "c";\nexport function f(c: C): C { return a(b, c); }',
    '                      \n                        \nimport { type C } from "c";\nexport function f(c: C): C {                 }',
    ["./b"],
  ],
  [
    "what is not exported goes with its comment, unless what is exported leads to it",
    '/** A. */\nconst a = f();\n/** B. */\nfunction f() { return 1; }\n/** C. */\nconst c = b;\nconst b = 2;\nexport { c };',
    '         \n              \n         \n                          \n/** C. */\nconst c = b;\nconst b = 2;\nexport { c };',
  ],
  [
    "what acts by itself stays, and so does what it names",
    'import "./setup";\nfunction run() { return 1; }\nrun();\nexport const a = 1;',
    undefined,
    ["./setup"],
  ],
  [
    "a module without exports stays one",
    'import { a } from "./a";\nfunction f() { a(); }',
    "                        \n                     \nexport {};",
    ["./a"],
  ],
  ["what a script declares stays, since it is global", "function f() { return 1; }"],
] as const) {
  const imports: readonly string[] = told ?? [];
  test(`outlineOf: ${title}`, () => {
    assert.equal(outlineOf("a.ts", text), `${outline ?? text}\n//# imports ${JSON.stringify(imports)}\n`);
    assert.deepEqual(importsIn(text), imports);
    assert.deepEqual(importsOfOutline(outlineOf("a.ts", text) ?? ""), imports);
  });
}

test("importsIn finds every way of naming another file of the project", () => {
  const text = `import a from "./a"; import type { B } from "../b"; export * from "./c"; export { d } from "./d.js";
import { readFileSync } from "node:fs"; type E = import("./e").E; const f = () => import("./f"); const g = "./g";`;
  assert.deepEqual(importsIn(text).sort(), ["../b", "./a", "./c", "./d.js", "./e", "./f"]);
});

test("files of lib declare the same as their outlines", () => {
  const ts = loadCompiler();
  const files = readdirSync(join(ROOT, "lib"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => join(ROOT, "lib", name));
  const options = { ...checkOptions(ROOT), emitDeclarationOnly: true };
  const declare = (read: (path: string, text: string) => string): Map<string, string> => {
    const declared = new Map<string, string>();
    const host = ts.createCompilerHost(options);
    host.readFile = (path) => {
      const text = ts.sys.readFile(path);
      return text !== undefined && path.startsWith(join(ROOT, "lib")) ? read(path, text) : text;
    };
    host.writeFile = (path, text) => declared.set(path, text);
    ts.createProgram(files, options, host).emit();
    return declared;
  };
  const whole = declare((_, text) => text);
  const outlined = declare((path, text) => outlineOf(path, text) ?? text);
  assert.equal(whole.size, files.filter((path) => !path.endsWith(".d.ts")).length);
  for (const [path, text] of whole) assert.equal(outlined.get(path), text, path);
});
