import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";

import { type ExecuteResult, type KernelClient, startKernel } from "../client";

/** Cells run one after the other in one kernel, and what a reader of the code expects of the last one. */
interface Expectation {
  readonly cells: readonly string[];
  /** The value shown, as text; null when no value may be shown. */
  readonly value?: string | null;
  /** All that is printed. */
  readonly prints?: string;
  /** Name and message of the error, such as "TypeError: no". */
  readonly error?: RegExp;
}

const SHARED: Record<string, Expectation> = {
  "a closure sees a later cell's assignment": {
    cells: ["let n = 0; function inc() { return ++n }", "n = 100; inc()"],
    value: "101",
  },
  "a later cell sees what a closure assigned": {
    cells: ["let seen = 1; const bump = () => { seen += 5 };", "bump(); seen"],
    value: "6",
  },
  "an arrow function sees a later assignment of a var": {
    cells: ["var v1 = 1; const getV1 = () => v1;", "v1 = 2; getV1()"],
    value: "2",
  },
  "an older function calls the newest definition of another": {
    cells: [
      "function helper() { return 'old' }\nfunction caller() { return helper() }",
      "function helper() { return 'new' }",
      "caller()",
    ],
    value: "'new'",
  },
  "a reset by declaring again reaches an older closure": {
    cells: ["let seed2 = 1; const next2 = () => seed2++;", "next2(); next2()", "let seed2 = 10;", "next2()"],
    value: "10",
  },
  "a const may be declared again with another type": {
    cells: ["const c1 = 1;", "const c1 = 'text';", "c1.toUpperCase()"],
    value: "'TEXT'",
  },
  "a const may not be assigned in a later cell": {
    cells: ["const c2 = 1;", "c2 = 2;"],
    error: /1:1 - Cannot assign to 'c2' because it is a constant/,
  },
  "a let may change kind to a function": {
    cells: ["let k1: unknown = 1;", "function k1() { return 7 }", "k1()"],
    value: "7",
  },
  "a function may change kind to a const": {
    cells: ["function k2() { return 1 }", "const k2 = 8;", "k2 + 1"],
    value: "9",
  },
  "compound assignment, increment and exponent reach the shared variable": {
    cells: ["let m = 2; const readM = () => m;", "m **= 3; m++; --m; m <<= 1; m ||= 5; m ??= 6;", "readM()"],
    value: "16",
  },
  "a destructuring assignment reaches earlier variables": {
    cells: [
      "let left = 1, right = 2; const both = () => [left, right];",
      "[left, right] = [right, left]; ({ a: left } = { a: left * 10 });",
      "both()",
    ],
    value: "[ 20, 1 ]",
  },
  "destructuring declares each name, with defaults, rest and nesting": {
    cells: [
      "const { p, q: [q1, , q3 = 3], ...others } = { p: 1, q: [1, 2] as number[], r: 4, s: 5 };",
      "[p, q1, q3, others]",
    ],
    value: "[ 1, 1, 3, { r: 4, s: 5 } ]",
  },
  "destructuring may mix new and earlier names": {
    cells: [
      "let old1 = 1; const readOld1 = () => old1;",
      "const { old1, fresh1 = () => 5 } = { old1: 2 } as { old1: number; fresh1?: () => number };",
      "[readOld1(), fresh1(), fresh1.name]",
    ],
    value: "[ 2, 5, 'fresh1' ]",
  },
  "a var of a loop is there afterwards": { cells: ["for (var li = 0; li < 3; li++) {}", "li"], value: "3" },
  "a var of a block or a loop that exists already is assigned": {
    cells: [
      "var bv = 1; const readBv = () => bv;",
      "if (true) { var bv = 2 } for (var bv of [5, 6]) {}",
      "readBv()",
    ],
    value: "6",
  },
  "what is only declared is known to later cells, until one defines it": {
    cells: [
      "declare function given(n: number): number; declare const mark: string;\nObject.assign(globalThis, { given: (n: number) => n + 1, mark: 'm' });",
      "const both = [given(2), mark];",
      "function given(n: number): string { return `own ${n}`; }",
      "[...both, given(3)]",
    ],
    value: "[ 3, 'm', 'own 3' ]",
  },
  "a variable takes the place of an imported one": {
    cells: [
      "import { steps, step } from './build/expectations/steps';\nstep();",
      "let steps = 10; step(); steps += 1;",
      "step(); steps",
    ],
    value: "11",
  },
  "names that begin with underscores are shared": {
    cells: ["const _a = 1, __b = 2, ___c = 3; for (const __d of [4]) { var __e = __d; }", "[_a, __b, ___c, __e]"],
    value: "[ 1, 2, 3, 4 ]",
  },
  "a var declared again without a value keeps it": {
    cells: ["var kept = 4;", "if (true) { var kept: number }", "kept"],
    value: "4",
  },
  "a var without a value is undefined and shows nothing": {
    cells: ["var nothing: undefined;", "nothing"],
    value: null,
  },
  "a var of a function stays in the function": {
    cells: [
      "var fv = 1; function localVar() { var fv = 5; for (var fw = 0; fw < 1; fw++) {} return fv }\nclass Fv { m() { var fv = 6; return fv } }",
      "[localVar(), new Fv().m(), fv]",
    ],
    value: "[ 5, 6, 1 ]",
  },
  "a let of a block stays in the block": { cells: ["let sh = 1; { let sh = 2; sh; } sh"], value: "1" },
  "a parameter and a local hide the shared name": {
    cells: [
      "let hid = 1; function useHid(hid: number) { hid++; return hid } function localHid() { let hid = 50; return ++hid }",
      "[useHid(10), localHid(), hid]",
    ],
    value: "[ 11, 51, 1 ]",
  },
  "a later cell's local hides the shared name": {
    cells: ["let hid2 = 1;", "{ const hid2 = 'inner'; hid2.length; } [1, 2].map((hid2) => hid2 + hid2)"],
    value: "[ 2, 4 ]",
  },
  "a catch parameter and a loop variable hide the shared name": {
    cells: ["let e1 = 'outer';", "try { throw 'inner' } catch (e1) {} for (const e1 of [1]) {}\ne1"],
    value: "'outer'",
  },
  "a function is hoisted within its cell": {
    cells: ["const early = hoisted();\nfunction hoisted() { return 3 }", "early"],
    value: "3",
  },
  "a function declared again is hoisted too": {
    cells: [
      "function hoisted2() { return 1 }",
      "const got = hoisted2();\nfunction hoisted2() { return 2 }\ngot",
    ],
    value: "2",
  },
  "functions call each other across cells, in any order": {
    cells: [
      "let even: (n: number) => boolean;\nfunction odd(n: number): boolean { return n === 0 ? false : even(n - 1) }",
      "even = (n) => n === 0 ? true : odd(n - 1);",
      "[odd(7), even(7)]",
    ],
    value: "[ true, false ]",
  },
  "recursion uses the newest definition": {
    cells: [
      "function fact(n: number): number { return n < 2 ? 1 : n * fact(n - 1) }",
      "const oldFact = fact;",
      "function fact(n: number): number { return -n }",
      "oldFact(3)",
    ],
    value: "-6",
  },
  "a function keeps its name when it is declared again": {
    cells: [
      "const f1 = () => 1; function f2() {} class F3 {}",
      "const f1 = async () => 2; function* f2() {} class F3 {}",
      "[f1.name, f2.name, F3.name, Object.prototype.toString.call(f2())]",
    ],
    value: "[ 'f1', 'f2', 'F3', '[object Generator]' ]",
  },
  "a generator goes on in a later cell": {
    cells: [
      "function* count() { let i = 0; while (true) yield i++ }\nconst counter = count();",
      "counter.next(); counter.next().value",
    ],
    value: "1",
  },
  "an async function works across cells": {
    cells: [
      "let asyncN = 1; async function later() { await null; return ++asyncN }",
      "asyncN = 10; await later()",
    ],
    value: "11",
  },
  "an async generator is read by a later cell": {
    cells: [
      "async function* pages() { yield 1; yield 2 }",
      "const got2: number[] = []; for await (const page of pages()) got2.push(page); got2",
    ],
    value: "[ 1, 2 ]",
  },
  "a class with private fields, static blocks and accessors is shared": {
    cells: [
      "class Account { #sum = 0; static made = 0; static { Account.made = 1 } add(n: number) { this.#sum += n; return this } get sum() { return this.#sum } }",
      "new Account().add(3).add(4).sum + Account.made",
    ],
    value: "8",
  },
  "a class declared again is used by older functions": {
    cells: [
      "class Tool { name() { return 'old' } }\nfunction make() { return new Tool().name() }",
      "class Tool { name() { return 'new' } }",
      "make()",
    ],
    value: "'new'",
  },
  "a later class extends an earlier one": {
    cells: [
      "abstract class Shape { abstract area(): number; twice() { return this.area() * 2 } }",
      "class Square extends Shape { constructor(private side: number) { super() } override area() { return this.side ** 2 } }\nnew Square(3).twice()",
    ],
    value: "18",
  },
  "an enum is shared, with its values and its type": {
    cells: [
      "enum Platform { Facebook, VKontakte = 5, Odnoklassniki }",
      "const where: Platform = Platform.Odnoklassniki; [where, Platform[5]]",
    ],
    value: "[ 6, 'VKontakte' ]",
  },
  "an enum declared again replaces the old one for older functions": {
    cells: ["enum Level { a = 1 } const level = () => Level;", "enum Level { b = 2 }", "level()"],
    value: "{ '2': 'b', b: 2 }",
  },
  "a const enum is shared": { cells: ["const enum Side { Left = 1, Right = 2 }", "Side.Right"], value: "2" },
  "a namespace is shared and may be declared again": {
    cells: [
      "namespace Units { export const km = 1000 }",
      "namespace Units { export const mile = 1609 }",
      "Units.mile",
    ],
    value: "1609",
  },
  "an interface and a type are shared": {
    cells: [
      "interface Post { id: string } type Posts = readonly Post[];",
      "const posts: Posts = [{ id: 'a' }]; posts.length",
    ],
    value: "1",
  },
  "an interface declared again replaces the old one": {
    cells: ["interface Row { a: number }", "interface Row { b: string }", "const row: Row = { b: 'x' }; row"],
    value: "{ b: 'x' }",
  },
  "a value keeps the type it had when its interface is declared anew": {
    cells: [
      "interface Kept { a: number } const keptRow: Kept = { a: 1 };",
      "interface Kept { b: string }",
      "keptRow.a + 1",
    ],
    value: "2",
  },
  "a value of a replaced class keeps its type": {
    cells: [
      "class Old { first() { return 1 } } const oldOne = new Old();",
      "class Old { second() { return 2 } }",
      "[oldOne.first(), new Old().second(), oldOne instanceof Old]",
    ],
    value: "[ 1, 2, false ]",
  },
  "a generic type and a type guard work across cells": {
    cells: [
      "type Box<T> = { value: T }; function isText(x: unknown): x is string { return typeof x === 'string' }",
      "const box: Box<unknown> = { value: 'abc' }; isText(box.value) ? box.value.length : 0",
    ],
    value: "3",
  },
  "overloads are kept": {
    cells: [
      "function over(a: string): string; function over(a: number): number; function over(a: any) { return a }",
      "over('x').length + over(1)",
    ],
    value: "2",
  },
  "a name may be a type and a value": {
    cells: [
      "interface Both { x: number }",
      "const Both = { make: (): Both => ({ x: 1 }) };",
      "Both.make().x",
    ],
    value: "1",
  },
  "a name that hides a global hides it in cells": {
    cells: ["const URL = 'https://example.org';", "URL.length"],
    value: "19",
  },
  "what a cell hides stays there for modules": {
    cells: ["const Map = 1;", "(await import('node:util')).inspect(new globalThis.Map([[1, 2]]))"],
    value: "'Map(1) { 1 => 2 }'",
  },
  "globalThis is shared and not filled with cells' names": {
    cells: [
      "const notGlobal = 1; (globalThis as any).isGlobal = 2;",
      "[typeof (globalThis as any).notGlobal, (globalThis as any).isGlobal]",
    ],
    value: "[ 'undefined', 2 ]",
  },
  "this is undefined at the top, as in a module": { cells: ["this === undefined"], value: "true" },
  "code is strict": {
    cells: [
      "(() => { try { (Object.freeze({ a: 1 }) as any).a = 2; return 'sloppy' } catch { return 'strict' } })()",
    ],
    value: "'strict'",
  },
  "a label, break and continue work": {
    cells: [
      "outer: for (let i = 0; i < 3; i++) { for (const j of [1, 2]) { if (j === 2) continue outer; if (i === 2) break outer } }\n'done'",
    ],
    value: "'done'",
  },
  "a timer that fires in a later cell changes a shared variable": {
    cells: [
      "let ticks = 0; setTimeout(() => { ticks++ }, 20);",
      "await new Promise((r) => setTimeout(r, 80)); ticks",
    ],
    value: "1",
  },
  "names that the compiler makes up do not hide a cell's": {
    cells: [
      "const _a = 'mine', _classThis = 'too';",
      "const tag = (value: unknown, context: ClassDecoratorContext) => {}; @tag class Tagged { static #x = 1 }",
      "_a + _classThis",
    ],
    value: "'minetoo'",
  },
  "a function with a namespace may be declared again": {
    cells: [
      "function fm() { return fm.extra }\nnamespace fm { export const extra = 3 }",
      "function fm() { return fm.extra }\nnamespace fm { export const extra = 4 }",
      "fm()",
    ],
    value: "4",
  },
  "a decorated class may be declared again": {
    cells: [
      "const deco = (value: unknown, context: ClassDecoratorContext) => {};\n@deco class Dc { a = 1 } const makeDc = () => new Dc().a;",
      "@deco class Dc { a = 2 }",
      "makeDc()",
    ],
    value: "2",
  },
  "declare global is kept": {
    cells: [
      "declare global { interface Array<T> { second(): T | undefined } }\nArray.prototype.second = function () { return this[1] };",
      "[3, 4].second()",
    ],
    value: "4",
  },
  "a symbol is a key across cells": {
    cells: ["const key = Symbol('key'); const keyed = { [key]: 1 };", "keyed[key]"],
    value: "1",
  },
  "a type that is local to a function crosses cells": {
    cells: [
      "const localType = () => { interface Inner { q: number } const r: Inner = { q: 1 }; return r };",
      "localType().q",
    ],
    value: "1",
  },
  "a class expression with private members crosses cells": {
    cells: ["const Hidden = class { private x = 1; y = 2 };", "new Hidden().y"],
    value: "2",
  },
  "names are shared over dozens of cells": {
    cells: [
      ...Array.from({ length: 40 }, (_, i) => `let deep${i} = ${i === 0 ? 1 : `deep${i - 1} + 1`};`),
      "deep0 = 5; deep39 + deep0",
    ],
    value: "45",
  },
};

const FAILING: Record<string, Expectation> = {
  "what was assigned before a failure is kept": {
    cells: ["const a1 = 1;\nconst b1 = (null as any).x;\nconst d1 = 2;", "a1"],
    value: "1",
  },
  "what was not reached is not there": {
    cells: ["const a2 = 1; (null as any).x; const b2 = 2;", "b2"],
    error: /Cannot find name 'b2'/,
  },
  "what was not reached can be declared later": {
    cells: ["(null as any).x; const b3 = 2;", "const b3 = 3;", "b3"],
    value: "3",
  },
  "an earlier value and its type stay when their new declaration is not reached": {
    cells: ["let n1 = 1;", "(null as any).x; let n1 = 'text';", "n1.toFixed(1)"],
    value: "'1.0'",
  },
  "a loop's progress is kept": {
    cells: [
      "let sum = 0;",
      "for (const x of [1, 2, 3]) { if (x === 3) throw new Error('stop'); sum += x }",
      "sum",
    ],
    value: "3",
  },
  "a function of a failed cell is there": {
    cells: ["function there() { return 1 }\nthrow new Error('late');", "there()"],
    value: "1",
  },
  "each of several declarators is kept until the one that failed": {
    cells: ["let x1 = 1, y1 = (null as any).q, z1 = 3;", "x1"],
    value: "1",
  },
  "a repaired cell can be run again": {
    cells: [
      "const r1 = JSON.parse('{');\nfunction useR1() { return r1 }",
      "const r1 = JSON.parse('[1]');\nfunction useR1() { return r1 }",
      "useR1()",
    ],
    value: "[ 1 ]",
  },
  "a cell that does not pass the type check does nothing": {
    cells: ["let side = 0;", "side = 1; const wrong: string = 5;", "side"],
    value: "0",
  },
  "an early use of a const is an error": {
    cells: ["const useEarly = () => tooEarly; useEarly(); const tooEarly = 1;"],
    error: /^ReferenceError: Cannot access 'tooEarly' before initialization/,
  },
  "typeof of an undeclared name is an error of the type check": {
    cells: ["typeof undeclared"],
    error: /1:8 - Cannot find name 'undeclared'/,
  },
  "an undeclared name is an error of the type check": {
    cells: ["const ok = 1;\n  missing + ok"],
    error: /^TypeScriptError: 2:3 - Cannot find name 'missing'/,
  },
  "several type errors are told at once": {
    cells: ["const s1: string = 1;\nconst s2: number = '';"],
    error: /\(and 1 more\)$/,
  },
  "null is checked": {
    cells: ["const s3: string = null;"],
    error: /Type 'null' is not assignable to type 'string'/,
  },
  "an index may miss": {
    cells: ["const list = [1]; const first: number = list[0];"],
    error: /Type 'number \| undefined' is not assignable/,
  },
  "an optional property does not take undefined": {
    cells: ["const o1: { a?: number } = { a: undefined };"],
    error: /exactOptionalPropertyTypes/,
  },
  "an implicit any is an error": {
    cells: ["function untyped(x) { return x }"],
    error: /implicitly has an 'any' type/,
  },
  "a caught error is unknown": {
    cells: ["try { 1 } catch (e) { e.message }"],
    error: /'e' is of type 'unknown'/,
  },
  "an unused name is no error": {
    cells: ["const unused = 1; import { join as unusedJoin } from 'node:path';"],
    value: null,
  },
  "a syntax error tells its place": {
    cells: ["const ok2 = 1;\nlet = = 3;"],
    error: /^TypeScriptError: 2:\d+ - /,
  },
  "`using` is explained": {
    cells: ["using file = null as any;"],
    error: /`using` is newer than TypeScript 5\.0/,
  },
  "an IPython magic is explained": { cells: ["%timeit 1 + 1"], error: /"%timeit" is a command of IPython/ },
  "a module that is missing is named": {
    cells: ["import { x } from './lib/no-such-module';"],
    error: /Cannot find module '\.\/lib\/no-such-module'/,
  },
  "an export that is missing is named": {
    cells: ["import { noSuch } from 'node:fs';"],
    error: /has no exported member/,
  },
  "process.exit() is an error, and the kernel lives": {
    cells: ["process.exit(3)"],
    error: /^ProcessExit: process\.exit\(3\): a cell cannot end the kernel/,
  },
  "process.abort() is one too": {
    cells: ["process.abort()"],
    error: /^ProcessExit: process\.abort\(\): a cell cannot end the kernel/,
  },
  "so is what process.exit is made of": {
    cells: ["(process as unknown as { reallyExit(code: number): void }).reallyExit(4)"],
    error: /^ProcessExit: process\.reallyExit\(4\): a cell cannot end the kernel/,
  },
  "an error keeps its name and message": {
    cells: [
      "class PaperError extends RangeError { override name = 'PaperError' }\nthrow new PaperError('table 2')",
    ],
    error: /^PaperError: table 2$/,
  },
  "what is thrown need not be an Error": { cells: ["throw { code: 7 }"], error: /^Uncaught: \{ code: 7 \}$/ },
  "a thrown null is told": { cells: ["throw null"], error: /^Uncaught: null$/ },
  "a rejected last value is the cell's error": {
    cells: ["Promise.reject(new Error('last'))"],
    error: /^Error: last$/,
  },
  "a rejection that nobody waits for is the cell's error": {
    cells: ["Promise.reject(new Error('lost'));\n1"],
    error: /^Error: lost$/,
  },
  "an error in a timer of the running cell is the cell's error": {
    cells: [
      "setTimeout(() => { throw new Error('in timer') }, 5);\nawait new Promise((r) => setTimeout(r, 200))",
    ],
    error: /^Error: in timer$/,
  },
  "reading from process.stdin says why it cannot": {
    cells: ["for await (const line of process.stdin) line"],
    error: /process\.stdin: needed somebody to type/,
  },
  "an infinite recursion is an error, and the kernel lives": {
    cells: ["function forever(): number { return 1 + forever() }\nforever()"],
    error: /^RangeError: Maximum call stack size exceeded/,
  },
  "await in a plain function is an error": {
    cells: ["function plain() { await null }"],
    error: /'await' expressions are only allowed within async functions/,
  },
  "return at the top is an error": {
    cells: ["return 1"],
    error: /'return' statement can only be used within a function/,
  },
};

const AWAIT: Record<string, Expectation> = {
  "await of a call": { cells: ["const w1 = await Promise.resolve(1); w1"], value: "1" },
  "await (x)": { cells: ["const w2 = Promise.resolve(2); await (w2)"], value: "2" },
  "await [x]": { cells: ["await [3]"], value: "[ 3 ]" },
  "await of a literal, a template, an object": {
    cells: ["[await 1, `${await 'x'}`, (await { a: 1 }).a]"],
    value: "[ 1, 'x', 1 ]",
  },
  "for await": {
    cells: ["let forAwait = 0; for await (const x of [Promise.resolve(1), 2]) forAwait += x; forAwait"],
    value: "3",
  },
  "await in destructuring": {
    cells: [
      "const { a: wa, b: [wb] } = await Promise.resolve({ a: 1, b: [2] as const }); const [wc = await 3] = [] as number[]; [wa, wb, wc]",
    ],
    value: "[ 1, 2, 3 ]",
  },
  "await in try, catch and finally": {
    cells: [
      "let wt = ''; try { await Promise.reject(new Error('no')) } catch (e) { wt += await 'c' } finally { wt += await 'f' } wt",
    ],
    value: "'cf'",
  },
  "await in a condition, a loop, a switch": {
    cells: [
      "let wl = 0; if (await true) while ((await wl) < 2) wl += await 1; switch (await wl) { case await 2: wl = 20 } wl",
    ],
    value: "20",
  },
  "await of Promise.all": {
    cells: ["const [wp, wq] = await Promise.all([1, Promise.resolve('x')]); [wp, wq]"],
    value: "[ 1, 'x' ]",
  },
  "await at the very start": { cells: ["await 5"], value: "5" },
  "a promise as the last value is awaited": {
    cells: ["new Promise((r) => setTimeout(() => r('late'), 10))"],
    value: "'late'",
  },
  "a name is shared before and after an await": {
    cells: ["let ba = 1; const readBa = () => ba;", "ba = 2; await null; ba += readBa(); readBa()"],
    value: "4",
  },
};

const MODULES: Record<string, Expectation> = {
  "a default and a named import": {
    cells: [
      "import fs, { existsSync } from 'node:fs';",
      "fs.existsSync === existsSync && existsSync('package.json')",
    ],
    value: "true",
  },
  "a namespace import": {
    cells: ["import * as path from 'node:path';", "path.posix.join('a', 'b')"],
    value: "'a/b'",
  },
  "a renamed import, imported again under the same name": {
    cells: [
      "import { basename as base } from 'node:path';",
      "import { dirname as base } from 'node:path';",
      "base('a/b')",
    ],
    value: "'a'",
  },
  "import type": {
    cells: [
      "import type { Stats } from 'node:fs'; import { type PathLike, statSync } from 'node:fs';",
      "const stats: Stats = statSync('lib' as PathLike); stats.isDirectory()",
    ],
    value: "true",
  },
  "a JSON file": {
    cells: ["import manifest from './package.json';", "manifest.name"],
    value: "'clicks-to-streets'",
  },
  "a JSON file by its names": {
    cells: ["import { version as ownVersion } from './package.json';", "typeof ownVersion"],
    value: "'string'",
  },
  "a package that is an ES module only": {
    cells: [
      "import { op, table } from 'arquero';",
      "table({ y: [2.5, null] }).rollup({ mean: op.mean('y') }).get('mean', 0)",
    ],
    value: "2.5",
  },
  "a package that is CommonJS": {
    cells: [
      "import * as ss from 'simple-statistics'; import MarkdownIt from 'markdown-it';",
      "[ss.median([1, 2, 10]), new MarkdownIt().renderInline('*a*')]",
    ],
    value: "[ 2, '<em>a</em>' ]",
  },
  "a dynamic import of a module of the project": {
    cells: ["const { addressOf } = await import('./kernel/message');", "typeof addressOf"],
    value: "'function'",
  },
  "a dynamic import in a function": {
    cells: ["const load = async () => (await import('node:path')).sep.length;", "await load()"],
    value: "1",
  },
  require: { cells: ["const os = require('node:os');", "typeof os.cpus"], value: "'function'" },
  "__dirname is the project's folder": {
    cells: ["__dirname === process.cwd() && require('node:fs').existsSync(`${__dirname}/tsconfig.json`)"],
    value: "true",
  },
  "import.meta.url leads to the project's files": {
    cells: [
      "import { readFileSync } from 'node:fs';",
      "readFileSync(new globalThis.URL('./package.json', import.meta.url), 'utf8').length > 10",
    ],
    value: "true",
  },
  "export const": { cells: ["export const z = 1;", "z + 1"], value: "2" },
  "export of a function, a class, a type, a list": {
    cells: [
      "export function ef() { return 1 }\nexport class Ec {}\nexport interface Ei { a: 1 }\nconst el = 2;\nexport { el, el as el2 };",
      "const ei: Ei = { a: 1 }; [ef(), new Ec(), el, ei]",
    ],
    value: "[ 1, Ec {}, 2, { a: 1 } ]",
  },
  "export default": {
    cells: ["export default function ed() { return 'default' }", "ed()"],
    value: "'default'",
  },
  "export default of a value shows it": { cells: ["export default { a: 1 };"], value: "{ a: 1 }" },
  "import attributes": {
    cells: ["import manifest2 from './package.json' with { type: 'json' };", "manifest2.name"],
    value: "'clicks-to-streets'",
  },
  "an imported variable is as its module left it": {
    cells: [
      "import { changes, change } from './build/expectations/live';\nimport * as whole from './build/expectations/live';",
      "change(); const before9 = changes; change();",
      "[before9, changes, whole.changes, { changes }.changes, (() => changes)()]",
    ],
    value: "[ 1, 2, 2, 2, 2 ]",
  },
  "export * of a module loads it": {
    cells: ["export * from './build/expectations/live';\n'loaded'"],
    value: "'loaded'",
  },
  "tslab's own display": {
    cells: ["import { display } from 'tslab';", "display.markdown('**x**')"],
    value: null,
  },
};

const VALUES: Record<string, Expectation> = {
  "null is shown": { cells: ["null"], value: "null" },
  "undefined is not shown": { cells: ["undefined"], value: null },
  "0, false and an empty text are shown": { cells: ["[0, false, '']"], value: "[ 0, false, '' ]" },
  "a text is shown in quotes": { cells: ["'сан'"], value: "'сан'" },
  "a bigint, a regular expression, a date": {
    cells: ["[2n ** 64n, /ң/u, new Date(0)]"],
    value: "[ 18446744073709551616n, /ң/u, 1970-01-01T00:00:00.000Z ]",
  },
  "a Map and a Set": {
    cells: ["[new globalThis.Map([['a', 1]]), new Set([1])]"],
    value: "[ Map(1) { 'a' => 1 }, Set(1) { 1 } ]",
  },
  "a declaration shows nothing": { cells: ["const shown = 1;"], value: null },
  "an assignment shows its value": { cells: ["let as1 = 0;", "as1 = 4"], value: "4" },
  "a comment after the last value does not hide it": { cells: ["6 // six\n/* end */"], value: "6" },
  "an empty cell": { cells: [""], value: null },
  "a cell of comments": { cells: ["// nothing\n/* here */"], value: null },
  "a value that stands before a declaration is not shown": { cells: ["1;\nconst after1 = 2;"], value: null },
  "an object literal in parentheses": { cells: ["({ a: 1 })"], value: "{ a: 1 }" },
  "a leading text is not a directive": { cells: ["'use strict'"], value: "'use strict'" },
  "toSorted and its kin, as this Node has them": {
    cells: [
      "[[3, 1, 2].toSorted(), [1, 2].toReversed(), [1, 2].with(0, 5), [1, 2, 3].findLast((x) => x < 3)]",
    ],
    value: "[ [ 1, 2, 3 ], [ 2, 1 ], [ 5, 2 ], 2 ]",
  },
  "what this Node lacks is a type error": {
    cells: ["'groupBy' in Object"],
    value: String("groupBy" in Object),
  },
  "satisfies, const type parameters, decorators": {
    cells: [
      "const conf = { a: 1 } satisfies Record<string, number>; function tuple<const T>(t: T) { return t }\nconst twice = (value: (n: number) => number, context: ClassMethodDecoratorContext) => (n: number) => value(n) * 2;\nclass Calc { @twice add(n: number) { return n + 1 } }\n[conf.a, tuple(['a', 'b'])[1], new Calc().add(1)]",
    ],
    value: "[ 1, 'b', 4 ]",
  },
  "optional chaining, nullish and logical assignment, numeric separators": {
    cells: [
      "const oc: { a?: { b: number } } = {}; let ol: number | null = null; ol ??= 1_000; [oc.a?.b, ol]",
    ],
    value: "[ undefined, 1000 ]",
  },
  "console.log, error, table, dir": {
    cells: ["console.log('a', 1); console.error('b'); console.dir({ c: 1 }); console.table([{ d: 1 }]);"],
    prints:
      "a 1\nb\n{ c: 1 }\n┌─────────┬───┐\n│ (index) │ d │\n├─────────┼───┤\n│ 0       │ 1 │\n└─────────┴───┘\n",
  },
  "process.stdout.write": {
    cells: ["process.stdout.write('no line end'); process.stdout.write(Buffer.from('ө'))"],
    prints: "no line endө",
  },
  "what a program prints that inherits the output": {
    cells: [
      `import { spawn, execSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
const child = spawn(process.execPath, ['-p', '1 + 1'], { stdio: 'inherit' });
await once(child, 'close');
execSync('echo two', { stdio: 'inherit' });
const { status, stdout } = spawnSync('echo three; exit 3', { stdio: ['ignore', 1, process.stderr], shell: true });
console.log(child.stdout, stdout, status);
try { execSync('echo four; exit 4', { stdio: ['pipe', 'inherit', 'pipe'] }); } catch (error) { console.log('failed'); }
spawnSync('echo', ['five']).stdout.toString()`,
    ],
    prints: "2\ntwo\nthree\nnull null 3\nfour\nfailed\n",
    value: "'five\\n'",
  },
  "what is printed before a value comes before it": {
    cells: ["console.log('first');\n'second'"],
    prints: "first\n",
    value: "'second'",
  },
};

const folder = join(__dirname, "..", "..", "build", "expectations");
let kernel: KernelClient;
before(async () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "live.ts"),
    "export let changes = 0;\nexport function change(): void {\n  changes += 1;\n}\n",
  );
  writeFileSync(join(folder, "steps.ts"), "export let steps = 0;\nexport const step = (): void => void (steps += 1);\n");
  kernel = await startKernel();
});
after(async () => {
  await kernel.shutdown();
  rmSync(folder, { recursive: true });
});

for (const [group, expectations] of Object.entries({ SHARED, FAILING, AWAIT, MODULES, VALUES })) {
  test(group.toLowerCase(), async (t) => {
    for (const [title, expectation] of Object.entries(expectations)) {
      await t.test(title, async () => check(expectation));
    }
  });
}

async function check({ cells, value, prints, error }: Expectation): Promise<void> {
  let result: ExecuteResult | undefined;
  for (const cell of cells) result = await kernel.execute(cell, { timeoutMs: 30_000 });
  const { outputs, error: failure } = result!;
  const thrown = failure && `${failure.ename}: ${failure.evalue}`;
  if (error !== undefined) return assert.match(thrown ?? "no error", error);
  assert.equal(thrown, undefined);
  const shown = outputs.find((output) => output.output_type === "execute_result");
  if (value !== undefined) assert.equal(shown?.data["text/plain"] ?? null, value);
  if (prints !== undefined) {
    assert.equal(
      outputs.flatMap((output) => (output.output_type === "stream" ? [output.text] : [])).join(""),
      prints,
    );
  }
}
