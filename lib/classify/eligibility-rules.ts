import {
  type Community,
  COMMUNITY_TYPES,
  type CommunityType,
  type Platform,
  type RunByOrganisation,
} from "../load/load-communities";
import { thousands } from "../load/thousands";
import { matchKeywords, type KeywordMatching } from "./match-keywords";

/** A community that may enter the sample; null is what is not known of it, and is never taken for a yes. */
export interface Candidate {
  readonly id: string;
  readonly platform: Platform;
  readonly type: CommunityType;
  readonly name: string;
  readonly members: number | null;
  readonly isPublic: boolean | null;
  readonly runByOrganisation: RunByOrganisation | "no";
  /** Whether all that is posted is advertisement, without discussion among members. */
  readonly isAdvertisementOnly: boolean | null;
  /** Whether it is run by people who hide who they are. */
  readonly hasConcealedAdministrators: boolean | null;
}

/** What one rule says of one candidate. Only `not met` puts it out. */
export interface RuleResult {
  readonly rule: string;
  readonly outcome: "met" | "not met" | "excepted" | "unknown";
  readonly because: string;
}

/** What the paper leaves open, stated so that it can be varied. */
export interface EligibilityOptions {
  /** The search keywords, as `loadSearchKeywords` gives them. */
  readonly keywords: readonly string[];
  readonly matching: KeywordMatching;
  /** Fewest members; the paper's threshold is 1,000. */
  readonly minimumMembers: number;
}

/** A named rule. */
export interface EligibilityRule {
  readonly name: string;
  readonly check: (candidate: Candidate, options: EligibilityOptions) => Omit<RuleResult, "rule">;
}

/**
 * The paper's rules in the order of section 4: the keyword search, its three criteria with the exception for
 * organisation pages (note 1), and the exclusion of communities that only advertise.
 */
export const ELIGIBILITY_RULES: readonly EligibilityRule[] = [
  {
    name: "search keyword in name",
    check: ({ name }, { keywords, matching }) => {
      const [found] = matchKeywords(name, keywords, matching);
      return found === undefined
        ? { outcome: "not met", because: `no keyword in the name, compared ${matching}` }
        : { outcome: "met", because: `the name holds "${found}", compared ${matching}` };
    },
  },
  {
    name: "type of resource",
    check: ({ platform, type }) => ({
      outcome: COMMUNITY_TYPES[platform].includes(type) ? "met" : "not met",
      because: `a ${type} on ${platform}, where the paper takes ${COMMUNITY_TYPES[platform].join(" or ")}`,
    }),
  },
  { name: "number of members", check: checkMembers },
  {
    name: "open to the public",
    check: ({ isPublic }) =>
      isPublic === null
        ? { outcome: "unknown", because: "nothing recorded says whether anyone can read it" }
        : isPublic
          ? { outcome: "met", because: "anyone can read it" }
          : { outcome: "not met", because: "only members can read it" },
  },
  { name: "not advertisement alone", check: checkAdvertisement },
];

function checkMembers(
  { members, platform, type, runByOrganisation }: Candidate,
  { minimumMembers }: EligibilityOptions,
): Omit<RuleResult, "rule"> {
  if (members === null) return { outcome: "unknown", because: "the number of members is not recorded" };
  const [own, least] = [thousands(members), thousands(minimumMembers)];
  if (members >= minimumMembers) return { outcome: "met", because: `${own} members, at least ${least}` };
  const few = `${own} members, fewer than ${least}`;
  if (platform !== "facebook" || type !== "page")
    return { outcome: "not met", because: `${few}, and no Facebook page` };
  switch (runByOrganisation) {
    case "yes":
      return { outcome: "excepted", because: `${few}, but a Facebook page that a diaspora organisation runs` };
    case "no":
      return { outcome: "not met", because: `${few}, and no diaspora organisation runs the page` };
    case "implied":
      return {
        outcome: "unknown",
        because: `${few}; that an organisation runs the page follows from the exception alone`,
      };
    case "unknown":
      return {
        outcome: "unknown",
        because: `${few}; it is not recorded whether a diaspora organisation runs the page`,
      };
  }
}

/** Both marks together put a community out: advertisement alone, and administrators who hide. */
function checkAdvertisement({ isAdvertisementOnly, hasConcealedAdministrators }: Candidate): Omit<RuleResult, "rule"> {
  if (isAdvertisementOnly === false)
    return { outcome: "met", because: "it posts more than advertisement, or members discuss there" };
  if (hasConcealedAdministrators === false) return { outcome: "met", because: "its administrators say who they are" };
  if (isAdvertisementOnly === null || hasConcealedAdministrators === null) {
    return { outcome: "unknown", because: "what is posted there, or who runs it, is not recorded" };
  }
  return { outcome: "not met", because: "it only advertises, and its administrators hide who they are" };
}

/**
 * Make a candidate of a row of Table 1.
 *
 * The table says neither that a community is public nor what is posted there, so these stay unknown.
 */
export function candidateOf({ id, platform, type, name, members, runByOrganisation }: Community): Candidate {
  const unknown = { isPublic: null, isAdvertisementOnly: null, hasConcealedAdministrators: null };
  return { id, platform, type, name, members, runByOrganisation, ...unknown };
}
