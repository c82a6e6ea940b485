import { existsSync } from "node:fs";

/**
 * For tests alone: a file that stands beside the project and is never part of it, such as the paper.
 *
 * @param name    path under `../shared`
 * @param absent  what a reader is told where it is absent: what is not part of the project, and what that leaves
 *   unchecked or is checked instead
 * @returns its path, and the reason to skip where it is absent; under CI nothing is skipped, so that its absence fails
 */
export function sharedFile(name: string, absent: string): { readonly path: string; readonly skip: string | false } {
  const path = `../shared/${name}`;
  return { path, skip: existsSync(path) || process.env.CI !== undefined ? false : absent };
}
