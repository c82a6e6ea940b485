/** Whether a series rises or falls. */
export interface Trend {
  /** Pairs in which the later value is larger, less pairs in which it is smaller. */
  readonly s: number;
  /** Kendall's tau-a: `s` over all pairs, from -1 to 1. */
  readonly tau: number;
  /** Standard normal deviate of `s` with the correction for continuity; ties make its variance smaller. */
  readonly z: number;
}

/**
 * Test a series for a trend without a shape (Mann and Kendall's test, normal approximation).
 *
 * It asks only which of two values is larger, so that one month of much talk weighs no more than any other.
 *
 * @param values  in order of time, at least 4
 * @returns s, tau and z; z above 2.33 is a rise that chance brings once in a hundred series without one
 * @throws RangeError if there are fewer than four values
 * @see Mann, H. B. (1945). Nonparametric tests against trend. Econometrica 13(3), 245-259.
 *
 * @example
 * mannKendall([1, 2, 3, 4]).tau; // 1
 * mannKendall([2, 1, 4, 3]).s; // 2
 */
export function mannKendall(values: readonly number[]): Trend {
  const n = values.length;
  if (n < 4) throw new RangeError(`mannKendall: needs at least four values, found ${n}`);
  let s = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) s += Math.sign((values[i] as number) - (values[j] as number));
  const ties = new Map<number, number>();
  for (const value of values) ties.set(value, (ties.get(value) ?? 0) + 1);
  const spread = (size: number): number => size * (size - 1) * (2 * size + 5);
  const variance = [...ties.values()].reduce((sum, size) => sum - spread(size), spread(n)) / 18;
  return {
    s,
    tau: s / ((n * (n - 1)) / 2),
    z: variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance),
  };
}
