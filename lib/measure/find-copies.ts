import type { TokenIndex } from "../corpus/token-index";
import type { Post } from "../load/post";

/** Which texts are copies. */
export interface Copies {
  /** 1 for a repost, and for a text that stood in an earlier post of its platform. */
  readonly isCopy: Uint8Array;
  /** Words of each text, the same for texts that are copies of each other; null where there are too few to tell. */
  readonly words: readonly (string | null)[];
}

/** Words from which the same again is a copy and no coincidence. */
const LEAST_WORDS = 5;

/**
 * Find copies: reposts, adverts put up again, slogans pasted under many posts.
 *
 * Two texts are copies of each other if their words are the same in the same order; numbers, signs and emoji
 * are passed over, since they are what a paster changes. Whether a person or a program pasted cannot be told from it.
 *
 * @param corpus  posts in order of time
 */
export function findCopies({ posts, index }: { readonly posts: readonly Post[]; readonly index: TokenIndex }): Copies {
  const isWord = Uint8Array.from(index.types.kinds, (_, type) => Number(index.kind(type) === "word"));
  const seen = new Set<string>();
  const words: (string | null)[] = [];
  const isCopy = Uint8Array.from(posts, ({ platform, repost }, i) => {
    const types = index.document(i).filter((type) => isWord[type] === 1);
    const key = types.length < LEAST_WORDS ? null : `${platform} ${types.join(" ")}`;
    words.push(key);
    const isKnown = key !== null && seen.has(key);
    if (key !== null) seen.add(key);
    return Number(repost || isKnown);
  });
  return { isCopy, words };
}
