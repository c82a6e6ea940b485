import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Hash files and whole folders by name and content, tests aside, so that what was made with them can be
 * told to be stale.
 *
 * @param paths  files or folders
 * @returns 64 hexadecimal digits, the same on every machine
 */
export function hashSources(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesIn)) hash.update(`${path}\0`).update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !name.endsWith(".test.ts"))
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
