import { join } from "node:path";

/**
 * How the kernel is started, with `{connection_file}` for the path that Jupyter fills in.
 *
 * The flag keeps Node alive when an interrupt stops a callback of a timer half way; see `typescript/wire-thread.ts`.
 */
export const KERNEL_ARGV: readonly string[] = [
  process.execPath,
  "--no-force-async-hooks-checks",
  join(__dirname, "typescript", "start.cjs"),
  "{connection_file}",
];
