import type { Governance } from "../classify/governance";
import { type Checked, TOO_FEW_POSTS } from "./checked";
import { formatShare } from "./format-share";
import type { CommunityProfile } from "./profile-communities";
import { wilsonInterval } from "./wilson-interval";

/**
 * Fewest communities from which it can follow that most are of one kind: four of four have an interval
 * above half.
 */
const LEAST_COMMUNITIES = 4;
/** Fewest posts by which a community is placed. */
const LEAST_PLACED = 20;
/** Few like where a post draws a reaction from fewer than one member in a hundred. */
const FEW_REACT = 0.01;

/**
 * Check that organisations' pages are vertical (claim E7).
 *
 * They are where most of them are vertical by `governance`, with the whole interval of their share, and where
 * most draw a reaction from fewer than one follower in a hundred and fewer shares than reactions. What an
 * export does not count is left out and remarked on.
 */
export function checkVertical(profiles: readonly CommunityProfile[]): Checked {
  const pages = profiles.filter(({ isOrganisation }) => isOrganisation === true);
  const kinds = mostAre(profiles, pages, "vertical", "pages and groups of organisations");
  if (kinds.holds === "too little data") return kinds;
  const reach = pages.flatMap(({ reactionsPerPost, members }) => {
    return reactionsPerPost === null || members === null || members === 0 ? [] : [reactionsPerPost / members];
  });
  const shares = pages.flatMap(({ reactionsPerPost: reactions, sharesPerPost }) => {
    return reactions === null || sharesPerPost === null ? [] : [sharesPerPost / Math.max(reactions, 1e-9)];
  });
  const few = reach.filter((rate) => rate < FEW_REACT).length;
  const fewer = shares.filter((rate) => rate < 1).length;
  const isFew =
    (reach.length === 0 || 2 * few > reach.length) && (shares.length === 0 || 2 * fewer > shares.length);
  const placed = pages.filter(({ replyShare }) => replyShare !== null);
  const replies = placed.reduce((sum, { replyShare }) => sum + (replyShare ?? 0), 0) / placed.length;
  return {
    ...kinds,
    holds: kinds.holds && isFew,
    detail:
      `${kinds.detail} On average ${formatShare(replies)} of a page's posts are answered; a post draws ` +
      `a reaction from fewer than ` +
      `one follower in a hundred on ${few} of ${reach.length}, and fewer shares than reactions on ` +
      `${fewer} of ${shares.length}.`,
    remarks: [
      ...kinds.remarks,
      ...(reach.length === 0
        ? ["Followers or reactions are not known of any, so how few like is not judged."]
        : []),
      ...(shares.length === 0 ? ["Shares are not counted for any, so how few share is not judged."] : []),
    ],
  };
}

/**
 * Check that groups are horizontal (claim E8).
 *
 * They are where most groups are horizontal by `governance`, with the whole interval of their share: no few
 * authors dominate, and most posts are answered.
 */
export function checkHorizontal(profiles: readonly CommunityProfile[]): Checked {
  const groups = profiles.filter(({ isOrganisation }) => isOrganisation === false);
  return mostAre(profiles, groups, "horizontal", "groups");
}

function mostAre(
  all: readonly CommunityProfile[],
  profiles: readonly CommunityProfile[],
  wanted: Governance["kind"],
  what: string,
): Checked {
  const large = profiles.filter(({ posts }) => posts >= LEAST_PLACED);
  const placed = large.filter(({ governance }) => governance !== "not said");
  if (placed.length < LEAST_COMMUNITIES) {
    const untyped = all.filter(({ isOrganisation }) => isOrganisation === null).length;
    const reasons = [
      ...large.filter((row) => !placed.includes(row)).map(({ because }) => because),
      ...(untyped === 0
        ? []
        : [`of ${untyped} more the export does not say whether they are pages or groups`]),
      ...(all.length > 0 && all.every(({ administratorShare }) => administratorShare === null)
        ? ["the export does not say who administers"]
        : []),
    ];
    const detail =
      `There are ${profiles.length} ${what}, ${large.length} of them with ${LEAST_PLACED} posts or ` +
      `more, and ` +
      `${placed.length} can be ` +
      `placed${reasons.length === 0 ? "" : `: ${[...new Set(reasons)].join("; ")}`}; ` +
      `${LEAST_COMMUNITIES} are needed.`;
    return { ...TOO_FEW_POSTS, computed: "too few communities", detail };
  }
  const count = placed.filter(({ governance }) => governance === wanted).length;
  const [low, high] = wilsonInterval(count, placed.length);
  const others = placed.filter(({ governance }) => governance !== wanted);
  const left = profiles.length - placed.length;
  return {
    holds: low > 0.5,
    computed: `${count} of ${placed.length} ${wanted}`,
    detail:
      `${count} of ${placed.length} ${what} are ${wanted} (${formatShare(low)} to ` +
      `${formatShare(high)}).`,
    remarks: [
      ...(others.length === 0 || others.length > 5
        ? []
        : others.map(({ label, governance, because }) => `${label} is ${governance}: ${because}.`)),
      ...(left === 0
        ? []
        : [`${left} more ${left === 1 ? "is" : "are"} left out, too small or not placed by the export.`]),
    ],
  };
}
