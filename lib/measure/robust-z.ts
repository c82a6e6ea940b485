import { checkCounts, type DailySeries } from "./daily-series";
import { medianDeviations } from "./median-deviations";
import { expectedByWeekday } from "./expected-by-weekday";

/** Deviation from which a day is called unusual. */
export const UNUSUAL = 3.5;
/** Spread of Poisson counts on the scale of square roots. */
const POISSON = 1;

/**
 * How unusual each day is, in robust standard deviations, after the weekday's cycle is taken out.
 *
 * A day's count is held against what its posts and its weekday lead to expect. Both are taken to square
 * roots (Anscombe: 2√(x + 3/8)), so that the spread does not grow with the count; then median and median
 * absolute deviation over the days that have posts. One huge day moves neither, so it stands out alone.
 * The spread is never taken below that of Poisson counts: of a topic that is hardly ever named, one post
 * would be a sensation else.
 *
 * @param isKept  days that expectation and spread are taken from; all, by default
 * @returns a value a day; null on a silent day
 * @throws RangeError for a count below 0
 * @see Iglewicz, B. and Hoaglin, D. (1993). How to detect and handle outliers: from 3.5 a value may be
 *   called one.
 */
export function robustZ(
  series: DailySeries,
  isKept: (place: number) => boolean = () => true,
): (number | null)[] {
  checkCounts("robustZ", series);
  const { hits, of } = series;
  const expected = expectedByWeekday(series, isKept);
  const root = (count: number): number => 2 * Math.sqrt(count + 3 / 8);
  const apart = Array.from(expected, (count, i) => root(hits[i] as number) - root(count));
  const heard = apart.flatMap((_, i) => ((of[i] as number) > 0 ? [i] : []));
  const z = medianDeviations(
    heard.map((i) => apart[i] as number),
    heard.flatMap((i, at) => (isKept(i) ? [at] : [])),
    POISSON,
  );
  const values: (number | null)[] = apart.map(() => null);
  heard.forEach((i, at) => (values[i] = z[at] as number));
  return values;
}
