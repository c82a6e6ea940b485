import { type Checked } from "./checked";
import { type CrisisBurst, FEWEST_POSTS } from "./crisis-bursts";
import { sayNeeded, sayRatio } from "./say-burst";

/** What was asked for, and in how many posts of the stretch. */
export interface NeedCount {
  readonly name: string;
  readonly posts: number;
}

/** Posts from which a need is called named: fewer could be one person's wording. */
export const NAMED = 5;

/**
 * Check that a burst is of one act before all others, for certain needs (claim C3).
 *
 * It is where that act has a burst of its own (as for {@link crisisBursts}, for all acts together), has
 * more posts above its quiet share than any other act, and each of the needs is named in at least five of
 * the posts.
 *
 * @param acts   one row an act
 * @param act    name of the act that is claimed
 * @param needs  counted in posts of that act and those that go with it, in the stretch
 */
export function checkRelief(
  acts: readonly CrisisBurst[],
  act: string,
  needs: readonly NeedCount[],
): Checked {
  const own = acts.find(({ name }) => name === act);
  if (own === undefined || own.outcome === "too little data") {
    const detail =
      own === undefined
        ? `The corpus has 0 posts in the study's window; ${FEWEST_POSTS} in the stretch would be needed.`
        : sayNeeded(own);
    return { holds: "too little data", computed: "too few posts", detail, remarks: [] };
  }
  const excess = (burst: CrisisBurst): number => burst.hits - burst.expected;
  const largest = acts.reduce((most, each) => (excess(each) > excess(most) ? each : most), own);
  const unnamed = needs.filter(({ posts }) => posts < NAMED);
  const detail =
    `${sayRatio(own)}; it brings ${Math.round(excess(own))} posts more than quiet days would` +
    (largest === own
      ? ", more than any other act"
      : `, and ${largest.name} ${Math.round(excess(largest))}`) +
    (needs.length === 0
      ? "."
      : `; named are ${needs.map(({ name, posts }) => `${name} in ${posts}`).join(", ")}.`);
  return {
    holds: own.outcome === "burst" && largest === own && unnamed.length === 0,
    computed: `${own.hits} posts, ${needs.length - unnamed.length} of ${needs.length} needs`,
    detail,
    remarks: unnamed.map(
      ({ name, posts }) => `${name} is named in ${posts} posts; ${NAMED} are asked for.`,
    ),
  };
}
