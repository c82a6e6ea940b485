import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { writeQuietly } from "./load-typescript.cjs";
import { outlineOf } from "./outline";

/**
 * Hands the project's files to the type checker: whole at first, and as outlines once they were found right.
 *
 * Reading and binding whole files is most of the time that a first import takes. An outline is kept in a folder, named
 * by the content it was made of.
 */
export class SourceTexts {
  readonly #hashes = new Map<string, string>();
  readonly #outlined = new Set<string>();
  readonly #whole = new Set<string>();

  /** @param folder  for the outlines; made when missing */
  constructor(private readonly folder: string) {}

  /** What the type checker is to read for the text of a file. */
  read(path: string, text: string): string {
    const hash = hashOf(text);
    this.#hashes.set(path, hash);
    const outline = this.#whole.has(path) ? undefined : readIfThere(this.#pathOf(hash));
    if (outline === undefined) this.#outlined.delete(path);
    else this.#outlined.add(path);
    return outline ?? text;
  }

  /** Of the file's content as it was last read, the whole of it. */
  hashOf(path: string): string {
    return this.#hashes.get(path) ?? "";
  }

  /** Hand a file out whole from now on; says whether it was not until now. */
  wantWhole(path: string): boolean {
    this.#whole.add(path);
    return this.#outlined.has(path);
  }

  /** Whether a file with this content was found right. */
  isKnown(text: string): boolean {
    return existsSync(this.#pathOf(hashOf(text)));
  }

  /** Keep the outline of a file that was found right; its text must be what was read last. */
  keepOutline(path: string, text: string): void {
    const outline = outlineOf(path, text);
    if (outline !== undefined) writeQuietly(this.#pathOf(this.hashOf(path)), outline);
  }

  #pathOf(hash: string): string {
    return join(this.folder, `${hash}.ts`);
  }
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
