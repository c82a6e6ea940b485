import { type Checked, TOO_FEW_POSTS } from "./checked";
import { formatShare } from "./format-share";
import type { WeighedShare } from "./share-within";

/** With fewer posts a share is known to no better than ten points either way. */
export const LEAST_POSTS = 100;

/**
 * Check that most content is about everyday issues (claim E1).
 *
 * It is where more than half of the posts are, and the whole interval over redrawn communities says so.
 * Comments, and communities that all weigh the same, are shown beside it: the paper does not say what it counts.
 *
 * @param posts     posts of routine weeks with a text, everyday issues among them
 * @param comments  the same for comments
 */
export function checkEveryday(posts: WeighedShare, comments: WeighedShare): Checked {
  const { share, low, equal, of } = posts;
  if (share === null || low === null || equal === null || of < LEAST_POSTS) return tooFew(posts);
  const remarks = [
    ...(equal > 0.5 ? [] : [`Where every community weighs the same it is ${formatShare(equal)}, not most.`]),
    ...(comments.share === null || comments.share > 0.5
      ? []
      : [
          `Of comments it is ${formatShare(comments.share)}: an answer seldom names its subject again, ` +
            "so comments cannot be counted by their own words.",
        ]),
    ...smallRemark(posts.communities),
  ];
  return {
    holds: low > 0.5,
    computed: `${formatShare(share)} of posts`,
    detail:
      `Of ${of} posts with a text on routine days ${formatShare(share)} are about work, housing or documents ` +
      `(${interval(posts)}); with every community weighing the same, ${formatShare(equal)}.`,
    remarks,
  };
}

/** What a card says where there are too few posts or communities for a share. */
export function tooFew({ of, communities }: WeighedShare, what = "posts with a text on routine days"): Checked {
  const detail =
    `There are ${of} ${what}, from ${communities} ${communities === 1 ? "community" : "communities"}; ` +
    `${LEAST_POSTS} from at least two are needed.`;
  return { ...TOO_FEW_POSTS, detail };
}

/** What to say of intervals over few communities. */
export function smallRemark(communities: number): string[] {
  return communities >= 5 ? [] : [`There are ${communities} communities; redraws of fewer than five show little of chance.`];
}

/** An interval in words. */
export function interval({ low, high }: { readonly low: number | null; readonly high: number | null }): string {
  return low === null || high === null ? "no interval" : `${formatShare(low)} to ${formatShare(high)}`;
}
