import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const BENCHES = ["kernel/bench-kernel.ts", "kernel/bench-words.ts"];

/**
 * Run the measurements that the project has, one after the other.
 *
 * @param root  the project's folder
 * @returns the exit code: 0 when every measurement ran to its end
 */
export function bench(root: string): number {
  const files = BENCHES.map((file) => join(root, file)).filter((file) => existsSync(file));
  if (files.length === 0)
    throw new Error(`nb bench: needed a file to run, found none of ${BENCHES.join(", ")}`);
  const codes = files.map((file) => {
    return spawnSync(process.execPath, ["--require", "tsx/cjs", file], { cwd: root, stdio: "inherit" }).status ?? 1;
  });
  return Math.max(...codes);
}
