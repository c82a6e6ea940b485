import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import ts from "@tslab/typescript-for-tslab";

/** One `@example` of a doc comment, and what it documents. */
interface Example {
  readonly title: string;
  readonly code: string;
}

const files = ["lib", "kernel"].flatMap((folder) => {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file));
});

for (const file of files.sort()) {
  if (!file.endsWith(".ts") || file.endsWith(".test.ts")) continue;
  for (const { title, code } of examplesIn(readFileSync(file, "utf8"))) {
    test(`${file}: the example of ${title} gives what it says`, () => runExample(file, code));
  }
}

function examplesIn(source: string): Example[] {
  return [...source.matchAll(/\/\*\*([\s\S]*?)\*\/\s*([^\n]*)/g)].flatMap(
    ([, comment = "", declaration = ""]) => {
      const lines = comment.split("\n").map((line) => line.replace(/^\s*\* ?/, ""));
      const [, ...tags] = lines.join("\n").split(/^@(?=[a-z]+\b)/m);
      const title =
        /\b(?:function\*?|const|class|interface|type)\s+(\w+)/.exec(declaration)?.[1] ?? declaration.trim();
      return tags
        .filter((tag) => tag.startsWith("example"))
        .map((tag) => {
          return {
            title,
            code: tag
              .slice("example".length)
              .replace(/^```.*$/gm, "")
              .trim(),
          };
        });
    },
  );
}

/**
 * Run an example: each `expression; // literal` must give the literal, `// throws RangeError` must throw that.
 *
 * Other statements only prepare. The exports of the documented module are in scope.
 */
async function runExample(file: string, code: string): Promise<void> {
  const module = require(join(process.cwd(), file)) as Record<string, unknown>;
  const parsed = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  let nChecks = 0;
  const body = parsed.statements.map((statement) => {
    const text = statement.getText();
    const [, expected] = /^[ \t]*\/\/ (.*)$/m.exec(code.slice(statement.end).split("\n")[0] ?? "") ?? [];
    if (expected === undefined || !ts.isExpressionStatement(statement)) return text;
    nChecks += 1;
    const expression = statement.expression.getText();
    const thrown = /^throws (\w+)/.exec(expected)?.[1];
    if (thrown !== undefined) return `await $assert.rejects(async () => { ${text} }, { name: "${thrown}" });`;
    return `$assert.deepEqual(await (${expression}), (${expected}));`;
  });
  assert.ok(nChecks > 0, "an example must have a line of the form `expression; // expected`");

  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const source = ts.transpile(`return (async () => {\n${body.join("\n")}\n})();`, options);
  const names = Object.keys(module).filter((name) => /^[A-Za-z_]\w*$/.test(name) && name !== "default");
  const example = new Function("$assert", ...names, source) as (...values: unknown[]) => Promise<void>;
  await example(assert, ...names.map((name) => module[name]));
}
