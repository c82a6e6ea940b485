import { meanKnown } from "./mean-known";
import { MEASURES, type PostEngagement } from "./post-engagement";

/** How a post did against what its community's posts usually draw. */
export interface Performance {
  readonly post: number;
  readonly community: number;
  /** Reactions, shares and comments together, as far as all posts of the community state them. */
  readonly actual: number;
  /** Mean of the middle half of the 100 posts before it. */
  readonly expected: number;
  /** 2 is twice as much as expected, -2 half as much; never between -1 and 1. */
  readonly score: number;
}

/** How many posts before it a post is held against. */
const BENCHMARK_POSTS = 100;

/**
 * Score posts against their community's own normal, as CrowdTangle did.
 *
 * Expected is the mean of the middle half of the 100 posts before. A post above it scores actual / expected,
 * one below it -expected / actual, one that drew nothing -2 × expected, or -1 where less than half a reaction
 * was expected. CrowdTangle compared posts of one age and of one kind, link or picture, and damped the scores
 * of accounts with few interactions; exports carry neither the age nor the kind, so these steps are left out.
 * The first 100 posts of a community have no score.
 *
 * @param engagement  as `postEngagement` gives it, in order of time
 * @returns scored posts, in the order given; a community whose posts usually draw nothing has none
 * @see CrowdTangle, How do you calculate overperforming scores? help.crowdtangle.com, article 2013937
 */
export function overPerformance(engagement: readonly PostEngagement[]): Performance[] {
  const byCommunity = new Map<number, PostEngagement[]>();
  for (const row of engagement) {
    const rows = byCommunity.get(row.community) ?? [];
    byCommunity.set(row.community, rows);
    rows.push(row);
  }
  const scored = [...byCommunity.values()].flatMap((rows) => {
    const stated = MEASURES.filter((measure) => rows.every((row) => row[measure] !== null));
    const actuals = rows.map((row) => stated.reduce((sum, measure) => sum + (row[measure] as number), 0));
    return rows.flatMap(({ post, community }, i): Performance[] => {
      if (i < BENCHMARK_POSTS || stated.length === 0) return [];
      const before = actuals.slice(i - BENCHMARK_POSTS, i).sort((a, b) => a - b);
      const quarter = BENCHMARK_POSTS / 4;
      const expected = meanKnown(before.slice(quarter, BENCHMARK_POSTS - quarter)).mean as number;
      const actual = actuals[i] as number;
      return expected === 0 ? [] : [{ post, community, actual, expected, score: scoreOf(actual, expected) }];
    });
  });
  return scored.sort((a, b) => a.post - b.post);
}

/**
 * CrowdTangle's score of a post.
 *
 * @param expected  above 0
 *
 * @example
 * scoreOf(100, 50); // 2
 * scoreOf(100, 200); // -2
 * scoreOf(0, 200); // -400
 */
export function scoreOf(actual: number, expected: number): number {
  if (actual >= expected) return actual / expected;
  return actual === 0 ? Math.min(-1, -2 * expected) : -expected / actual;
}
