import { existsSync, mkdirSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

import { KERNEL_ARGV } from "./kernel-argv";
import { writeAtomically } from "./write-atomically";

/** Where to register the kernel, and whether to take it away instead. */
export interface RegisterOptions {
  /**
   * A Python environment or any other folder that Jupyter looks into; the current user's Jupyter folder when
   * not given.
   */
  readonly prefix?: string;
  readonly remove?: boolean;
}

const NAME = "clicks-to-streets";

const KERNEL_SPEC = {
  argv: KERNEL_ARGV,
  display_name: "TypeScript (clicks-to-streets)",
  language: "typescript",
  // A message reaches the kernel on every system; a signal does not on Windows.
  interrupt_mode: "message",
  metadata: { debugger: false },
};

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="8" fill="#235a97"/>' +
  '<path d="M10 25h20v6h-7v23h-6V31h-7z M35 47c5 3 11 3 11-1 0-5-12-3-12-12 0-8 11-11 18-7v6c-4-3-11-3-11 1 0 5 12 3 12 12 0 9-12 11-18 7z" fill="#fff"/></svg>\n';

/**
 * Tell Jupyter about the kernel, or make it forget it. Needs no Python: Jupyter reads a file from a known folder.
 *
 * The file names this Node and this folder; after either has moved, register again.
 *
 * @returns what was done, in a sentence
 * @throws Error naming the file and what kept it from being written
 */
export async function registerKernel({ prefix, remove = false }: RegisterOptions = {}): Promise<string> {
  const folder = join(
    prefix === undefined ? userDataFolder() : join(prefix, "share", "jupyter"),
    "kernels",
    NAME,
  );
  const file = join(folder, "kernel.json");
  if (remove) {
    if (!existsSync(file))
      return `The kernel "${NAME}" was not registered in ${folder}; nothing was changed.`;
    rmSync(folder, { recursive: true });
    return `Removed the kernel "${NAME}" from ${folder}.`;
  }
  mkdirSync(folder, { recursive: true });
  writeAtomically(join(folder, "logo-svg.svg"), LOGO);
  writeAtomically(file, `${JSON.stringify(KERNEL_SPEC, null, 2)}\n`);
  return `Registered the kernel "${KERNEL_SPEC.display_name}" in ${folder}.`;
}

/** The current user's Jupyter folder, as `jupyter --data-dir` finds it. */
function userDataFolder(): string {
  const { JUPYTER_DATA_DIR, APPDATA, XDG_DATA_HOME } = process.env;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (process.platform === "darwin") return join(homedir(), "Library", "Jupyter");
  if (process.platform === "win32") return join(APPDATA || join(homedir(), "AppData", "Roaming"), "jupyter");
  return join(XDG_DATA_HOME || join(homedir(), ".local", "share"), "jupyter");
}
