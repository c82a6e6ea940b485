import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

let written = 0;

/**
 * Write a text file so that no reader ever meets half of it.
 *
 * The text goes to a temporary file beside the target, which then takes the target's name in one step. Two
 * programs that write the same file do not mix: the later one wins whole. It all happens without returning to
 * the event loop, so a Ctrl-C in between leaves no temporary file either.
 *
 * @param path  target; its folder is made when missing
 * @throws Error naming the file and what kept it from being written
 */
export function writeAtomically(path: string, text: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}-${++written}.part`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    rmQuietly(temporary);
    throw new Error(`${path}: cannot be written, ${reasonOf(error)}`, { cause: error });
  }
}

/** Removing what may never have come to be must not hide why it did not. */
function rmQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "no space is left on the disk; free some and try again",
  EDQUOT: "your share of the disk is used up; free some and try again",
  EFBIG: "the file is larger than the system allows",
  EACCES: "its folder may not be written to by you; change its owner or its rights",
  EPERM: "its folder may not be written to by you; change its owner or its rights",
  EROFS: "the disk is read-only; copy the project to one that is not",
  ENOTDIR: "a file stands where a folder is needed; move it away",
  EEXIST: "a file stands where a folder is needed; move it away",
  EISDIR: "a folder stands where the file is needed; move it away",
};

function reasonOf(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}
