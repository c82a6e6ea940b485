import assert from "node:assert/strict";
import test from "node:test";

import { lintNotebook } from "./lint-notebook";
import type { Cell, MimeBundle, Output } from "./notebook-file";
import { codeCell, notebookOf, proseCell } from "./temporary-project";

const TODAY = "2026-11-23";
const PATH = "notebooks/01-sampling.ipynb";

/** Findings in a notebook of these cells, as `place: rule`. */
function findingsIn(...cells: Cell[]): string[] {
  return lintNotebook(PATH, notebookOf(cells), TODAY).map(
    ({ where, rule }) => `${where.slice(PATH.length + 1)}: ${rule}`,
  );
}

/** Rules that one code cell breaks when it stands below a sentence and has run. */
function rulesIn(source: string, ...outputs: Output[]): string[] {
  return findingsIn(proseCell("p", "A sentence."), codeCell("c", source, outputs, 1)).map((line) =>
    line.replace(/^.*: /, ""),
  );
}

const shown = (data: MimeBundle): Output => ({
  output_type: "execute_result",
  execution_count: 1,
  data,
  metadata: {},
});
const printed = (text: string): Output => ({ output_type: "stream", name: "stdout", text });

test("lintNotebook finds nothing in a notebook that keeps the rules", () => {
  const cells = [
    proseCell("title", "# 1. How?\n\nA claim."),
    codeCell("imports", 'import { loadCommunities } from "./lib/load/load-communities"', [], 1),
    proseCell("read", "One row is one community."),
    codeCell(
      "load",
      "const communities = loadCommunities();\ncommunities.length",
      [shown({ "text/plain": "37" })],
      2,
    ),
  ];
  assert.deepEqual(findingsIn(...cells), []);
});

test("lintNotebook says where, which rule, what is needed and what it found", () => {
  const cells = [proseCell("p", "Draw."), codeCell("s3-draw", "const n = 1;\nconst x = Math.random();", [], 1)];
  assert.deepEqual(lintNotebook(PATH, notebookOf(cells), TODAY), [
    {
      where: "notebooks/01-sampling.ipynb cell s3-draw line 2",
      rule: "unseeded-random",
      message: "randomness must come from a seed in the cell, found Math.random()",
    },
  ]);
});

for (const [source, rule] of [
  ["crypto.randomUUID()", "unseeded-random"],
  ["globalThis.Math.random()", "unseeded-random"],
  ["Math['random']()", "unseeded-random"],
  ['globalThis["Math"]?.["random"]()', "unseeded-random"],
  ["const { random } = Math", "unseeded-random"],
  ["const { random: draw } = Math", "unseeded-random"],
  ["const draw = Math.random", "unseeded-random"],
  ["const { randomUUID } = crypto", "unseeded-random"],
  ["crypto['randomUUID']()", "unseeded-random"],
  ["crypto.getRandomValues(new Uint8Array(4))", "unseeded-random"],
  ["globalThis.crypto.getRandomValues(bytes)", "unseeded-random"],
  ['import { randomBytes as key } from "node:crypto"', "unseeded-random"],
  ["randomUUID()", "unseeded-random"],
  ["shuffle([1, 2])", "unseeded-random"],
  ["shuffle([1, 2], undefined)", "unseeded-random"],
  ["shuffle([1, 2], Math.random)", "unseeded-random"],
  ["shuffleInPlace(xs)", "unseeded-random"],
  ["sample(xs, 2)", "unseeded-random"],
  ["sampleWithReplacement(xs, 2)", "unseeded-random"],
  ["kMeansCluster(points, 3)", "unseeded-random"],
  ["permutationTest(xs, ys)", "unseeded-random"],
  ['import { shuffle as mix } from "simple-statistics";\nmix(xs)', "unseeded-random"],
  ['import ss from "simple-statistics";\nss.sample(xs, 2)', "unseeded-random"],
  ["table(xs).sample(1)", "unseeded-random"],
  ["posts.filter(isPublic).sample()", "unseeded-random"],
  ["posts.sample(2, { replace: true })", "unseeded-random"],
  ["posts.sample(2);\nseed(1)", "unseeded-random"],
  ["seed(null);\nposts.sample(2)", "unseeded-random"],
  ["posts.derive({ r: () => op.random() })", "unseeded-random"],
  ['Date["now"]()', "clock"],
  ["Date.now()", "clock"],
  ["new Date()", "clock"],
  ["new Date", "clock"],
  ["performance.now()", "clock"],
  ['import { fold } from "../lib/text/fold"', "import-path"],
  ['readFileSync("../data/x.csv")', "import-path"],
  ['readFileSync("/home/me/x.csv")', "absolute-path"],
  ['readFileSync("C:\\\\data\\\\x.csv")', "absolute-path"],
  ['import * as aq from "arquero"', "wildcard-import"],
  ["console.log(1)", "console"],
  ['writeFileSync("x", "")', "file-write"],
  ['fs.rmSync("x")', "file-write"],
  ['await fetch("x")', "network"],
  ["for (const x of xs) {\n  n += x;\n}", "block"],
  ["if (n > 1) {\n  m = 1;\n}", "block"],
  ["xs.map((x) => {\n  while (x) {\n    x -= 1;\n  }\n  return x;\n})", "block"],
  ["const n = 1; ", "trailing-space"],
  ["const n = 1;\n", "trailing-space"],
  ["  \n", "empty-cell"],
] as const) {
  test(`lintNotebook finds ${rule} in ${JSON.stringify(source)}`, () =>
    assert.ok(rulesIn(source).includes(rule), String(rulesIn(source))));
}

for (const source of [
  "// Math.random() and console.log would be wrong here",
  '"Date.now()" + "is ../x"',
  "new Date(2020, 9, 4)",
  'new Date("2020-10-04T00:00:00Z")',
  '"https://example.org/groups/home"',
  'const regions = ["North/South", "/groups/1"]',
  "for (const x of xs) total += x;",
  'import { table as fromTable } from "arquero"',
  "shuffle([1, 2], random)",
  "sample(xs, 2, randomFrom(7))",
  "sampleWithReplacement(xs, 2, random)",
  "sample(...drawn)",
  'import { sample } from "./lib/classify/draw-sample";\nsample(xs, 2)',
  "const shuffle = (cards: string[]) => cards.toSorted();\nshuffle(xs)",
  'import { seed } from "arquero";\nseed(7);\nposts.sample(2)',
  "seed(7);\nposts.derive({ r: () => op.random() })",
  "frame.sample(2, { seed: 7 })",
  "const { floor } = Math",
  "Math['floor'](x) + Math.max(1, 2)",
  "const { sample } = study;\nsample",
  '"Math.random, shuffle(xs) and .sample(1)"',
]) {
  test(`lintNotebook lets ${JSON.stringify(source)} be`, () => assert.deepEqual(rulesIn(source), []));
}

test("lintNotebook lets a cell have 15 lines and no more", () => {
  const lines = (n: number): string => Array.from({ length: n }, (_, i) => `const n${i} = ${i};`).join("\n");
  assert.deepEqual(rulesIn(lines(15)), []);
  assert.deepEqual(rulesIn(lines(16)), ["long-cell"]);
});

test("lintNotebook needs prose directly before each code cell", () => {
  const cells = [
    codeCell("a", "1", [], 1),
    proseCell("p", "Now."),
    codeCell("b", "2", [], 2),
    codeCell("c", "3", [], 3),
  ];
  assert.deepEqual(findingsIn(...cells), ["cell a: prose", "cell c: prose"]);
});

test("lintNotebook needs cells that were run once, from top to bottom", () => {
  const run = (...counts: (number | null)[]): string[] => {
    return findingsIn(
      ...counts.flatMap((count, i) => [proseCell(`p${i}`, "And."), codeCell(`c${i}`, `${i}`, [], count)]),
    );
  };
  assert.deepEqual(run(1, 2, 3), []);
  assert.deepEqual(run(1, 3, 2), ["cell c1: order", "cell c2: order"]);
  assert.deepEqual(run(7), ["cell c0: order"]);
  assert.deepEqual(run(1, null), ["cell c1: never-run"]);
  assert.deepEqual(run(null, null), [": never-run"]);
});

test("lintNotebook lets an error stand only in a cell that is meant to throw", () => {
  const error: Output = { output_type: "error", ename: "RangeError", evalue: "no", traceback: [] };
  assert.deepEqual(rulesIn("f()", error), ["error-output"]);
  const meant = codeCell("c", "f()", [error], 1);
  meant.metadata.tags = ["raises-exception"];
  assert.deepEqual(findingsIn(proseCell("p", "It throws."), meant), []);
});

for (const text of [
  "took 12 ms",
  "1.25 s",
  "/home/ada/project/x.csv",
  "/tmp/kernel-1/x",
  "C:\\Users",
  "Node v20.19.1",
  `run on ${TODAY}`,
]) {
  test(`lintNotebook finds a volatile output in ${JSON.stringify(text)}`, () => {
    assert.deepEqual(rulesIn("f()", printed(`${text}\n`)), ["volatile-output"]);
    assert.deepEqual(rulesIn("f()", shown({ "text/html": `<p class="x">${text}</p>`, "text/plain": "x" })), [
      "volatile-output",
    ]);
  });
}

for (const text of [
  "4 October 2020",
  "2020-10-04",
  "12 members",
  "37 communities, 9 s in all",
  "0.41",
  "data/communities.csv",
  "v2.0",
]) {
  test(`lintNotebook takes ${JSON.stringify(text)} for a lasting output`, () => {
    assert.deepEqual(rulesIn("f()", printed(`${text}\n`)), []);
  });
}

test("lintNotebook finds a warning on stderr", () => {
  assert.deepEqual(rulesIn("f()", { output_type: "stream", name: "stderr", text: "deprecated\n" }), [
    "warning-output",
  ]);
});

test("lintNotebook needs a sentence beside every picture", () => {
  const svg = { "image/svg+xml": "<svg/>" };
  assert.deepEqual(rulesIn("f()", shown(svg)), ["alternative-text"]);
  assert.deepEqual(rulesIn("f()", shown({ ...svg, "text/plain": "[Plot]" })), ["alternative-text"]);
  assert.deepEqual(rulesIn("f()", shown({ ...svg, "text/plain": "Members by platform: Facebook leads." })), []);
  assert.deepEqual(findingsIn(proseCell("p", "See ![](docs/x.svg).")), ["cell p line 1: alternative-text"]);
});

test("lintNotebook finds a name that two cells declare, or that a later one rewrites", () => {
  const cells = (...sources: string[]): Cell[] => {
    return sources.flatMap((source, i) => [proseCell(`p${i}`, "And."), codeCell(`c${i}`, source, [], i + 1)]);
  };
  assert.deepEqual(findingsIn(...cells("let n = 1; n += 1", "const m = n")), []);
  assert.deepEqual(findingsIn(...cells("let n = 1", "const { a: [n] } = x")), [
    "cell c1 line 1: redeclared-name",
  ]);
  assert.deepEqual(findingsIn(...cells('import { n } from "./lib/n"', "\nfunction n() {}")), [
    "cell c1 line 2: redeclared-name",
  ]);
  assert.deepEqual(findingsIn(...cells("let n = 1", "n = 2")), ["cell c1 line 1: rewritten-name"]);
  assert.deepEqual(findingsIn(...cells("let n = 1", "n++")), ["cell c1 line 1: rewritten-name"]);
});

test("lintNotebook needs cell ids that are there, valid, meaningful and used once", () => {
  const ids = (...names: string[]): string[] => findingsIn(...names.map((name) => proseCell(name, "x")));
  assert.deepEqual(ids("", "a b", "9f1c02aa", "s3-card", "s3-card"), [
    "cell 1: cell-id",
    "cell a b: cell-id",
    "cell 9f1c02aa: cell-id",
    "cell s3-card: cell-id",
  ]);
});

test("lintNotebook needs this project's kernel and nbformat 4.5", () => {
  const notebook = notebookOf([]);
  notebook.metadata.kernelspec = { name: "tslab", display_name: "TypeScript" };
  const found = lintNotebook(PATH, { ...notebook, nbformat_minor: 4 }, TODAY).map(
    ({ rule, message }) => `${rule}: ${message}`,
  );
  assert.deepEqual(found, [
    'kernelspec: the kernel must be "clicks-to-streets", found "tslab"',
    "format: the format must be nbformat 4.5, found 4.4",
  ]);
});
