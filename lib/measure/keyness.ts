/** How much more, or less, often a word stands in one set of texts than in another. */
export interface Keyness {
  /** Four-cell log-likelihood ratio G², 0 and above. */
  readonly g2: number;
  /** 1: more often in the target; -1: less often; 0: equally often. */
  readonly sign: -1 | 0 | 1;
  /** Chance of a G² this large were the word equally frequent (chi-squared, one degree of freedom). */
  readonly p: number;
  /** Binary log of the ratio of the relative frequencies: 1 is twice as often. A count of 0 is taken as 0.5. */
  readonly logRatio: number;
  /** G² - ln N: above 2 is positive evidence of a difference, above 10 very strong; below 0 against one. */
  readonly bic: number;
}

/**
 * Compare how often a word stands in a target and in a reference (keyness).
 *
 * G² is taken over all four cells (word and other words, target and reference), as quanteda does; Rayson's
 * calculator takes two cells (`rayson`), which is nearly the same for rare words. Tokens of one post come
 * together, so p is too small for words that a few posts repeat: `keyWords` permutes whole posts.
 *
 * @param count           occurrences in the target, from 0 to `total`
 * @param total           tokens of the target, from 1 up
 * @param referenceCount  occurrences in the reference, from 0 to `referenceTotal`
 * @param referenceTotal  tokens of the reference, from 1 up
 * @throws RangeError if a total is 0, or a count is not from 0 to its total
 * @see Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational
 *   Linguistics 19(1), 61-74.
 * @see Hardie, A. (2014). Log ratio: an informal introduction. CASS, Lancaster University.
 *
 * @example
 * keyness(6, 10000, 2, 10000).sign; // 1
 * keyness(4, 100, 2, 100).logRatio; // 1
 */
export function keyness(count: number, total: number, referenceCount: number, referenceTotal: number): Keyness {
  check(count, total, referenceCount, referenceTotal);
  const all = total + referenceTotal;
  const both = count + referenceCount;
  const cells = [
    [count, both * total],
    [referenceCount, both * referenceTotal],
    [total - count, (all - both) * total],
    [referenceTotal - referenceCount, (all - both) * referenceTotal],
  ] as const;
  let sum = 0;
  for (const [observed, product] of cells) {
    sum += observed === 0 ? 0 : observed * Math.log((observed * all) / product);
  }
  // Rounding may take equal frequencies a hair below 0.
  const g2 = Math.max(0, 2 * sum);
  const difference = count * referenceTotal - referenceCount * total;
  const ratio = ((count || 0.5) / total) / ((referenceCount || 0.5) / referenceTotal);
  return {
    g2,
    sign: difference > 0 ? 1 : difference < 0 ? -1 : 0,
    p: chiSquaredP(g2),
    logRatio: both === 0 ? 0 : Math.log2(ratio),
    bic: g2 - Math.log(all),
  };
}

/**
 * Log-likelihood as Rayson's calculator prints it: over the two cells of the word alone.
 *
 * @throws RangeError as `keyness`
 */
export function rayson(count: number, total: number, referenceCount: number, referenceTotal: number): number {
  check(count, total, referenceCount, referenceTotal);
  const rate = (count + referenceCount) / (total + referenceTotal);
  const part = (observed: number, size: number): number =>
    observed === 0 ? 0 : observed * Math.log(observed / (rate * size));
  return Math.max(0, 2 * (part(count, total) + part(referenceCount, referenceTotal)));
}

/**
 * Chance of a chi-squared value with one degree of freedom this large or larger.
 *
 * @param value  0 or above
 *
 * @example
 * Math.round(chiSquaredP(3.841458820694124) * 1e9) / 1e9; // 0.05
 */
export function chiSquaredP(value: number): number {
  const x = Math.sqrt(value / 2);
  if (x < 2) {
    // erf by its series, whose terms all have one sign.
    let term = x;
    let sum = x;
    for (let n = 1; term > sum * 1e-17; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - ((2 * Math.exp(-x * x)) / Math.sqrt(Math.PI)) * sum;
  }
  // erfc by its continued fraction: exact also where p is tiny.
  let fraction = 0;
  for (let n = 120; n > 0; n--) {
    fraction = n / 2 / (x + fraction);
  }
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}

function check(count: number, total: number, referenceCount: number, referenceTotal: number): void {
  if (!(total > 0) || !(referenceTotal > 0)) {
    throw new RangeError(`keyness: needs tokens in target and reference, found ${total} and ${referenceTotal}`);
  }
  if (!(count >= 0 && count <= total && referenceCount >= 0 && referenceCount <= referenceTotal)) {
    throw new RangeError(
      `keyness: needs counts from 0 to their totals, found ${count} of ${total} and ${referenceCount} of ` +
        `${referenceTotal}`,
    );
  }
}
