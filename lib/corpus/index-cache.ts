import { createHash, randomUUID } from "node:crypto";
import { closeSync, createReadStream, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";

import { indexFile, indexPosts, TokenIndex } from "./token-index";

/** Change when the layout of the file below changes. */
const LAYOUT = "clicks-to-streets token index 1";
/** Whatever decides which tokens a text has; a change in one of these files makes a cache stale. */
const SOURCES = [
  ...["text/character-class", "text/character-ranges", "text/drop-unseen", "text/tokenise"],
  ...["corpus/scan", "corpus/scan-json", "corpus/type-arena", "corpus/window-memo", "corpus/scan-file"],
  ...["corpus/form-table", "corpus/type-merger", "corpus/token-index"],
];
const PARTS = ["tokens", "documentStarts", "keys", "keyEnds", "written", "writtenEnds", "kinds"] as const;

/** An index, and whether it was read or built. */
export interface CachedIndex {
  readonly index: TokenIndex;
  /** `read` from the cache; else why it was built. */
  readonly cache: "read" | "none yet" | "stale" | "damaged";
  /** Why the cache could not be written, for a note to the reader; the index is good all the same. */
  readonly unwritten: string | null;
}

/**
 * Index posts, or read the index from its cache when the texts and the code that cuts them are the same.
 *
 * The cache is one file. It is written under another name and renamed when complete, and ends with a checksum
 * of all before it, so one that is half-written, damaged or of other texts is never used: the index is then
 * built anew and the file replaced.
 *
 * @param path  cache file; its folder is made where it is missing
 */
export function openPostIndex(posts: readonly { readonly text: string }[], path: string): CachedIndex {
  const key = keyOf(hashTexts(posts));
  const known = readCache(path, key);
  return typeof known !== "string"
    ? { index: known, cache: "read", unwritten: null }
    : save(path, key, indexPosts(posts), known);
}

/**
 * Index a file of JSON lines, or read the index from its cache.
 *
 * @throws Error naming file and line of a record that does not fit
 */
export async function openFileIndex(
  file: string,
  path: string,
  options: { threads?: number } = {},
): Promise<CachedIndex> {
  const key = keyOf(await hashFile(file));
  const known = readCache(path, key);
  return typeof known !== "string"
    ? { index: known, cache: "read", unwritten: null }
    : save(path, key, await indexFile(file, options), known);
}

/** Write an index; a reader sees the old file or the new one, never a part. */
function writeCache(path: string, key: string, index: TokenIndex): void {
  const parts = [
    index.tokens,
    index.documentStarts,
    ...PARTS.slice(2).map((part) => index.types[part as keyof typeof index.types]),
  ];
  const bytes = parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength));
  const header = Buffer.from(`${JSON.stringify({ layout: LAYOUT, key, sizes: bytes.map(({ length }) => length) })}\n`);
  const hash = createHash("sha256");
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${randomUUID()}.part`;
  try {
    const file = openSync(partial, "wx");
    try {
      for (const piece of [header, ...bytes]) {
        hash.update(piece);
        for (let at = 0; at < piece.length; ) {
          at += writeSync(file, piece, at);
        }
      }
      writeSync(file, hash.digest());
    } finally {
      closeSync(file);
    }
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/** Read an index, or tell why it cannot be used. */
function readCache(path: string, key: string): TokenIndex | "none yet" | "stale" | "damaged" {
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? "none yet" : "damaged";
  }
  const headerEnd = file.indexOf(0x0a) + 1;
  let header: { layout?: unknown; key?: unknown; sizes?: unknown };
  try {
    header = JSON.parse(file.toString("utf8", 0, Math.min(headerEnd, 4096))) as typeof header;
  } catch {
    return "damaged";
  }
  if (header.layout !== LAYOUT || header.key !== key) {
    return "stale";
  }
  const sizes = header.sizes as number[];
  const end = file.length - 32;
  if (
    !Array.isArray(sizes) ||
    sizes.length !== PARTS.length ||
    sizes.reduce((sum, size) => sum + size, headerEnd) !== end
  ) {
    return "damaged";
  }
  if (!createHash("sha256").update(file.subarray(0, end)).digest().equals(file.subarray(end))) {
    return "damaged";
  }
  let at = headerEnd;
  // Each part is copied: it must begin at a multiple of four, and the file's buffer can go.
  const [tokens, documentStarts, keys, keyEnds, written, writtenEnds, kinds] = sizes.map((size) => {
    const part = new Uint8Array(size);
    part.set(file.subarray(at, at + size));
    at += size;
    return part;
  }) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const numbers = (part: Uint8Array): Uint32Array => new Uint32Array(part.buffer, 0, part.length / 4);
  const types = { keys, keyEnds: numbers(keyEnds), written, writtenEnds: numbers(writtenEnds), kinds };
  return new TokenIndex(types, numbers(tokens), numbers(documentStarts));
}

function save(path: string, key: string, index: TokenIndex, reason: "none yet" | "stale" | "damaged"): CachedIndex {
  try {
    writeCache(path, key, index);
    return { index, cache: reason, unwritten: null };
  } catch (error) {
    return {
      index,
      cache: reason,
      unwritten: `${path}: a folder that can be written to is needed for the cache, found ${(error as Error).message}`,
    };
  }
}

/** What an index depends on: the texts, the code, and the order of bytes in this machine's numbers. */
function keyOf(inputHash: string): string {
  const hash = createHash("sha256").update(inputHash).update(String(new Uint8Array(Uint32Array.of(1).buffer)[0]));
  for (const source of SOURCES) {
    hash.update(readFileSync(`lib/${source}.ts`)).update("\0");
  }
  return hash.digest("hex");
}

function hashTexts(posts: readonly { readonly text: string }[]): string {
  // The lengths tell where one text ends and the next begins.
  const hash = createHash("sha256").update(Uint32Array.from(posts, ({ text }) => text.length));
  for (let from = 0; from < posts.length; from += 5000) {
    hash.update(posts.slice(from, from + 5000).map(({ text }) => text).join(""));
  }
  return hash.digest("hex");
}

function hashFile(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const hash = createHash("sha256");
    const stream = createReadStream(path, { highWaterMark: 4 << 20 });
    stream.on("data", (piece) => hash.update(piece));
    stream.on("error", reject);
    stream.on("end", () => resolve(hash.digest("hex")));
  });
}
