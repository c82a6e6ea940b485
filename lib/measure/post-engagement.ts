import type { Post } from "../load/post";
import type { CorpusCommunities } from "./corpus-communities";
import { type Signature, signedBy } from "./signed-by";

/** What one post drew. A count is null where the export does not say, and never 0 for that. */
export interface PostEngagement {
  /** Number of the post in the corpus, which is its document in the token index. */
  readonly post: number;
  /** Number of its community. */
  readonly community: number;
  readonly signature: Signature;
  /** Reactions of every kind together, or likes where the export gives these alone. */
  readonly reactions: number | null;
  readonly shares: number | null;
  /** Comments and answers to comments, as the platform counts them, or else as many as were collected. */
  readonly comments: number | null;
  /**
   * 0 without a comment, 1 with comments, 2 with answers to these, and so on; null where none was
   * collected.
   */
  readonly depth: number | null;
  /** Distinct persons other than the author who commented; null where no comments were collected. */
  readonly voices: number | null;
}

/** What a post may draw. */
export type Measure = "reactions" | "shares" | "comments";
/** All of them, in the order in which the paper names them. */
export const MEASURES: readonly Measure[] = ["reactions", "shares", "comments"];

/**
 * List what each post drew: reactions, shares, comments, how deep its thread went and how many took part.
 *
 * Comments can be followed only in communities whose comments were collected; elsewhere depth and voices are
 * null, while the platform's own count of comments may still be known.
 *
 * @returns posts without comments, in the order of the corpus
 */
export function postEngagement(posts: readonly Post[], communities: CorpusCommunities): PostEngagement[] {
  const signatures = signedBy(posts);
  const isCollected = new Uint8Array(communities.rows.length);
  const threads = new Map<string, Thread>();
  const depths = commentDepths(posts);
  posts.forEach((post, number) => {
    if (post.kind !== "comment") return;
    isCollected[communities.of[number] as number] = 1;
    const key = `${post.platform} ${post.thread ?? post.parent}`;
    const thread = threads.get(key) ?? { comments: 0, depth: 0, authors: new Set() };
    threads.set(key, thread);
    thread.comments += 1;
    thread.depth = Math.max(thread.depth, depths[number] as number);
    if (post.author !== null) thread.authors.add(post.author);
  });
  return posts.flatMap((post, number): PostEngagement[] => {
    if (post.kind !== "post") return [];
    const community = communities.of[number] as number;
    const thread = threads.get(`${post.platform} ${post.id}`);
    const wasCollected = isCollected[community] === 1;
    const others =
      thread === undefined ? 0 : thread.authors.size - Number(thread.authors.has(post.author ?? ""));
    return [
      {
        post: number,
        community,
        signature: signatures[number] as Signature,
        reactions: post.reactions ?? post.likes,
        shares: post.shares,
        comments: post.comments ?? (wasCollected ? (thread?.comments ?? 0) : null),
        depth: wasCollected ? (thread?.depth ?? 0) : null,
        voices: wasCollected ? others : null,
      },
    ];
  });
}

interface Thread {
  comments: number;
  depth: number;
  readonly authors: Set<string>;
}

/** How many steps each comment stands below its post; 0 for posts. */
function commentDepths(posts: readonly Post[]): Int32Array {
  const numbers = new Map<string, number>();
  posts.forEach(({ kind, platform, id }, number) => {
    if (kind === "comment") numbers.set(`${platform} ${id}`, number);
  });
  const depths = new Int32Array(posts.length);
  const depthOf = (number: number): number => {
    // A comment counts as known while its parents are followed, so a ring of them ends.
    const chain: number[] = [];
    let at: number | undefined = number;
    while (at !== undefined && depths[at] === 0) {
      const { platform, parent, thread }: Post = posts[at] as Post;
      chain.push(at);
      depths[at] = -1;
      at = thread === undefined || parent === null ? undefined : numbers.get(`${platform} ${parent}`);
    }
    const known = at === undefined ? 0 : Math.max(0, depths[at] as number);
    chain.reverse().forEach((link, i) => {
      // A parent that was not collected is a comment all the same, so the comment stands at 2 at least.
      const isOrphan = i === 0 && known === 0 && posts[link]?.thread !== undefined;
      depths[link] = i === 0 ? known + (isOrphan ? 2 : 1) : (depths[chain[i - 1] as number] as number) + 1;
    });
    return depths[number] as number;
  };
  posts.forEach(({ kind }, number) => {
    if (kind === "comment") depthOf(number);
  });
  return depths;
}
