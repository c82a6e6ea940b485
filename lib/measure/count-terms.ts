import type { TokenIndex } from "../corpus/token-index";
import type { TypeGroups } from "../corpus/group-types";
import { compareCodePoints } from "../text/compare-code-points";

/** How often each term occurs, and in how many documents. */
export interface TermCounts {
  /** Tokens of each term. */
  readonly tokens: Float64Array;
  /** Documents that hold the term at least once. */
  readonly documents: Float64Array;
  /** Sum of `tokens`: what percentages are taken of. */
  readonly total: number;
  /** Documents counted, those without any term too. */
  readonly documentTotal: number;
}

/**
 * Count tokens and documents of every term.
 *
 * @param documents  numbers of the documents to count, each once; default all
 * @throws RangeError if a document is not in the index
 */
export function countTerms(index: TokenIndex, groups: TypeGroups, documents?: ArrayLike<number>): TermCounts {
  const size = groups.labels.length;
  const tokens = new Float64Array(size);
  const inDocuments = new Float64Array(size);
  const lastSeen = new Int32Array(size).fill(-1);
  const { groupOf } = groups;
  const { documentStarts } = index;
  const types = index.tokens;
  const documentTotal = documents?.length ?? index.documentCount;
  let total = 0;
  for (let i = 0; i < documentTotal; i++) {
    const document = documents === undefined ? i : (documents[i] as number);
    if (!(document >= 0 && document < index.documentCount)) {
      throw new RangeError(`countTerms: needs documents from 0 to ${index.documentCount - 1}, found ${document}`);
    }
    const end = documentStarts[document + 1] as number;
    for (let at = documentStarts[document] as number; at < end; at++) {
      const term = groupOf[types[at] as number] as number;
      if (term >= 0) {
        total++;
        (tokens[term] as number)++;
        if (lastSeen[term] !== i) {
          lastSeen[term] = i;
          (inDocuments[term] as number)++;
        }
      }
    }
  }
  return { tokens, documents: inDocuments, total, documentTotal };
}

/** Number of tokens of every term in all documents: the quickest count, without documents. */
export function countTokens(index: TokenIndex, groups: TypeGroups): Float64Array {
  const tokens = new Float64Array(groups.labels.length);
  const counts = index.counts();
  for (let type = 0; type < counts.length; type++) {
    const term = groups.groupOf[type] as number;
    if (term >= 0) {
      tokens[term] = (tokens[term] as number) + (counts[type] as number);
    }
  }
  return tokens;
}

/**
 * Numbers of the terms that head a table: more first, ties by code point, those that do not occur left out.
 *
 * @param nameOf  is asked for the names of terms that may come into the table only
 */
export function topTerms(counts: ArrayLike<number>, nameOf: (term: number) => string, top: number): number[] {
  const values: number[] = [];
  for (let term = 0; term < counts.length; term++) {
    if ((counts[term] as number) > 0) {
      values.push(counts[term] as number);
    }
  }
  const least = Float64Array.from(values).sort()[Math.max(0, values.length - top)] ?? 0;
  const terms: number[] = [];
  for (let term = 0; term < counts.length; term++) {
    if ((counts[term] as number) >= least && (counts[term] as number) > 0) {
      terms.push(term);
    }
  }
  const ordered = terms.sort(
    (a, b) => (counts[b] as number) - (counts[a] as number) || compareCodePoints(nameOf(a), nameOf(b)),
  );
  return ordered.slice(0, top);
}
