import type { Evidence, Verdict } from "../load/load-claims";

/** What a corpus is: written by our generator with planted effects, or a reader's own exports. */
export type CorpusKind = "teaching" | "reader";

/** What a computation says of a claim. */
export interface Outcome {
  /**
   * Whether the claim is borne out, computed and not written by hand; "too little data" where a corpus cannot
   * say.
   */
  readonly holds: boolean | "too little data";
  /** What a reader must know although the claim holds, a sentence each. */
  readonly remarks?: readonly string[];
  /** Which corpus was read; needed where the evidence is a corpus. */
  readonly corpus?: CorpusKind;
}

/**
 * Find the verdict that an outcome leads to, so that no notebook writes one by hand.
 *
 * Published tables and public figures are the paper's own evidence: it is reproduced, with remarks if there
 * are any, or contradicted. The teaching corpus shows only that a method finds what was planted: recovered or
 * missed. A reader's corpus is a test of its own: supported, not supported, or too little data to say.
 *
 * @param evidence  what the claim can be held against; "none" is never testable
 * @throws RangeError if the outcome does not say what the evidence requires
 *
 * @example
 * verdictOf("table", { holds: true, remarks: ["One community has no country."] }); // "reproduced with remarks"
 * verdictOf("corpus", { holds: false, corpus: "teaching" }); // "missed"
 */
export function verdictOf(evidence: Evidence, { holds, remarks = [], corpus }: Outcome): Verdict {
  if (evidence === "none") return "not testable";
  if (evidence === "corpus") {
    if (corpus === undefined) {
      throw new RangeError(
        'verdictOf: corpus must be "teaching" or "reader" for corpus evidence, found none; pass the kind',
      );
    }
    if (corpus === "teaching") return holds === true ? "recovered" : "missed";
    if (holds === "too little data") return holds;
    return holds ? "supported" : "not supported";
  }
  if (holds === "too little data") {
    throw new RangeError(
      `verdictOf: holds must be true or false for ${evidence} evidence, found "${holds}"; ` +
        "a published table is whole",
    );
  }
  if (!holds) return "contradicted";
  return remarks.length > 0 ? "reproduced with remarks" : "reproduced";
}
