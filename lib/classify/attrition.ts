import { ELIGIBILITY_RULES, type Candidate, type EligibilityOptions } from "./eligibility-rules";

/** What one rule did to those the rules before it had left. */
export interface AttritionRow {
  readonly rule: string;
  /** How many the rule looked at. */
  readonly before: number;
  readonly met: number;
  readonly excepted: number;
  readonly unknown: number;
  /** Ids of those it put out. */
  readonly out: readonly string[];
  /** How many remain: all but those put out. */
  readonly remaining: number;
}

/**
 * Apply the paper's rules one after the other and count, rule by rule, how many candidates remain.
 *
 * @param candidates  in any order
 * @param options     as for `eligibility`
 * @returns a row a rule, in the order of the paper; a candidate is counted out at the first rule that it fails
 */
export function attrition(candidates: readonly Candidate[], options: EligibilityOptions): readonly AttritionRow[] {
  let left = candidates;
  return ELIGIBILITY_RULES.map(({ name, check }) => {
    const checked = left.map((candidate) => ({ candidate, outcome: check(candidate, options).outcome }));
    const count = (wanted: string) => checked.filter(({ outcome }) => outcome === wanted).length;
    const kept = checked.filter(({ outcome }) => outcome !== "not met").map(({ candidate }) => candidate);
    const row = {
      rule: name,
      before: left.length,
      met: count("met"),
      excepted: count("excepted"),
      unknown: count("unknown"),
      out: checked.filter(({ outcome }) => outcome === "not met").map(({ candidate }) => candidate.id),
      remaining: kept.length,
    };
    left = kept;
    return row;
  });
}
