import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

import type { Post } from "./post";

/**
 * Read the posts that `writePosts` wrote, one after another.
 *
 * @throws Error naming file and line of what is no post
 */
export async function* readPosts(path: string): AsyncGenerator<Post> {
  let line = 0;
  for await (
    const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })
  ) {
    line += 1;
    yield parsePostLine(text, `${path}:${line}`);
  }
}

/** One line of such a file as a post. */
export function parsePostLine(line: string, where: string): Post {
  let value = null as (Omit<Post, "createdAt"> & { createdAt: string }) | null;
  try {
    value = JSON.parse(line) as typeof value;
  } catch {
    // Said below, together with a line that is JSON and no post.
  }
  const createdAt = new Date(value?.createdAt ?? Number.NaN);
  if (
    value === null ||
    typeof value.id !== "string" ||
    typeof value.text !== "string" ||
    Number.isNaN(createdAt.getTime())
  ) {
    throw new Error(`${where}: needed a post as JSON, found something else; write the file again`);
  }
  return { ...value, createdAt };
}
