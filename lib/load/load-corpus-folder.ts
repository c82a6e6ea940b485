import type { LoadAccount } from "./load-account";
import { loadExports, type LoadOptions } from "./load-exports";
import type { CommunityInfo, Post } from "./post";

/** Everything that the exports in a corpus folder hold. */
export interface LoadedCorpus {
  /** Each post and comment once, in order of time; equal times in order of platform, kind and id. */
  readonly posts: readonly Post[];
  readonly communities: readonly CommunityInfo[];
  /** What was read, skipped and merged. */
  readonly account: LoadAccount;
}

/**
 * Load every export in a folder with `facebook/`, `vkontakte/` and `odnoklassniki/` in it.
 *
 * The formats are known by their content; see `EXPORT_FORMATS`. The result does not depend on how the exports
 * are cut into files or on the files' names, except that a community which no export names goes by its folder
 * or file, and so do ids that count within a file only (4CAT's custom CSV).
 *
 * For more posts than fit in memory there is `writePosts`, which makes a file of the same posts without
 * holding them.
 *
 * @param folder   the corpus folder
 * @param options  strictness, zone, key of the authors' hashes; see `LoadOptions`
 * @throws Error if the folder is absent, if nothing in it could be read, or, when `strict`, at the first problem
 */
export async function loadCorpusFolder(folder: string, options: LoadOptions = {}): Promise<LoadedCorpus> {
  const stream = loadExports(folder, options);
  const read: Post[] = [];
  for await (const posts of stream) for (const post of posts) read.push(post);
  if (read.length === 0) {
    throw new Error(`${folder}: needed at least one post, found none\n${stream.account}`);
  }
  // Post by post in the same list: a second one beside it would double the memory.
  for (let number = 0; number < read.length; number += 1) read[number] = stream.settle(read[number]!, number);
  return { posts: read.sort(comparePosts), communities: stream.communities, account: stream.account };
}

type OrderedPost = Pick<Post, "createdAt" | "platform" | "kind" | "id">;

/** Order of time; equal times by platform, kind and id in code-unit order. */
export function comparePosts(a: OrderedPost, b: OrderedPost): number {
  return (
    a.createdAt.getTime() - b.createdAt.getTime() ||
    byCodeUnit(a.platform, b.platform) || byCodeUnit(a.kind, b.kind) || byCodeUnit(a.id, b.id)
  );
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
