import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { Corpus } from "../corpus/open-corpus";
import { hashSources } from "../corpus/hash-sources";
import { groupByLemma } from "./group-by-lemma";
import type { TypeGroups } from "../corpus/group-types";

/** What decides the dictionary form of a word. */
const SOURCES = [
  "lib/text",
  "lib/measure/group-by-lemma.ts",
  "data/kyrgyz-words.csv",
  "data/kyrgyz-stems.csv",
  "data/russian-lemmas.csv",
  "data/stop-words.csv",
];

/**
 * Group the words of a corpus by dictionary form, as `groupByLemma` does, and keep the result beside the corpus.
 *
 * Reading the Russian dictionary takes longer than all that is done with it; from its cache the grouping
 * opens at once.
 *
 * @returns terms without the stop words of Russian, Kyrgyz and English
 */
export function openTerms(corpus: Pick<Corpus, "index" | "languages" | "cache">): TypeGroups {
  const { index, languages, cache } = corpus;
  const path = join(cache, "terms.json");
  // The index's types are in the order of the texts, so the bytes of their forms stand for both.
  const key = createHash("sha256")
    .update(hashSources(SOURCES))
    .update(index.types.keys)
    .update(languages.join())
    .digest("hex");
  const known = readTerms(path, key);
  if (known !== null) return known;
  const groups = groupByLemma(index, { languages });
  const draft = `${path}.${randomUUID()}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, JSON.stringify({ key, labels: groups.labels, groupOf: [...groups.groupOf] }));
    renameSync(draft, path);
  } catch {
    // Where nothing can be kept, the grouping is made anew each time.
    rmQuietly(draft);
  }
  return groups;
}

function rmQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

function readTerms(path: string, key: string): TypeGroups | null {
  try {
    const {
      key: found,
      labels,
      groupOf,
    } = JSON.parse(readFileSync(path, "utf8")) as { key: string; labels: string[]; groupOf: number[] };
    return found === key ? { labels, groupOf: Int32Array.from(groupOf) } : null;
  } catch {
    return null;
  }
}
