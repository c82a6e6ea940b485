/**
 * Interval for a share of documents (Wilson's score interval).
 *
 * It stays inside 0 and 1 and holds near them, unlike the textbook interval p ± z·√(p(1-p)/n). It takes the
 * documents as drawn one by one; words of one post or community come together, so for tokens use `bootstrapShares`.
 *
 * @param hits  documents that have the thing, a whole number from 0 to `n`
 * @param n     documents, a whole number from 1 up
 * @param z     quantile of the normal distribution; default 95%
 * @returns low and high, from 0 to 1
 * @throws RangeError if `n` is 0 or `hits` is not from 0 to `n`
 * @see Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22, 209-212.
 *
 * @example
 * wilsonInterval(0, 10).map((bound) => Math.round(bound * 10000) / 10000); // [0, 0.2775]
 */
export function wilsonInterval(hits: number, n: number, z = 1.959963984540054): [low: number, high: number] {
  if (!(n >= 1) || !(hits >= 0) || !(hits <= n)) {
    throw new RangeError(`wilsonInterval: needs hits from 0 to n and n from 1 up, found ${hits} of ${n}`);
  }
  const share = hits / n;
  const centre = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return [hits === 0 ? 0 : (centre - half) / scale, hits === n ? 1 : (centre + half) / scale];
}
