import { addDays, daysBetween } from "../corpus/calendar-day";
import type { BurstWindow } from "./burst-test";
import { type DailySeries, placesOf, totalOf } from "./daily-series";

/** What the same measure says at the event and at days on which nothing is known to have happened. */
export interface PlaceboDates {
  /** Value at the event; null where the series does not reach it. */
  readonly observed: number | null;
  /** First day of each quiet stretch of the same length, with its value. */
  readonly placebos: readonly { readonly day: string; readonly value: number }[];
  /** Share of the dates with a value as large, the event counted in. */
  readonly p: number;
  /** Quiet stretches of that length that do not overlap: how much the p rests on. */
  readonly apart: number;
}

/** A number taken from a stretch of a series; the larger, the more of a burst. */
export type StretchMeasure = (series: DailySeries, start: number, end: number) => number;

/** Share of posts that are counted, in percent: the plainest measure of a stretch. */
export const sharePercent: StretchMeasure = (series, start, end) => {
  const { hits, of } = totalOf(series, start, end);
  return of === 0 ? 0 : (100 * hits) / of;
};

/**
 * Measure the stretch after an event, and all quiet stretches of the same length as if the event had been
 * there.
 *
 * If the value at the event is not among the largest, the date explains nothing. The stretches overlap,
 * so that their number is no sample size: `apart` is.
 *
 * @param measure  default {@link sharePercent}
 * @returns placebo dates in order; p is 1 where there is none; no date at all where the stretch lies
 *   outside the series, as a crisis does that a reader's study has not
 * @see Abadie, A. and Gardeazabal, J. (2003). The economic costs of conflict. American Economic Review
 *   93(1), 113-132, on placebo studies.
 */
export function placeboDates(
  series: DailySeries,
  window: BurstWindow,
  measure: StretchMeasure = sharePercent,
): PlaceboDates {
  const { days } = series;
  const [start, end] = placesOf(days, window.from, window.until);
  const length = end - start;
  if (length === 0) return { observed: null, placebos: [], p: 1, apart: 0 };
  const isQuiet = days.map((day, i) => (i < start || i >= end) && window.isQuiet(day));
  const placebos: { day: string; value: number }[] = [];
  let quietRun = 0;
  days.forEach((day, i) => {
    quietRun = isQuiet[i] ? quietRun + 1 : 0;
    if (quietRun < length) return;
    placebos.push({ day: addDays(day, 1 - length), value: measure(series, i + 1 - length, i + 1) });
  });
  const observed = measure(series, start, end);
  const asLarge = placebos.filter(({ value }) => value >= observed).length;
  return {
    observed,
    placebos,
    p: (1 + asLarge) / (1 + placebos.length),
    apart: countApart(placebos, length),
  };
}

/**
 * Whether the event stands out among the placebo dates at a level.
 *
 * @returns "too few dates" where no date has as much, and there are too few of them to say so: at 5% nineteen are
 *   needed
 * @example
 * const [observed, apart] = [9, 1];
 * standsAmongDates({ observed, apart, p: 1 / 4, placebos: [1, 2, 3].map((value) => ({ day: "", value })) }, 0.05); // "too few dates"
 */
export function standsAmongDates(
  { observed, placebos, p }: PlaceboDates,
  level: number,
): boolean | "too few dates" {
  if (p <= level) return true;
  const isLargest = observed !== null && placebos.every(({ value }) => value < observed);
  return isLargest && 1 / (1 + placebos.length) > level ? "too few dates" : false;
}

function countApart(placebos: readonly { readonly day: string }[], length: number): number {
  let count = 0;
  let last: string | null = null;
  for (const { day } of placebos) {
    if (last !== null && daysBetween(last, day) < length) continue;
    count++;
    last = day;
  }
  return count;
}
