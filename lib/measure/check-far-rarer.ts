import { LEAST_POSTS, smallRemark } from "./check-everyday";
import { type Checked, TOO_FEW_POSTS } from "./checked";
import { sayCount } from "./say-burst";
import type { ShareRatio } from "./share-ratio";

/** Nearer to one in ten than to as many, where distances are factors: the square root of a tenth. */
const FAR_RARER = Math.sqrt(0.1);

/**
 * Check that posts of one topic are far rarer than everyday ones (claim E4).
 *
 * They are where their number is nearer to a tenth of the others' than to all of it, with its whole interval.
 */
export function checkFarRarer({ rare, common, ratio, low, high, communities }: ShareRatio): Checked {
  if (ratio === null || low === null || high === null || common < LEAST_POSTS) {
    const detail =
      `There are ${common} posts on everyday issues, from ` +
      `${sayCount(communities, "community", "communities")}; ${LEAST_POSTS} from at least two are needed.`;
    return { ...TOO_FEW_POSTS, detail };
  }
  return {
    holds: high < FAR_RARER,
    computed: `${ratio.toFixed(2)} for each everyday post`,
    detail:
      `For each everyday post there are ${ratio.toFixed(2)} of this topic (${low.toFixed(2)} to ` +
      `${high.toFixed(2)}): ` +
      `${rare} beside ${common} on routine days.`,
    remarks: smallRemark(communities),
  };
}
