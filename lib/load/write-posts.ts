import { closeSync, createWriteStream, openSync, readSync, renameSync, rmSync } from "node:fs";
import { once } from "node:events";

import type { LoadAccount } from "./load-account";
import { comparePosts } from "./load-corpus-folder";
import { loadExports, type LoadOptions } from "./load-exports";
import type { CommunityInfo } from "./post";
import { NumberColumn } from "./number-column";
import { parsePostLine } from "./read-posts";
import { sortedOrder } from "./sorted-order";

const WRITTEN_AT_ONCE = 1 << 17;

/** What became of a corpus written to disk. */
export interface WrittenCorpus {
  /** Posts and comments in the file. */
  readonly posts: number;
  readonly communities: readonly CommunityInfo[];
  readonly account: LoadAccount;
}

/**
 * Load a corpus folder into one file of JSON lines, a post a line, holding no text in memory.
 *
 * The posts and their order are those of `loadCorpusFolder`. They are written once as they are read, then
 * again in order of time and with what was known only at the end; some 50 bytes a post stay in memory
 * meanwhile.
 *
 * @param path  file to write; it appears whole or not at all
 * @throws Error as `loadCorpusFolder` does
 */
export async function writePosts(
  folder: string, path: string, options: LoadOptions = {},
): Promise<WrittenCorpus> {
  const stream = loadExports(folder, options);
  const draft = `${path}.unsorted`;
  const sorted = `${path}.part`;
  try {
    const { times, ends } = await writeDraft(stream, draft);
    if (times.length === 0) throw new Error(
      `${folder}: needed at least one post, found none\n${stream.account}`
    );
    await writeSorted(
      draft, sorted, times, ends, (line, number) => stream.settle(parsePostLine(line, draft), number),
    );
    renameSync(sorted, path);
    return { posts: times.length, communities: stream.communities, account: stream.account };
  } finally {
    rmSync(draft, { force: true });
    rmSync(sorted, { force: true });
  }
}

/** Write posts as they come; the instant of each and where its line ends. */
async function writeDraft(
  stream: ReturnType<typeof loadExports>, path: string,
): Promise<{ times: Float64Array; ends: Float64Array }> {
  const times = new NumberColumn();
  const ends = new NumberColumn();
  let written = 0;
  const file = createWriteStream(path);
  for await (const posts of stream) {
    const lines = posts.map((post) => Buffer.from(`${JSON.stringify(post)}\n`));
    posts.forEach((post, i) => {
      written += lines[i]!.length;
      times.push(post.createdAt.getTime());
      ends.push(written);
    });
    if (!file.write(Buffer.concat(lines))) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
  return { times: times.values(), ends: ends.values() };
}

async function writeSorted(
  draft: string, path: string, times: Float64Array, ends: Float64Array,
  settle: (line: string, number: number) => ReturnType<typeof parsePostLine>,
): Promise<void> {
  const order = sortedOrder(times);
  const input = openSync(draft, "r");
  const output = createWriteStream(path);
  let waiting = "";
  try {
    for (let from = 0; from < order.length; ) {
      let to = from + 1;
      while (to < order.length && times[order[to]!] === times[order[from]!]) to += 1;
      for (const number of inOrder(order.subarray(from, to), (number) => lineAt(input, ends, number))) {
        const post = settle(lineAt(input, ends, number), number);
        waiting += `${JSON.stringify(post)}\n`;
        if (waiting.length < WRITTEN_AT_ONCE) continue;
        if (!output.write(waiting)) await once(output, "drain");
        waiting = "";
      }
      from = to;
    }
    output.end(waiting);
    await once(output, "close");
  } finally {
    closeSync(input);
  }
}

/** Put posts of one instant in order by what only their lines say, keeping of each line no more than that. */
function inOrder(numbers: Uint32Array, lineOf: (number: number) => string): Iterable<number> {
  if (numbers.length === 1) return numbers;
  const posts = Array.from(numbers, (number) => {
    const { createdAt, platform, kind, id } = parsePostLine(lineOf(number), "draft");
    return { number, createdAt, platform, kind, id };
  });
  return posts.sort(comparePosts).map(({ number }) => number);
}

function lineAt(file: number, ends: Float64Array, number: number): string {
  const start = number === 0 ? 0 : ends[number - 1]!;
  const bytes = Buffer.allocUnsafe(ends[number]! - start);
  readSync(file, bytes, 0, bytes.length, start);
  return bytes.toString("utf8");
}
