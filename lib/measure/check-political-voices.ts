import { interval, LEAST_POSTS, smallRemark } from "./check-everyday";
import { EQUIVALENT } from "./check-one-way";
import { type Checked, TOO_FEW_POSTS } from "./checked";
import { formatShare } from "./format-share";
import type { PoliticalVoices } from "./political-voices";

/**
 * Check that political posts come from administrators, or from members in a crisis (claim E6).
 *
 * They do where these two cases hold most political posts, with the whole interval, and where in groups the
 * administrators' share of them is larger on routine days than in crises by more than equivalence allows.
 * The first alone could come about without any difference between times.
 */
export function checkPoliticalVoices({ covered, shift, unsigned }: PoliticalVoices): Checked {
  if (covered.of === 0 && unsigned > 0) {
    const detail =
      `The export does not say who administers, for any of ${unsigned} political posts; ` +
      `it must say so for ${LEAST_POSTS} of them.`;
    return { ...TOO_FEW_POSTS, computed: "administrators not named", detail };
  }
  const thin =
    covered.share === null ||
    covered.low === null ||
    covered.of < LEAST_POSTS ||
    shift.ratio === null ||
    shift.low === null ||
    shift.high === null;
  if (thin) {
    const detail =
      `There are ${covered.of} political posts of which it is known who signs them (of ${unsigned} more ` +
      `it is not), ` +
      `${shift.insideOf} of them in groups on routine days and ${shift.outsideOf} in groups in a crisis; ` +
      `${LEAST_POSTS} in all, with both times in at least two groups, are needed.`;
    return { ...TOO_FEW_POSTS, detail };
  }
  const { share, low } = covered as { share: number; low: number };
  const ratio = shift as { ratio: number; low: number; high: number };
  return {
    holds: low > 0.5 && ratio.low > EQUIVALENT.high,
    computed:
      `${formatShare(share)} in the two cases; administrators ${ratio.ratio.toFixed(1)} times ` +
      `as often in routine`,
    detail:
      `Of ${covered.of} political posts ${formatShare(share)} come from administrators or from persons ` +
      `in a crisis ` +
      `(${interval(covered)}); in groups administrators write ${ratio.ratio.toFixed(1)} times as large ` +
      `a share of them on ` +
      `routine days as in a crisis (${ratio.low.toFixed(1)} to ${ratio.high.toFixed(1)}).`,
    remarks: [
      ...(unsigned > 0 ? [`Of ${unsigned} more political posts it is not known who signs them.`] : []),
      ...smallRemark(shift.communities),
    ],
  };
}
