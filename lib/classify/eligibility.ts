import { ELIGIBILITY_RULES, type Candidate, type EligibilityOptions, type RuleResult } from "./eligibility-rules";

/** Whether a candidate belongs in the sample, and why. */
export interface Eligibility {
  readonly id: string;
  readonly isIn: boolean;
  /** Whether every rule could be decided; a candidate may be in while something is unknown of it. */
  readonly isCertain: boolean;
  /** What each rule said, in the order of the paper. */
  readonly results: readonly RuleResult[];
  /** The results that put it out; where none did, those that are not plainly met. */
  readonly reasons: readonly string[];
}

/**
 * Decide by the paper's rules whether a community belongs in the sample.
 *
 * One rule not met puts it out. What is unknown puts nobody out, since Table 1 leaves two rules unknown for
 * every row, but it is never counted as met: it stays in `results` and makes the decision uncertain.
 *
 * @param candidate  a row of Table 1 by way of `candidateOf`, or a community of the reader's own
 * @param options    keywords, how they are compared, and the fewest members
 *
 * @example
 * const page = { id: "p", platform: "facebook", type: "page", name: "Кыргыз биримдиги", members: 925, isPublic: true,
 *   runByOrganisation: "yes", isAdvertisementOnly: false, hasConcealedAdministrators: null };
 * const options = { keywords: ["кыргыз"], matching: "as printed", minimumMembers: 1000 };
 * eligibility(page, options).isIn; // true
 * eligibility({ ...page, runByOrganisation: "no" }, options).isIn; // false
 */
export function eligibility(candidate: Candidate, options: EligibilityOptions): Eligibility {
  const results = ELIGIBILITY_RULES.map(({ name, check }) => ({ rule: name, ...check(candidate, options) }));
  const against = results.filter(({ outcome }) => outcome === "not met");
  const notPlain = results.filter(({ outcome }) => outcome !== "met");
  return {
    id: candidate.id,
    isIn: against.length === 0,
    isCertain: results.every(({ outcome }) => outcome !== "unknown"),
    results,
    reasons: (against.length > 0 ? against : notPlain).map(({ rule, because }) => `${rule}: ${because}`),
  };
}
