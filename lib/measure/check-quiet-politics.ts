import { interval, LEAST_POSTS, smallRemark, tooFew } from "./check-everyday";
import { type Checked, TOO_FEW_POSTS } from "./checked";
import { formatShare } from "./format-share";
import type { ReturningAuthors } from "./returning-authors";
import type { WeighedShare } from "./share-within";
import { wilsonInterval } from "./wilson-interval";

/** Whoever opens ten posts sees as a rule none. */
export const RARE = 0.1;

/**
 * Check that in routine times politics is rare and not kept up (claim E5).
 *
 * It is rare where fewer than one post in ten is political, and not kept up where most persons who ever write
 * about politics do so in one month alone; each with its whole interval.
 *
 * @param posts      posts of routine days with a text, political ones among them
 * @param returning  persons who wrote political posts or comments in these weeks
 */
export function checkQuietPolitics(posts: WeighedShare, returning: ReturningAuthors): Checked {
  if (posts.share === null || posts.high === null || posts.of < LEAST_POSTS) return tooFew(posts);
  const { authors, share, unknown } = returning;
  if (share === null || authors < LEAST_OF_AUTHORS) {
    const detail =
      `${authors} persons are known who wrote about politics on routine days (${unknown} texts name ` +
      `nobody); ` +
      `${LEAST_OF_AUTHORS} are needed to say whether they return.`;
    return { ...TOO_FEW_POSTS, computed: "too few known authors", detail };
  }
  const [, high] = wilsonInterval(returning.returning, authors);
  return {
    holds: posts.high < RARE && high < 0.5,
    computed: `${formatShare(posts.share)} of posts; ${formatShare(share)} return`,
    detail:
      `Of ${posts.of} posts with a text on routine days ${formatShare(posts.share)} are political ` +
      `(${interval(posts)}); ` +
      `of ${authors} persons who wrote about politics then, ${formatShare(share)} did so in another ` +
      `month too.`,
    remarks: smallRemark(posts.communities),
  };
}

/** Fewest authors of whom it is asked whether they return. */
const LEAST_OF_AUTHORS = 30;
