import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { checkOptions } from "./check-options";
import { loadCompiler } from "./load-typescript.cjs";
import { outlineOf } from "./outline";

const ROOT = join(__dirname, "..", "..");

for (const [title, text, outline] of [
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
    "an import from a package goes when nothing is left that names it; one of the project stays",
    'import { a } from "a";\nimport { b } from "./b";\nimport { type C } from "c";\nexport function f(c: C): C { return a(b, c); }',
    '                      \nimport { b } from "./b";\nimport { type C } from "c";\nexport function f(c: C): C {                 }',
  ],
] as const) {
  test(`outlineOf: ${title}`, () => assert.equal(outlineOf("a.ts", text), outline ?? text));
}

test("files of lib declare the same as their outlines", () => {
  const ts = loadCompiler();
  // With all that they import, these are half of lib.
  const folder = join(ROOT, "lib", "show");
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => join(folder, name));
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
  assert.ok(whole.size >= files.length);
  for (const [path, text] of whole) assert.equal(outlined.get(path), text, path);
});
