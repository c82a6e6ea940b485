import { type Checked } from "./checked";
import { type CrisisBurst, FEWEST_POSTS } from "./crisis-bursts";
import type { HashtagSpread } from "./hashtag-spread";
import { sayCount, sayNeeded, sayNumber } from "./say-burst";

/** What a tag must reach to have spread, and not only been repeated. */
const REACH = { communities: 5, platforms: 2, authors: 10 } as const;

/**
 * Check that some hashtags spread during a crisis (claim B2).
 *
 * A tag did where it has a burst (for all tags together), and reached at least five communities on two
 * platforms by ten authors in the stretch, all spellings joined. All tags must have spread.
 *
 * @param spreads  one row a tag, counted in the stretch
 * @param bursts   one row a tag, in the same order
 */
export function checkHashtags(
  spreads: readonly HashtagSpread[],
  bursts: readonly CrisisBurst[],
): Checked {
  if (spreads.length === 0 || bursts.length < spreads.length) {
    const detail =
      spreads.length === 0
        ? "The study names 0 hashtags; at least 1 is needed."
        : `The corpus has 0 posts in the study's window; ${FEWEST_POSTS} in the stretch would be needed.`;
    return { holds: "too little data", computed: "nothing to count", detail, remarks: [] };
  }
  const reached = spreads.map(({ communities, platforms, authors }) => {
    return communities >= REACH.communities && platforms >= REACH.platforms && authors >= REACH.authors;
  });
  const outcomes = bursts.map(({ outcome }) => outcome);
  // A tag without a burst decides, whatever more posts would say of the others.
  const isThin = outcomes.includes("too little data") && !outcomes.includes("no burst");
  const spread = spreads.filter((_, i) => reached[i] === true && outcomes[i] === "burst").length;
  const needs = bursts.filter(({ outcome }) => outcome === "too little data").map(sayNeeded);
  const said = spreads.map(({ tag, documents, variants, communities, platforms, authors }, i) => {
    return (
      `${tag} stands in ${sayCount(documents.length, "post or comment", "posts and comments")} in ` +
      `${sayCount(variants.length, "spelling", "spellings")}, by ` +
      `${sayCount(authors, "author", "authors")} in ` +
      `${sayCount(communities, "community", "communities")} on ` +
      `${sayCount(platforms, "platform", "platforms")}, ${sayTimes(bursts[i]?.ratio ?? null)}`
    );
  });
  return {
    holds: spread === spreads.length ? true : isThin ? "too little data" : false,
    computed: `${spread} of ${spreads.length} tags`,
    detail: [`${said.join("; ")}.`, ...needs].join(" "),
    remarks: [],
  };
}

function sayTimes(ratio: number | null): string {
  return ratio === null ? "with nothing to compare" : `${sayNumber(ratio)} times its quiet share`;
}
