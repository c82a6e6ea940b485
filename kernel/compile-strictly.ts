import { spawnSync } from "node:child_process";
import { join } from "node:path";

/**
 * Type-check the files of one `tsconfig.json`, without writing anything.
 *
 * `node_modules/.bin/tsc` is the older compiler of tslab, so the compiler is named by its path.
 *
 * @param root    the project's folder
 * @param folder  where the `tsconfig.json` stands
 * @returns the compiler's errors, with paths relative to the root, a paragraph each; empty when there is none
 */
export function compileStrictly(root: string, folder: string): string[] {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const args = [tsc, "--noEmit", "--pretty", "false", "-p", folder];
  const { stdout, stderr, status, error } = spawnSync(process.execPath, args, { encoding: "utf8", cwd: root });
  if (error) throw error;
  // The lines that explain an error are set in below it.
  const errors = stdout
    .trim()
    .split(/\n(?!\s)/)
    .filter((error) => error !== "");
  if (status !== 0 && errors.length === 0)
    return [`tsc ended with exit code ${status ?? "unknown"}: ${stderr.trim()}`];
  return errors;
}
