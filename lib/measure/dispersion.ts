/**
 * How unevenly a word is spread over parts of a corpus (Gries's deviation of proportions).
 *
 * Half the sum of the differences between the share of the word that a part holds and the share of the corpus
 * that it is. 0: spread as the parts' sizes ask for; near 1: all in one small part.
 *
 * @param counts  occurrences of the word in each part
 * @param sizes   tokens of each part
 * @returns DP, from 0 to 1 less the share of the smallest part
 * @throws RangeError if the lists differ in length, or the word or the corpus is not there
 * @see Gries, S. Th. (2008). Dispersions and adjusted frequencies in corpora. IJCL 13(4), 403-437.
 *
 * @example
 * griesDp([1, 1, 1, 1], [10, 10, 10, 10]); // 0
 * griesDp([4, 0, 0, 0], [10, 10, 10, 10]); // 0.75
 */
export function griesDp(counts: ArrayLike<number>, sizes: ArrayLike<number>): number {
  const [count, size] = totals("griesDp", counts, sizes);
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    sum += Math.abs((counts[i] as number) / count - (sizes[i] as number) / size);
  }
  return sum / 2;
}

/**
 * How evenly a word is spread over parts of a corpus (Juilland's D, on relative frequencies for parts of unequal size).
 *
 * 1 - V / √(n - 1), where V is the standard deviation of the parts' relative frequencies over their mean. 1:
 * even; 0: all in one part. It nears 1 in many parts whatever the word, so compare it only within one
 * division of a corpus.
 *
 * @param counts  occurrences of the word in each part
 * @param sizes   tokens of each part, each from 1 up
 * @returns D, from 0 to 1
 * @throws RangeError if the lists differ in length, there are fewer than two parts, a part is empty, or the
 *   word is not there
 * @see Juilland, A., Brodin, D., & Davidovitch, C. (1970). Frequency dictionary of French words.
 *
 * @example
 * juillandD([3, 3], [10, 10]); // 1
 * juillandD([6, 0], [10, 10]); // 0
 */
export function juillandD(counts: ArrayLike<number>, sizes: ArrayLike<number>): number {
  totals("juillandD", counts, sizes);
  const n = counts.length;
  if (n < 2) {
    throw new RangeError(`juillandD: needs at least two parts, found ${n}`);
  }
  const rates: number[] = [];
  for (let i = 0; i < n; i++) {
    if (!((sizes[i] as number) > 0)) {
      throw new RangeError(`juillandD: needs at least one token in each part, found ${sizes[i]} in part ${i}`);
    }
    rates.push((counts[i] as number) / (sizes[i] as number));
  }
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / n;
  const variance = rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / n;
  // Rounding may take a word of one part a hair below 0.
  return Math.max(0, 1 - Math.sqrt(variance) / mean / Math.sqrt(n - 1));
}

function totals(name: string, counts: ArrayLike<number>, sizes: ArrayLike<number>): [count: number, size: number] {
  if (counts.length !== sizes.length) {
    throw new RangeError(`${name}: needs a size for each of ${counts.length} counts, found ${sizes.length}`);
  }
  let count = 0;
  let size = 0;
  for (let i = 0; i < counts.length; i++) {
    count += counts[i] as number;
    size += sizes[i] as number;
  }
  if (!(count > 0) || !(size > 0)) {
    throw new RangeError(`${name}: needs a word that occurs in a corpus with tokens, found ${count} of ${size}`);
  }
  return [count, size];
}
