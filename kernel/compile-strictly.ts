import { spawnSync } from "node:child_process";
import { join } from "node:path";

/**
 * Type-check the files of one `tsconfig.json`, without writing anything.
 *
 * `node_modules/.bin/tsc` is the older compiler of tslab, so the compiler is named by its path.
 *
 * @param root    the project's folder
 * @param folder  where the `tsconfig.json` stands
 * @returns the compiler's lines, with paths relative to the root; empty when there is no error
 */
export function compileStrictly(root: string, folder: string): string[] {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const args = [tsc, "--noEmit", "--pretty", "false", "-p", folder];
  const { stdout, stderr, status, error } = spawnSync(process.execPath, args, { encoding: "utf8", cwd: root });
  if (error) throw error;
  const lines = stdout.split("\n").filter((line) => line.trim() !== "");
  if (status !== 0 && lines.length === 0) return [`tsc ended with exit code ${status ?? "unknown"}: ${stderr.trim()}`];
  return lines;
}
