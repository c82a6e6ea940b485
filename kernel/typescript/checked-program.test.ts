import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import test from "node:test";

import { CheckedProgram } from "./checked-program";
import { loadCompiler } from "./load-typescript.cjs";
import { SourceTexts } from "./source-texts";

const ROOT = join(__dirname, "..", "..");

test("an error in the middle of an update does not end the session", (t) => {
  mkdirSync(join(ROOT, "build"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, "build", "checked-program-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const name of ["unit", "other"]) writeFileSync(join(folder, `${name}.ts`), `export const ${name} = 1;\n`);
  const importOf = (name: string): string =>
    `import { ${name} } from "./${relative(ROOT, folder).replace(/\\/g, "/")}/${name}";\n`;

  const program = new CheckedProgram(ROOT, new SourceTexts(join(folder, "outlines")));
  const { sys } = loadCompiler();
  const { fileExists } = sys;
  let failures = 0;
  const failNext = (): void => {
    sys.fileExists = (path) => {
      if (!path.startsWith(folder)) return fileExists(path);
      sys.fileExists = fileExists;
      failures += 1;
      throw new Error("EMFILE: too many open files");
    };
  };
  const errorOf = (code: string): string | undefined => {
    const { program: checked, cell } = program.update("", code);
    const [error] = checked.getSemanticDiagnostics(cell);
    return error && String(error.messageText);
  };
  const wrong = "Type 'number' is not assignable to type 'string'.";
  failNext();
  assert.equal(errorOf(`${importOf("unit")}const n: string = unit; n`), wrong);
  assert.equal(failures, 1);
  failNext();
  const code = `${importOf("other")}oth`;
  assert.ok(program.complete("", code, code.length).candidates.includes("other"));
  assert.equal(failures, 2);
  assert.equal(errorOf(`${importOf("unit")}const n: number = unit; n`), undefined);
});
