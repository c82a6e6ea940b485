import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";

import { authorKey } from "../load/author-key";
import { listExportFiles } from "../load/list-export-files";
import type { LoadAccount } from "../load/load-account";
import { loadCorpusFolder } from "../load/load-corpus-folder";
import type { CommunityInfo, Post } from "../load/post";
import { identifyLanguage, type Language } from "../text/identify-language";
import { compareWithStudy } from "./compare-with-study";
import { hashSources } from "./hash-sources";
import { openPostIndex } from "./index-cache";
import { type ReadCorpus, readPostCache, writePostCache } from "./post-cache";
import { writeTeachingCorpus } from "./teaching/write-teaching-corpus";
import type { TokenIndex } from "./token-index";

/** Seed of the teaching corpus where none is asked for. */
const DEFAULT_SEED = 1;

/** A corpus as every notebook reads it. */
export interface Corpus {
  /** Whether our generator wrote it, or it is the reader's own exports. Titles and verdicts depend on it. */
  readonly kind: "teaching" | "reader";
  /** What a caption says: "teaching corpus", or the name of the reader's folder. */
  readonly title: string;
  /** Posts and comments, each once, in order of time. */
  readonly posts: readonly Post[];
  /** Language of each post. */
  readonly languages: readonly Language[];
  readonly communities: readonly CommunityInfo[];
  /** What was read, skipped and merged. */
  readonly account: LoadAccount;
  /** Tokens of the texts; document i is post i. */
  readonly index: TokenIndex;
  /** Folder that was read. */
  readonly folder: string;
  /** Folder of what was computed from the corpus; git-ignored. */
  readonly cache: string;
}

/** Which corpus to open. */
export interface CorpusOptions {
  /**
   * Folder with the reader's own exports; default `CLICKS_CORPUS`, which `npm start -- --corpus DIR` sets;
   * else the teaching corpus.
   */
  readonly path?: string;
  /** Seed of the teaching corpus; default `CLICKS_SEED`, which `npm start -- --seed N` sets; else 1. */
  readonly seed?: number;
  /** False opens the null corpus: as many posts, and no planted effect. It is always a teaching corpus. */
  readonly planted?: boolean;
  /**
   * Zone of written times that name none, for a reader's exports; see `LoadOptions`. Default `CLICKS_ZONE`, which
   * `npm start -- --zone ZONE` sets; else UTC.
   */
  readonly zone?: string;
  /** Folder for the teaching corpora and all caches. */
  readonly build?: string;
}

/** What decides how exports become posts with a language. */
const READING = [
  "lib/load",
  "lib/text",
  "lib/corpus/post-cache.ts",
  "data/kyrgyz-words.csv",
  "data/kyrgyz-stems.csv",
];
/** What decides the bytes of the teaching corpus. */
const GENERATOR = [
  "lib/corpus/teaching",
  "data/teaching",
  "data/teaching-corpus.json",
  "data/communities.csv",
];
/**
 * Authors of the teaching corpus are nobody, so their hashes may be the same everywhere, and results with
 * them.
 */
const TEACHING_AUTHORS = "authors of the teaching corpus";

/**
 * Open the corpus that the notebooks read: the teaching corpus, or the reader's own exports.
 *
 * The teaching corpus is generated on first use and then read back by the loaders, as any export would be.
 * Posts, languages and token index are kept under `build/corpus/`; what was made of other files or by other
 * code is made anew. Two notebooks may open one corpus at once: each file and folder appears whole or not
 * at all. A reader's posts are kept there as they were loaded, with contacts replaced and authors hashed;
 * nothing is written into the reader's folder.
 *
 * @throws Error if the folder is absent or holds no post, or its `study.yml` does not fit; RangeError for a
 *   seed that is no whole number
 */
export async function openCorpus(options: CorpusOptions = {}): Promise<Corpus> {
  const { planted, build = "build/corpus" } = options;
  const own = options.path ?? (planted === undefined ? process.env["CLICKS_CORPUS"] : undefined);
  if (own !== undefined && planted !== undefined) {
    throw new RangeError(
      "openCorpus: planted is for the teaching corpus, found a path too; leave one of them out",
    );
  }
  return own === undefined || own === "" ? openTeaching(options, build) : openOwn(own, options, build);
}

async function openTeaching(
  { seed = seedAsked(), planted = true }: CorpusOptions,
  build: string,
): Promise<Corpus> {
  if (!Number.isSafeInteger(seed))
    throw new RangeError(`openCorpus: seed must be a whole number, found ${seed}; choose one such as 1`);
  const made = hashSources(GENERATOR).slice(0, 12);
  const place = join(build, `teaching-${seed}${planted ? "" : "-null"}-${made}`);
  const folder = join(place, "exports");
  mkdirSync(place, { recursive: true });
  makeWhole(folder, (draft) => writeTeachingCorpus(draft, { seed, planted }));
  removeOlder(build, basename(place));
  const title = planted ? "teaching corpus" : "teaching corpus without planted effects";
  const read = () => loadCorpusFolder(folder, { authorKey: TEACHING_AUTHORS });
  return open("teaching", title, folder, join(place, "cache"), [hashSources(READING)], read);
}

/**
 * Open the communities beside the sample: those in the folder `candidates/` of a corpus, which is a corpus
 * folder of its own.
 *
 * @returns null where there is no such folder
 */
export async function openCandidates(corpus: Corpus, zone = zoneAsked()): Promise<Corpus | null> {
  const folder = join(corpus.folder, "candidates");
  if (!existsSync(folder)) return null;
  const cache = join(corpus.cache, "candidates");
  const title = `candidates beside the ${corpus.kind === "teaching" ? corpus.title : "sample"}`;
  const isTeaching = corpus.kind === "teaching";
  const secret = isTeaching ? TEACHING_AUTHORS : authorKey();
  const read = () => loadCorpusFolder(folder, { zone, authorKey: secret });
  const depends = isTeaching ? [] : [zone, secret, ...stampsOf(folder)];
  return open(corpus.kind, title, folder, cache, [hashSources(READING), ...depends], read);
}

async function openOwn(path: string, { zone = zoneAsked() }: CorpusOptions, build: string): Promise<Corpus> {
  const folder = resolve(path);
  const secret = authorKey();
  const cache = join(build, `reader-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`);
  const read = () => loadCorpusFolder(folder, { zone, authorKey: secret });
  const depends = [hashSources(READING), zone, secret, ...stampsOf(folder)];
  const corpus = await open("reader", basename(folder), folder, cache, depends, read);
  corpus.account.notes.push(...compareWithStudy(corpus));
  return corpus;
}

function zoneAsked(): string {
  return process.env["CLICKS_ZONE"] || "UTC";
}

/** What tells whether a file changed; one that kept size and time would pass, which no export does. */
function stampsOf(folder: string): string[] {
  return listExportFiles(folder).files.map((listed) => {
    const { size, mtimeMs } = statSync(listed.path);
    return `${listed.file}\0${size}\0${mtimeMs}`;
  });
}

async function open(
  kind: Corpus["kind"],
  title: string,
  folder: string,
  cache: string,
  depends: readonly string[],
  read: () => ReturnType<typeof loadCorpusFolder>,
): Promise<Corpus> {
  const path = join(cache, "posts.json");
  const key = createHash("sha256").update(depends.join("\n")).digest("hex");
  let corpus = readPostCache(path, key);
  if (corpus === null) {
    const loaded = await read();
    corpus = {
      ...loaded,
      languages: loaded.posts.map(({ text }) => identifyLanguage(text)),
    } satisfies ReadCorpus;
    try {
      writePostCache(path, key, corpus);
    } catch (error) {
      // A folder that cannot be written to, or more text than one file of JSON holds: the corpus is good
      // all the same.
      loaded.account.notes.push(
        `the posts are read anew at each opening: they cannot be kept, ${(error as Error).message}`,
      );
    }
  }
  const { index } = openPostIndex(corpus.posts, join(cache, "tokens.index"));
  return { kind, title, ...corpus, index, folder, cache };
}

/** Make a folder under another name and give it its own when it is complete. */
function makeWhole(folder: string, make: (draft: string) => void): void {
  if (existsSync(folder)) return;
  const draft = `${folder}.${randomUUID()}.part`;
  try {
    make(draft);
    renameSync(draft, folder);
  } catch (error) {
    // Another notebook was quicker; what it made is the same to the byte.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Remove the same corpus as an older generator wrote it: 90 MB that nothing reads any more. */
function removeOlder(build: string, name: string): void {
  const older = new RegExp(`^${name.slice(0, -12)}[0-9a-f]{12}$`);
  for (const entry of readdirSync(build)) {
    if (older.test(entry) && entry !== name) rmSync(join(build, entry), { recursive: true, force: true });
  }
}

function seedAsked(): number {
  const asked = process.env["CLICKS_SEED"];
  return asked === undefined || asked === "" ? DEFAULT_SEED : Number(asked);
}
