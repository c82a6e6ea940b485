import { existsSync } from "node:fs";
import { join } from "node:path";

import { checkNotebooks } from "./check-notebooks";
import { compileStrictly } from "./compile-strictly";

/**
 * Type-check the whole project as `tsconfig.json` says: library, kernel, tests, and the code of the notebooks.
 *
 * @param root  the project's folder
 * @returns one line an error; empty when there is none
 */
export function checkProject(root: string): string[] {
  const inFiles = existsSync(join(root, "tsconfig.json")) ? compileStrictly(root, root) : [];
  return [...inFiles, ...checkNotebooks(root)];
}
