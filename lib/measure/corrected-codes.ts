import type { CodeShare } from "./code-shares";
import { correctPrevalence } from "./correct-prevalence";
import type { CodeScore } from "./score-coding";

/** The share of a code as counted, and corrected for the classifier's errors. */
export interface CorrectedCode {
  readonly code: string;
  readonly name: string;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly counted: number | null;
  /** Null where the errors are not known, or nothing can be corrected. */
  readonly corrected: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Correct the share of each code for what the classifier misses and gives wrongly.
 *
 * @param shares  as counted in the corpus
 * @param scores  of the same codes, on documents whose codes are known
 */
export function correctedCodes(shares: readonly CodeShare[], scores: readonly CodeScore[]): CorrectedCode[] {
  return shares.map(({ code, name, hits, of, share }) => {
    const score = scores.find((row) => row.code === code);
    const isKnown =
      score !== undefined && score.support > 0 && score.trueNegatives + score.falsePositives > 0 && of > 0;
    const fixed = isKnown
      ? correctPrevalence(hits, of, {
          positives: score.support,
          truePositives: score.truePositives,
          negatives: score.trueNegatives + score.falsePositives,
          trueNegatives: score.trueNegatives,
        })
      : null;
    return {
      code,
      name,
      precision: score?.precision?.value ?? null,
      recall: score?.recall?.value ?? null,
      counted: share,
      corrected: fixed?.corrected ?? null,
      low: fixed?.interval?.[0] ?? null,
      high: fixed?.interval?.[1] ?? null,
    };
  });
}
