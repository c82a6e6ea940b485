import { weekdayOf } from "../corpus/calendar-day";
import type { DailySeries } from "./daily-series";

/** Fewest days of each weekday from which a cycle is taken. */
const FEWEST = 4;

/**
 * What a day's count should be if only the posts of the day and its weekday mattered.
 *
 * The expectation is posts × share of the whole series × factor of the weekday. A factor is the share of
 * that weekday over the share of all days, both taken without the busiest tenth of the weekday's days, so
 * that one burst does not make all Sundays political. A weekday with fewer than four days that have
 * posts, or without any hit, keeps the factor 1.
 *
 * @param isKept  days that the shares are taken from; all, by default
 * @returns expected counts, one a day of the series, 0 on a silent day
 *
 * @example
 * const series = { days: ["2020-10-05", "2020-10-06", "2020-10-07"], hits: [1, 2, 0], of: [10, 20, 0] };
 * [...expectedByWeekday(series)]; // [1, 2, 0]
 */
export function expectedByWeekday(
  series: DailySeries,
  isKept: (place: number) => boolean = () => true,
): Float64Array {
  const { days, hits, of } = series;
  const places = days.flatMap((_, i) => (isKept(i) && (of[i] as number) > 0 ? [i] : []));
  const level = shareOf(places, hits, of);
  const whole = trimmedShare(places, hits, of);
  const weekdays = days.map(weekdayOf);
  const factors = Array.from({ length: 7 }, (_, weekday) => {
    const own = places.filter((i) => weekdays[i] === weekday);
    const share = own.length < FEWEST ? 0 : trimmedShare(own, hits, of);
    return share > 0 && whole > 0 ? share / whole : 1;
  });
  return Float64Array.from(
    days,
    (_, i) => (of[i] as number) * level * (factors[weekdays[i] as number] as number),
  );
}

/** Share of hits over some days, without the tenth of the days that have the highest shares. */
function trimmedShare(places: readonly number[], hits: ArrayLike<number>, of: ArrayLike<number>): number {
  const share = (i: number) => (hits[i] as number) / (of[i] as number);
  const kept = [...places]
    .sort((a, b) => share(a) - share(b) || a - b)
    .slice(0, Math.ceil(0.9 * places.length));
  return shareOf(kept, hits, of);
}

function shareOf(places: readonly number[], hits: ArrayLike<number>, of: ArrayLike<number>): number {
  let [sum, posts] = [0, 0];
  for (const i of places) {
    sum += hits[i] as number;
    posts += of[i] as number;
  }
  return posts === 0 ? 0 : sum / posts;
}
