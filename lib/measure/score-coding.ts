import type { Coding } from "../classify/coding";
import { wilsonInterval } from "./wilson-interval";

/** A share with its interval; null where there is nothing to take a share of. */
export interface Score {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How well one code was given. */
export interface CodeScore {
  readonly code: string;
  readonly name: string;
  /** Documents that have the code in truth. */
  readonly support: number;
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
  /** Share of the documents given the code that have it. */
  readonly precision: Score | null;
  /** Share of the documents that have the code to which it was given. */
  readonly recall: Score | null;
  readonly f1: Score | null;
}

/**
 * Compare a coding with the truth, code by code.
 *
 * Precision and recall have Wilson's intervals. F1 is a function of true positives over all that are
 * positive in either (F1 = 2 J / (1 + J)), and J is a share: its interval is Wilson's of J, put through the
 * same function. They take documents as drawn one by one, and are too narrow where texts repeat one
 * another.
 *
 * @param truth      codes that a document has in truth
 * @param documents  numbers of the documents to compare
 * @returns a row a code, in the codebook's order
 * @see Hand, D. J., Christen, P. and Kirielle, N. (2021). F*: an interpretable transformation of the
 *   F-measure. Machine Learning 110, 451-456.
 */
export function scoreCoding(
  coding: Coding,
  truth: (document: number) => readonly string[],
  documents: readonly number[],
): CodeScore[] {
  const counts = coding.codes.map(() => ({ both: 0, given: 0, had: 0 }));
  for (const document of documents) {
    const had = truth(document);
    const bits = coding.bits[document] as number;
    counts.forEach((count, i) => {
      const isGiven = (bits & (2 ** i)) !== 0;
      const isHad = had.includes(coding.codes[i] as string);
      count.given += Number(isGiven);
      count.had += Number(isHad);
      count.both += Number(isGiven && isHad);
    });
  }
  return counts.map(({ both, given, had }, i) => {
    const either = given + had - both;
    const jaccard = share(both, either);
    return {
      code: coding.codes[i] as string,
      name: coding.names[i] as string,
      support: had,
      truePositives: both,
      falsePositives: given - both,
      falseNegatives: had - both,
      trueNegatives: documents.length - either,
      precision: share(both, given),
      recall: share(both, had),
      f1: jaccard && { value: toF1(jaccard.value), low: toF1(jaccard.low), high: toF1(jaccard.high) },
    };
  });
}

/**
 * Mean of the F1 of all codes that occur in truth, each weighing the same, one never given as 0; null where
 * none occurs.
 *
 * @example
 * macroF1([{ support: 2, f1: { value: 0.5 } }, { support: 1, f1: null }, { support: 0, f1: null }]); // 0.25
 */
export function macroF1(scores: readonly CodeScore[]): number | null {
  const known = scores.filter(({ support }) => support > 0).map(({ f1 }) => f1?.value ?? 0);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

function share(hits: number, of: number): Score | null {
  if (of === 0) return null;
  const [low, high] = wilsonInterval(hits, of);
  return { value: hits / of, low, high };
}

function toF1(jaccard: number): number {
  return (2 * jaccard) / (1 + jaccard);
}
