import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";

import { loadCorpusFolder, type LoadedCorpus } from "./load-corpus-folder";
import type { LoadOptions } from "./load-exports";

/** Files of a corpus by path inside it: text, bytes, or a value to write as JSON. */
export type CorpusFiles = { readonly [file: string]: unknown };

/**
 * Write a corpus folder for one test; it is removed when the test ends.
 *
 * @returns the folder's path
 */
export function temporaryCorpus(test: TestContext, files: CorpusFiles): string {
  const folder = mkdtempSync(join(tmpdir(), "clicks-corpus-"));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(
      path, typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content),
    );
  }
  return folder;
}

/** Write a corpus folder and load it with a fixed key. */
export function loadFiles(
  test: TestContext, files: CorpusFiles, options: LoadOptions = {},
): Promise<LoadedCorpus> {
  return loadCorpusFolder(temporaryCorpus(test, files), { authorKey: "test key", ...options });
}
