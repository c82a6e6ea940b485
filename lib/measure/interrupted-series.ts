import { daysBetween } from "../corpus/calendar-day";
import type { BurstWindow } from "./burst-test";
import { type DailySeries, placesOf } from "./daily-series";
import { type CountRow, quasiPoisson } from "./quasi-poisson";
import { expectedByWeekday } from "./expected-by-weekday";

/** How a series changes at an event: at once, and from week to week after it. */
export interface InterruptedSeries {
  /** How many times the level of before the series jumps to on the first day, with its 95% interval. */
  readonly level: RatioInterval;
  /** By what the rate is multiplied each week after the event, over and above the trend of before. */
  readonly slope: RatioInterval;
  /** By what the rate was multiplied each week before the event. */
  readonly trend: RatioInterval;
  /** Pearson's chi-squared over degrees of freedom: 1 for Poisson counts. */
  readonly dispersion: number;
  /** Days used before the event and from it on. */
  readonly before: number;
  readonly after: number;
}

/** A ratio with its 95% interval. */
export interface RatioInterval {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

/** Longest stretch before the event that the trend is taken from, days. */
const LONGEST_BEFORE = 112;
/** Fewest days before and after. */
const FEWEST = 14;
const Z = 1.959963984540054;

/**
 * Fit a segmented regression at an event: trend before, jump of level, change of slope after.
 *
 * A quasi-Poisson regression of daily counts, with the posts of the day times the factor of its weekday
 * as exposure, over the quiet days of the sixteen weeks before the event and all days of the stretch.
 * Errors are robust to autocorrelation (Newey and West), and never below those of quasi-Poisson.
 *
 * @param window  `from` is the event
 * @returns null where there are fewer than 14 days with posts on either side, or no hit on one of them
 * @see Wagner, A. K. et al. (2002). Segmented regression analysis of interrupted time series studies.
 *   Journal of Clinical Pharmacy and Therapeutics 27(4), 299-309.
 */
export function interruptedSeries(series: DailySeries, window: BurstWindow): InterruptedSeries | null {
  const { days, hits } = series;
  const [start, end] = placesOf(days, window.from, window.until);
  const isQuiet = (i: number): boolean => (i < start || i >= end) && window.isQuiet(days[i] as string);
  const exposure = expectedByWeekday(series, isQuiet);
  const rows: CountRow[] = [];
  for (let i = Math.max(0, start - LONGEST_BEFORE); i < end; i++) {
    if (!((exposure[i] as number) > 0) || (i < start && !isQuiet(i))) continue;
    const week = daysBetween(window.from, days[i] as string) / 7;
    rows.push({
      count: hits[i] as number,
      exposure: exposure[i] as number,
      x: [week, Number(i >= start), i >= start ? week : 0],
    });
  }
  const [before, after] = [rows.filter(({ x }) => x[1] === 0), rows.filter(({ x }) => x[1] === 1)];
  const isThin = (part: readonly CountRow[]): boolean =>
    part.length < FEWEST || part.every(({ count }) => count === 0);
  if (isThin(before) || isThin(after)) return null;
  const { coefficients, robust, quasi, dispersion } = quasiPoisson(rows);
  const interval = (i: number): RatioInterval => {
    const [value, error] = [coefficients[i] as number, Math.max(robust[i] as number, quasi[i] as number)];
    return {
      ratio: Math.exp(value),
      low: Math.exp(value - Z * error),
      high: Math.exp(value + Z * error),
    };
  };
  return {
    trend: interval(1),
    level: interval(2),
    slope: interval(3),
    dispersion,
    before: before.length,
    after: after.length,
  };
}
