import { APOLITICAL, type CommunityBefore, FEWEST_BEFORE } from "./apolitical-communities";
import { type Checked } from "./checked";
import type { CrisisBurst } from "./crisis-bursts";
import { sayCount, sayNeeded, sayRatio } from "./say-burst";

/** Fewest communities of which a majority means something. */
const FEWEST = 5;

/**
 * Check that a burst also came in communities that had been apolitical before (claim O2).
 *
 * It did where these communities together have a burst, and more than half of those that posted in the
 * stretch went over the very share under which they had been called apolitical. A burst of a few loud
 * ones is not enough.
 *
 * @param communities  as `communitiesBefore` gives them
 * @param burst        of the apolitical ones together
 * @param threshold    the share that `communitiesBefore` was given
 */
export function checkApolitical(
  communities: readonly CommunityBefore[],
  burst: CrisisBurst | undefined,
  threshold = APOLITICAL,
): Checked {
  const apolitical = communities.filter(
    ({ isApolitical, during }) => isApolitical === true && during > 0,
  );
  const unknown = communities.filter(({ isApolitical }) => isApolitical === null).length;
  if (apolitical.length < FEWEST || burst === undefined || burst.outcome === "too little data") {
    const detail =
      apolitical.length < FEWEST || burst === undefined
        ? `${sayCount(apolitical.length, "community was", "communities were")} apolitical before ` +
          `and posted in the stretch; ${FEWEST} are needed, each with ${FEWEST_BEFORE} posts before.`
        : sayNeeded(burst);
    return { holds: "too little data", computed: "too few communities", detail, remarks: [] };
  }
  const over = apolitical.filter(({ shareDuring }) => (shareDuring ?? 0) >= threshold).length;
  return {
    holds: burst.outcome === "burst" && over > apolitical.length / 2,
    computed: `${over} of ${apolitical.length} communities`,
    detail:
      `Of ${apolitical.length} communities with less than ${100 * threshold}% of such posts ` +
      `before, ${over} went over that share; together ` +
      `${sayRatio({ ...burst, name: "they have" }).replace("its quiet", "their quiet")}.`,
    remarks:
      unknown > 0
        ? [`${unknown} communities have fewer than ${FEWEST_BEFORE} posts before and are left out.`]
        : [],
  };
}
