import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Which of two series comes first. */
export interface LeadLag {
  /** Days by which the second series follows the first where they agree most; negative where it leads. */
  readonly lag: number;
  /** Correlation at that lag. */
  readonly correlation: number;
  /** Correlation at each lag from -`most` to `most`. */
  readonly correlations: readonly number[];
  /** Share of shifted series with as high a correlation at any lag. */
  readonly p: number;
}

/**
 * Find the lag at which two daily series agree most, with a test against chance.
 *
 * Pearson's correlation of the days that both have, for each lag up to `most`. A burst in both raises the
 * correlation at every lag, and that alone is no lead: compare `correlations`, and read a lead only from
 * a lag whose correlation is clearly the highest. The p shifts the second series in a circle, which keeps
 * its rhythm, and takes the highest of all lags each time.
 *
 * @param first, second  values a day, of one length; null on a day that says nothing, which is left out of pairs
 * @param options.most   largest lag, days; default 7
 * @throws RangeError if the lengths differ, or the series are not at least four times as long as the
 *   largest lag
 */
export function leadLag(
  first: ArrayLike<number | null>,
  second: ArrayLike<number | null>,
  options: { readonly seed: number; readonly most?: number; readonly draws?: number },
): LeadLag {
  const { most = 7, draws = 199, seed } = options;
  const n = first.length;
  if (second.length !== n || n < 4 * most) {
    throw new RangeError(
      `leadLag: two series of one length, at least ${4 * most}, are needed, found ${n} and ${second.length}`,
    );
  }
  const correlationsAt = (shift: number): number[] =>
    Array.from({ length: 2 * most + 1 }, (_, i) => correlation(first, second, i - most, shift));
  const correlations = correlationsAt(0);
  const best = Math.max(...correlations);
  const random = xoroshiro128plus(seed);
  let asHigh = 0;
  for (let draw = 0; draw < draws; draw++) {
    // Shorter shifts would meet the same agreement at another lag.
    const shift = uniformInt(random, most + 1, n - most - 1);
    asHigh += Number(Math.max(...correlationsAt(shift)) >= best - 1e-12);
  }
  return {
    lag: correlations.indexOf(best) - most,
    correlation: best,
    correlations,
    p: (1 + asHigh) / (1 + draws),
  };
}

/**
 * Pearson's correlation of a[t] with b[t + lag], b shifted in a circle first; 0 where one of them does
 * not vary.
 */
function correlation(
  a: ArrayLike<number | null>,
  b: ArrayLike<number | null>,
  lag: number,
  shift: number,
): number {
  const n = a.length;
  const [from, to] = [Math.max(0, -lag), Math.min(n, n - lag)];
  let [m, sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0, 0];
  for (let t = from; t < to; t++) {
    const [x, y] = [a[t] as number | null, b[(t + lag + shift) % n] as number | null];
    if (x === null || y === null) continue;
    m++;
    sumA += x;
    sumB += y;
    sumAA += x * x;
    sumBB += y * y;
    sumAB += x * y;
  }
  if (m < 3) return 0;
  const spread = (sumAA - (sumA * sumA) / m) * (sumBB - (sumB * sumB) / m);
  return spread <= 1e-12 ? 0 : (sumAB - (sumA * sumB) / m) / Math.sqrt(spread);
}
