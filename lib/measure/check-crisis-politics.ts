import { RARE } from "./check-quiet-politics";
import { type Checked, TOO_FEW_POSTS } from "./checked";
import type { CrisesRatio } from "./crises-ratio";
import { sayCount, sayNumber } from "./say-burst";

/** Fewest counted posts of a group, in crises and on quiet days together, and fewest posts on either side. */
const LEAST_COUNTED = 30;
export const LEAST_POSTS = 100;

/**
 * Check that migrants engage in politics online during a crisis and not as a routine (claim X1).
 *
 * They do where such posts are more frequent in the crises on every platform, with the whole interval of each
 * ratio above 1, and where on quiet days they are rare: fewer than one post in ten, at the upper end of the
 * interval too.
 *
 * @param whole      all communities together
 * @param platforms  a row a platform
 */
export function checkCrisisPolitics(whole: CrisesRatio | undefined, platforms: readonly CrisesRatio[]): Checked {
  if (whole === undefined || isThin(whole) || whole.quietHigh === null) return tooThin(whole);
  const judged = platforms.filter((row) => !isThin(row) && row.low !== null);
  const above = judged.filter(({ low }) => (low ?? 0) > 1);
  const percent = (share: number | null): string => `${(100 * (share ?? 0)).toFixed(1)}%`;
  return {
    holds: judged.length === 0 ? "too little data" : above.length === judged.length && whole.quietHigh < RARE,
    computed: `${sayNumber(whole.ratio ?? 0)} times; ${percent(whole.quietShare)} on quiet days`,
    detail:
      `${percent(whole.share)} of the posts in the weeks of a crisis and ${percent(whole.quietShare)} on ` +
      `quiet days engage in politics, ` +
      `${sayInterval(whole)}; by platform ${judged.map((row) => `${row.name} ${sayInterval(row)}`).join(", ")}.`,
    remarks: platforms
      .filter((row) => !judged.includes(row))
      .map(({ name, of }) => `${name} has too few posts (${of} in crises) to be judged.`),
  };
}

/** Whether too little was counted for a ratio to say anything. */
export function isThin({ hits, quietHits, of, quietOf, ratio }: CrisesRatio): boolean {
  return ratio === null || hits + quietHits < LEAST_COUNTED || Math.min(of, quietOf) < LEAST_POSTS;
}

/** What a card says where too little was counted. */
export function tooThin(row: CrisesRatio | undefined): Checked {
  const { hits = 0, quietHits = 0, of = 0, quietOf = 0, communities = 0 } = row ?? {};
  const detail =
    `There are ${of} posts in the weeks of a crisis and ${quietOf} on quiet days, ${hits + quietHits} of ` +
    `them of the kind that is counted, from ` +
    `${sayCount(communities, "community", "communities")}; ${LEAST_POSTS} of each, ` +
    `${LEAST_COUNTED} of that kind and two communities are needed.`;
  return { ...TOO_FEW_POSTS, detail };
}

/** A ratio with its interval, in words. */
export function sayInterval({ ratio, low, high }: CrisesRatio): string {
  return `${sayNumber(ratio ?? 0)} times (${sayNumber(low ?? 0)} to ${sayNumber(high ?? 0)})`;
}
