import { governance, GOVERNANCE_THRESHOLDS, type GovernanceThresholds } from "../classify/governance";
import type { CommunityProfile } from "./profile-communities";

/** How many communities are of each kind under some thresholds. */
export interface GovernanceCount {
  readonly changed: string;
  readonly to: number;
  readonly vertical: number;
  readonly horizontal: number;
  readonly mixed: number;
  readonly notSaid: number;
}

/** What each threshold is changed to, one at a time; the middle value is the default. */
const VARIED: Readonly<Record<keyof GovernanceThresholds, readonly number[]>> = {
  administratorShare: [0.3, 0.4, 0.5, 0.6, 0.7],
  concentration: [0.05, 0.075, 0.1, 0.15, 0.18],
  replyShare: [0.3, 0.4, 0.5, 0.55, 0.6],
};

const NAMES: Readonly<Record<keyof GovernanceThresholds, string>> = {
  administratorShare: "administrators' share",
  concentration: "concentration of authors",
  replyShare: "share of answered posts",
};

/**
 * Count communities by kind while one threshold at a time moves and the others keep their defaults.
 *
 * @returns rows by threshold, then by its value
 */
export function varyGovernance(profiles: readonly CommunityProfile[]): GovernanceCount[] {
  return (Object.keys(GOVERNANCE_THRESHOLDS) as (keyof GovernanceThresholds)[]).flatMap((name) =>
    VARIED[name].map((to) => {
      const kinds = profiles.map((profile) => governance(profile, { [name]: to }).kind);
      const count = (wanted: string): number => kinds.filter((kind) => kind === wanted).length;
      return {
        changed: NAMES[name],
        to,
        vertical: count("vertical"),
        horizontal: count("horizontal"),
        mixed: count("mixed"),
        notSaid: count("not said"),
      };
    }),
  );
}
