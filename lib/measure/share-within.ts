import { redraw, type RedrawOptions } from "./redraw";

/** How many of some posts have something, by post and by community. */
export interface WeighedShare {
  readonly hits: number;
  /** Posts that were looked at, the denominator. */
  readonly of: number;
  /** hits / of, where a community weighs as much as it has posts; null where there are none. */
  readonly share: number | null;
  /** 95% interval over redrawn communities; null with fewer than two. */
  readonly low: number | null;
  readonly high: number | null;
  readonly communities: number;
  /** Mean of the communities' own shares, where each weighs the same, with its interval. */
  readonly equal: number | null;
  readonly equalLow: number | null;
  readonly equalHigh: number | null;
}

/**
 * Share of posts that have something, once with every post weighing the same and once every community.
 *
 * @param documents  numbers of the posts to look at
 * @param has        whether a post has it
 * @param communityOf number of each post's community
 * @example
 * const { share, equal } = shareWithin([0, 1, 2, 3], (post) => post < 2, [0, 0, 0, 1]);
 * share; // 0.5
 * Math.round(100 * equal); // 33
 */
export function shareWithin(
  documents: readonly number[],
  has: (document: number) => boolean,
  communityOf: ArrayLike<number>,
  options: RedrawOptions = { seed: 1 },
): WeighedShare {
  const parts = new Map<number, Part>();
  for (const document of documents) {
    const community = communityOf[document] as number;
    const part = parts.get(community) ?? { hits: 0, of: 0 };
    parts.set(community, part);
    part.of += 1;
    part.hits += Number(has(document));
  }
  const list = [...parts.entries()].sort(([a], [b]) => a - b).map(([, part]) => part);
  const pooled = (drawn: readonly Part[]): number => {
    return drawn.reduce((sum, { hits }) => sum + hits, 0) / drawn.reduce((sum, { of }) => sum + of, 0);
  };
  const equal = (drawn: readonly Part[]): number => {
    return drawn.reduce((sum, { hits, of }) => sum + hits / of, 0) / drawn.length;
  };
  const isEmpty = list.length === 0;
  const [interval, equalInterval] = [redraw(list, pooled, options), redraw(list, equal, options)];
  return {
    hits: list.reduce((sum, { hits }) => sum + hits, 0),
    of: documents.length,
    share: isEmpty ? null : pooled(list),
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    communities: list.length,
    equal: isEmpty ? null : equal(list),
    equalLow: equalInterval?.low ?? null,
    equalHigh: equalInterval?.high ?? null,
  };
}

interface Part {
  hits: number;
  of: number;
}
