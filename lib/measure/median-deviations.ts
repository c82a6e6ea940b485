import { median } from "simple-statistics";

/**
 * Deviation of each value from the median, in robust standard deviations.
 *
 * The spread is the median absolute deviation × 1.4826, which is the standard deviation of a normal
 * distribution and does not grow with a few extreme days. Where more than half of the values are equal it
 * is 0; then the mean absolute deviation × 1.2533 stands in, and where that is 0 too all values are equal
 * and every z is 0.
 *
 * @param kept   places of the values that median and spread are taken from; all, by default
 * @param least  least spread, where one is known; 0 by default
 * @see Iglewicz, B. and Hoaglin, D. (1993). How to detect and handle outliers, on both spreads.
 *
 * @example
 * medianDeviations([1, 2, 3, 4, 100]).map((z) => Math.round(100 * z) / 100); // [-1.35, -0.67, 0, 0.67, 65.43]
 */
export function medianDeviations(
  values: readonly number[],
  kept: readonly number[] = values.map((_, i) => i),
  least = 0,
): number[] {
  if (kept.length === 0) return values.map(() => 0);
  const own = kept.map((i) => values[i] as number);
  const middle = median(own);
  const apart = own.map((value) => Math.abs(value - middle));
  const mad = 1.4826 * median(apart);
  const mean = (1.2533 * apart.reduce((sum, each) => sum + each, 0)) / apart.length;
  const spread = Math.max(least, mad > 0 ? mad : mean);
  return values.map((value) => (spread === 0 ? 0 : (value - middle) / spread));
}
