import { join } from "node:path";

import type { CompilerOptions } from "@tslab/typescript-for-tslab";

import { loadCompiler } from "./load-typescript.cjs";

/**
 * What the project's tsconfig.json may say about cells too. Unused names are not among them: a later cell may
 * use them.
 */
const STRICTNESS = [
  "strict",
  "alwaysStrict",
  "noImplicitAny",
  "strictNullChecks",
  "strictFunctionTypes",
  "strictBindCallApply",
  "strictPropertyInitialization",
  "noImplicitThis",
  "useUnknownInCatchVariables",
  "noUncheckedIndexedAccess",
  "exactOptionalPropertyTypes",
  "noImplicitOverride",
  "noImplicitReturns",
  "noFallthroughCasesInSwitch",
  "noPropertyAccessFromIndexSignature",
] as const;

/**
 * Tell how cells are checked and compiled: as strictly as the project's own code.
 *
 * @param root  the project's folder, with its tsconfig.json
 * @throws Error when tsconfig.json is not readable
 */
export function checkOptions(root: string): CompilerOptions {
  const ts = loadCompiler();
  const path = join(root, "tsconfig.json");
  const { config, error } = ts.readConfigFile(path, ts.sys.readFile);
  if (error) throw new Error(`${path}: ${ts.flattenDiagnosticMessageText(error.messageText, "\n")}`);
  const stated: Record<string, boolean | undefined> = config.compilerOptions ?? {};
  const strictness = Object.fromEntries(
    STRICTNESS.flatMap((name) => (name in stated ? [[name, stated[name]]] : [])),
  );
  return {
    ...strictness,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    types: ["node"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
    esModuleInterop: true,
    declaration: true,
    sourceMap: true,
    preserveConstEnums: true,
    skipLibCheck: true,
    newLine: ts.NewLineKind.LineFeed,
    rootDir: root,
    outDir: "outDir",
  };
}
