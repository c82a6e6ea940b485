import { VOICE } from "./check-both-stances";
import { LEAST_POSTS } from "./check-crisis-politics";
import { type Checked, TOO_FEW_POSTS } from "./checked";
import type { CrisesRatio } from "./crises-ratio";
import { sayCount, sayNumber } from "./say-burst";
import type { WeighedShare } from "./share-within";

/**
 * Check that engagement during a crisis goes beyond liking and sharing (claim X4).
 *
 * It does where more than one in ten of the posts on a crisis asks for or reports an act, with the whole
 * interval, and such posts are more frequent then than on quiet days: acts that are always there would be no
 * answer to a crisis.
 *
 * @param crisis  posts on a crisis in its stretch, those with an act among them
 * @param whole   acts of all communities together, in crises against quiet days
 */
export function checkBeyondLiking(crisis: WeighedShare, whole: CrisesRatio | undefined): Checked {
  const { share, low, high, of, communities } = crisis;
  if (share === null || low === null || high === null || of < LEAST_POSTS || whole?.low == null) {
    const detail =
      `There are ${of} posts on a crisis in its weeks, from ` +
      `${sayCount(communities, "community", "communities")}; ` +
      `${LEAST_POSTS} from at least two are needed.`;
    return { ...TOO_FEW_POSTS, detail };
  }
  const percent = (value: number): string => `${(100 * value).toFixed(0)}%`;
  return {
    holds: low > VOICE && whole.low > 1,
    computed: `${percent(share)} ask for or report an act`,
    detail:
      `Of ${of} posts on a crisis in its weeks ${percent(share)} (${percent(low)} to ${percent(high)}) ` +
      `ask for or report an act; acts are ` +
      `${sayNumber(whole.ratio ?? 0)} times as frequent then as on quiet days.`,
    remarks: [],
  };
}
