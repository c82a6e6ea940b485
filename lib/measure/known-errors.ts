import type { KnownErrors } from "./correct-prevalence";

/**
 * Count how a classifier did on documents whose code is known.
 *
 * @param documents  numbers of these documents
 * @param has        whether the classifier gave the code
 * @param had        whether the document has it in truth
 * @example
 * knownErrors([0, 1], (post) => post === 0, () => true).truePositives; // 1
 */
export function knownErrors(
  documents: readonly number[],
  has: (document: number) => boolean,
  had: (document: number) => boolean,
): KnownErrors {
  const positive = documents.filter(had);
  const negative = documents.filter((document) => !had(document));
  return {
    positives: positive.length,
    truePositives: positive.filter(has).length,
    negatives: negative.length,
    trueNegatives: negative.filter((document) => !has(document)).length,
  };
}
