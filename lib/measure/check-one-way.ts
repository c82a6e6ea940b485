import { interval, LEAST_POSTS, smallRemark, tooFew } from "./check-everyday";
import { type Checked, TOO_FEW_POSTS } from "./checked";
import { formatShare } from "./format-share";
import type { RatioWithin } from "./ratio-within";
import type { WeighedShare } from "./share-within";

/**
 * Ratios between these are as good as none: the limits within which regulators of medicines take two
 * preparations for equivalent.
 *
 * @see European Medicines Agency (2010). Guideline on the investigation of bioequivalence,
 *   CPMP/EWP/QWP/1401/98 Rev. 1.
 */
export const EQUIVALENT = { low: 0.8, high: 1.25 } as const;

/**
 * Check that everyday posts go one way: they advertise or ask for help, and few answer (claim E2).
 *
 * They do where more than half of them are advertisements or requests, with their whole interval, and draw
 * fewer comments than other posts of the same community by more than equivalence allows.
 *
 * @param requests  everyday posts, advertisements and requests for help among them
 * @param answers   comments under everyday posts against those under others
 */
export function checkOneWay(requests: WeighedShare, answers: RatioWithin): Checked {
  const { share, low } = requests;
  if (share === null || low === null || requests.of < LEAST_POSTS)
    return tooFew(requests, "posts on everyday issues");
  const { ratio, insideOf, outsideOf } = answers;
  if (
    ratio === null ||
    answers.low === null ||
    answers.high === null ||
    Math.min(insideOf, outsideOf) < LEAST_POSTS
  ) {
    const detail =
      `Comments are counted under ${insideOf} everyday posts and ${outsideOf} others of the same ` +
      `communities; ` +
      `${LEAST_POSTS} of each, from at least two communities, are needed.`;
    return { ...TOO_FEW_POSTS, computed: "too few counted comments", detail };
  }
  return {
    holds: low > 0.5 && answers.high < EQUIVALENT.low,
    computed: `${formatShare(share)} advertise or ask; ${ratio.toFixed(2)} times the comments`,
    detail:
      `Of ${requests.of} everyday posts ${formatShare(share)} advertise or ask for help ` +
      `(${interval(requests)}); they draw ` +
      `${ratio.toFixed(2)} times the comments of other posts of their community ` +
      `(${answers.low.toFixed(2)} to ${answers.high.toFixed(2)}).`,
    remarks: smallRemark(answers.communities),
  };
}
