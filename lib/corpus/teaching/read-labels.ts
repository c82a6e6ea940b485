import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "csv-parse/sync";

import { documentKey } from "../../load/document-key";
import type { Platform, Post } from "../../load/post";

/** What was planted in one post or comment, as far as classifiers are measured by it. */
export interface PlantedCodes {
  readonly topics: readonly string[];
  /** null where the post has nothing to read. */
  readonly type: string | null;
  /** Act as the codebook names it; null on comments, where acts are not labelled, and where there is none. */
  readonly act: string | null;
  readonly stance: string | null;
  /** Figure towards whom the stance is. */
  readonly figure: string | null;
  readonly language: string;
}

/** The codebook's ids of acts that the labels name otherwise. */
const ACTS: Readonly<Record<string, string>> = {
  "call to demonstrate": "call",
  "report of a demonstration": "report",
};

/**
 * Read what was planted in each post of a teaching corpus, for measuring methods and for nothing else.
 *
 * @param corpus  a teaching corpus, or its candidates
 * @returns as many as there are posts; null for a post without a label
 * @throws Error if the corpus has no labels, as no reader's corpus has
 */
export function readPlantedCodes(corpus: {
  readonly folder: string;
  readonly posts: readonly Post[];
}): (PlantedCodes | null)[] {
  const folder = join(corpus.folder, "labels");
  if (!existsSync(folder)) {
    throw new Error(
      `${folder}: needed the labels of a teaching corpus, found none; open one without a path`,
    );
  }
  const planted = new Map<string, PlantedCodes>();
  for (const kind of ["post", "comment"] as const) {
    const path = join(folder, `${kind}s.csv`);
    const rows: Record<string, string>[] = parse(readFileSync(path, "utf8"), { columns: true });
    for (const row of rows) {
      const cell = (name: string): string | null => row[name] || null;
      const key = documentKey({ platform: cell("platform") as Platform, kind, id: cell("id") ?? "" });
      const type = cell("type");
      const act = cell("act");
      planted.set(key, {
        topics: (cell("topics") ?? "").split(";"),
        type: type === "none" ? null : type,
        act: act === null ? null : (ACTS[act] ?? act),
        stance: cell("stance"),
        figure: cell("figure"),
        language: cell("language") ?? "",
      });
    }
  }
  return corpus.posts.map((post) => planted.get(documentKey(post)) ?? null);
}
