import { existsSync } from "node:fs";

/**
 * For tests alone: a file that stands beside the project and is never part of it, such as the paper.
 *
 * @param name  path under `../shared`
 * @returns its path, and the reason to skip where it is absent; under CI nothing is skipped, so that its absence fails
 */
export function sharedFile(name: string): { readonly path: string; readonly skip: string | false } {
  const path = `../shared/${name}`;
  return { path, skip: existsSync(path) || process.env.CI !== undefined ? false : `${path} is not on this machine` };
}
