import type { TokenIndex } from "../corpus/token-index";
import { compareCodePoints } from "../text/compare-code-points";
import { exactForms } from "../corpus/group-types";
import type { TypeGroups } from "../corpus/group-types";
import { keyness } from "./keyness";

/** A word that stands near another, and three measures of whether it does so more often than by chance. */
export interface Collocation {
  readonly term: string;
  /** Occurrences inside the windows. */
  readonly observed: number;
  /** Occurrences that the windows would hold were the word spread evenly. */
  readonly expected: number;
  /** Occurrences in all counted tokens but the node's own. */
  readonly count: number;
  /** Binary log of observed / expected (pointwise mutual information): favours rare words. */
  readonly pmi: number;
  /** G² of windows against the rest, with the sign of the difference: favours frequent words. */
  readonly logLikelihood: number;
  /** (observed - expected) / √observed: above 2 is more than chance. */
  readonly tScore: number;
}

/**
 * List the words that stand near a word.
 *
 * A window is up to `window` tokens on either side, never over a document's end. A token near two occurrences
 * counts once, and the occurrences themselves count neither inside nor outside, so the four cells of G² are
 * counts of distinct tokens.
 *
 * @param node               term, as in `groups.labels`
 * @param options.groups     terms (`groupTypes`); tokens without a term fill a window and are not counted;
 *   default exact forms
 * @param options.window     default 5
 * @param options.minCount   least number of occurrences inside the windows; default 2
 * @param options.sort       default `logLikelihood`
 * @param options.top        rows wanted; default 50
 * @returns rows by the falling measure, ties by code point; none where the node does not occur
 * @throws RangeError if `window` is not a whole number from 1 up
 * @see Evert, S. (2009). Corpora and collocations. In Corpus Linguistics: An International Handbook, 1212-1248.
 */
export function collocations(
  index: TokenIndex,
  node: string,
  options: {
    groups?: TypeGroups;
    window?: number;
    minCount?: number;
    sort?: "pmi" | "logLikelihood" | "tScore";
    top?: number;
  } = {},
): Collocation[] {
  const { groups = exactForms(index), window = 5, minCount = 2, sort = "logLikelihood", top = 50 } = options;
  if (!Number.isInteger(window) || window < 1) {
    throw new RangeError(`collocations: window must be a whole number from 1 up, found ${window}`);
  }
  const { tokens, documentStarts } = index;
  const wanted = groups.labels.indexOf(node);
  const size = groups.labels.length;
  const [inside, all] = [new Float64Array(size), new Float64Array(size)];
  let insideTotal = 0;
  let total = 0;
  for (let document = 0; wanted >= 0 && document < index.documentCount; document++) {
    const end = documentStarts[document + 1] as number;
    let last = Number.NEGATIVE_INFINITY;
    let next = -1;
    for (let at = documentStarts[document] as number; at < end; at++) {
      const term = groups.groupOf[tokens[at] as number] as number;
      if (term === wanted) {
        last = at;
        continue;
      }
      if (term < 0) {
        continue;
      }
      // The nearest occurrence ahead is looked up once and holds until it is passed.
      if (next < at) {
        next = at + 1;
        while (next < end && groups.groupOf[tokens[next] as number] !== wanted) {
          next++;
        }
      }
      total++;
      all[term] = (all[term] as number) + 1;
      if (at - last <= window || (next < end && next - at <= window)) {
        insideTotal++;
        inside[term] = (inside[term] as number) + 1;
      }
    }
  }
  const rows: Collocation[] = [];
  for (let term = 0; term < size; term++) {
    const observed = inside[term] as number;
    if (observed > 0 && observed >= minCount) {
      const count = all[term] as number;
      const expected = (insideTotal * count) / total;
      const outside = total - insideTotal;
      // Where the windows cover everything there is no outside to differ from.
      const { g2, sign } =
        outside > 0 ? keyness(observed, insideTotal, count - observed, outside) : { g2: 0, sign: 0 };
      rows.push({
        term: groups.labels[term] as string,
        observed,
        expected,
        count,
        pmi: Math.log2(observed / expected),
        logLikelihood: sign === 0 ? 0 : sign * g2,
        tScore: (observed - expected) / Math.sqrt(observed),
      });
    }
  }
  return rows.sort((a, b) => b[sort] - a[sort] || compareCodePoints(a.term, b.term)).slice(0, top);
}
