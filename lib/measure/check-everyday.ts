import { type Checked, TOO_FEW_POSTS } from "./checked";
import { correctPrevalence, type KnownErrors } from "./correct-prevalence";
import { formatShare } from "./format-share";
import { sayCount } from "./say-burst";
import type { WeighedShare } from "./share-within";

/** With fewer posts a share is known to no better than ten points either way. */
export const LEAST_POSTS = 100;

/**
 * Check that most content is about everyday issues (claim E1).
 *
 * It is where more than half of the posts are, and the whole interval over redrawn communities says so. Where
 * the classifier's errors are known, the share and its interval are corrected for them first, since a
 * classifier that misses one such post in five makes a minority of a majority. Comments, and communities that
 * all weigh the same, are shown beside it: the paper does not say what it counts.
 *
 * @param posts     posts of routine days with a text, everyday issues among them
 * @param comments  the same for comments
 * @param known     how the classifier did on posts whose codes are known; null where that is not known
 */
export function checkEveryday(
  posts: WeighedShare,
  comments: WeighedShare,
  known: KnownErrors | null,
): Checked {
  const { share, low, high, equal, of } = posts;
  if (share === null || low === null || high === null || equal === null || of < LEAST_POSTS)
    return tooFew(posts);
  const corrected = known === null ? null : correct(share, low, high, of, known);
  const remarks = [
    ...(corrected === null
      ? [
          "As counted: how the classifier errs on this corpus is not known; code a sample by hand (npx " +
            "nb code draw) to correct it.",
        ]
      : [`Counted alone it is ${formatShare(share)} (${interval(posts)}).`]),
    ...(equal > 0.5 ? [] : [`Counted with every community weighing the same it is ${formatShare(equal)}.`]),
    ...(comments.share === null || comments.share > 0.5
      ? []
      : [
          `Of comments it is ${formatShare(comments.share)}: an answer seldom names its subject again, ` +
            "so comments cannot be counted by their own words.",
        ]),
    ...smallRemark(posts.communities),
  ];
  const best = corrected ?? { share, low, high };
  return {
    holds: best.low > 0.5,
    computed:
      corrected === null
        ? `${formatShare(share)} as counted`
        : `${formatShare(share)} as counted, ${formatShare(best.share)} corrected`,
    detail:
      `Of ${of} posts with a text on routine days ${formatShare(best.share)} are about work, housing or ` +
      `documents ` +
      `(${interval(best)})${corrected === null ? "" : ", corrected for the classifier's known errors"}.`,
    remarks,
  };
}

/**
 * Correct a share and its interval; the wider of two intervals, over communities and over what is known of
 * the errors.
 */
function correct(share: number, low: number, high: number, of: number, known: KnownErrors): Bounded | null {
  const [middle, bottom, top] = [share, low, high].map((value) =>
    correctPrevalence(Math.round(value * of), of, known),
  );
  const sampled = middle?.interval;
  if (middle?.corrected == null || bottom?.corrected == null || top?.corrected == null || sampled == null)
    return null;
  return {
    share: middle.corrected,
    low: Math.min(bottom.corrected, sampled[0]),
    high: Math.max(top.corrected, sampled[1]),
  };
}

interface Bounded {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** What a card says where there are too few posts or communities for a share. */
export function tooFew(
  { of, communities }: WeighedShare,
  what = "posts with a text on routine days",
): Checked {
  const detail =
    `There are ${of} ${what}, from ${sayCount(communities, "community", "communities")}; ` +
    `${LEAST_POSTS} from at least two are needed.`;
  return { ...TOO_FEW_POSTS, detail };
}

/** What to say of intervals over few communities. */
export function smallRemark(communities: number): string[] {
  return communities >= 5
    ? []
    : [`There are ${communities} communities; redraws of fewer than five show little of chance.`];
}

/** An interval in words. */
export function interval({
  low,
  high,
}: {
  readonly low: number | null;
  readonly high: number | null;
}): string {
  return low === null || high === null ? "no interval" : `${formatShare(low)} to ${formatShare(high)}`;
}
