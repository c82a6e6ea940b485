import { addDays } from "../corpus/calendar-day";
import { type DailySeries, placesOf, totalOf } from "./daily-series";

/** When a burst began, when it was highest, and how fast it went. */
export interface BurstCourse {
  /** Most likely first day of the higher share. */
  readonly onset: string;
  /** First and last day that the series does not speak against as onset (95% by likelihood, for Poisson counts). */
  readonly earliest: string;
  readonly latest: string;
  /** Middle of the seven days with the highest share. */
  readonly peak: string;
  /** That share. */
  readonly peakShare: number;
  /** Share on quiet days, from which the excess is counted. */
  readonly quietShare: number;
  /**
   * Days from the peak until half of the excess over the quiet share is gone; null where it is not gone
   * within the series.
   */
  readonly halfLife: number | null;
}

/** Days before an event in which an onset is looked for, and days after it. */
const LOOK_BACK = 28;
const LOOK_AHEAD = 14;
/**
 * Fall of the log-likelihood within which a day is not spoken against: half of 7.35, where the distribution of
 * a likelihood ratio at a change-point, (1 - exp(-x / 2))², reaches 95%. It is wider than the usual half of
 * 3.84, since likelihood does not fall in a parabola from one day to the next.
 */
const WITHIN = 3.676;

/**
 * Follow a burst around an event: onset, peak, half-life.
 *
 * The onset is the day that best divides the days around the event into a lower rate and a higher one
 * (largest likelihood of two Poisson rates). It may lie before the event: then the event cannot have set
 * off what came. Days without posts say nothing. The peak is of a seven-day mean, so that one loud day is
 * none; the half-life runs from there until the mean has lost half of its excess.
 *
 * @param event       day around which to look, from 28 days before to 13 after
 * @param quietShare  share on quiet days, from 0 up
 * @returns null where the days around the event hold no rise
 * @see Worsley, K. J. (1986). Confidence regions and tests for a change-point in a sequence of
 *   exponential family random variables. Biometrika 73(1), 91-104.
 * @see Hansen, B. E. (2000). Sample splitting and threshold estimation. Econometrica 68(3), 575-603, table I, on
 *   the interval.
 */
export function burstCourse(series: DailySeries, event: string, quietShare: number): BurstCourse | null {
  const { days } = series;
  const [start, end] = placesOf(days, addDays(event, -LOOK_BACK), addDays(event, LOOK_AHEAD - 1));
  const split = splitDay(series, start, end);
  if (split === null) return null;
  const shares = days.map((_, i) => sevenDayShare(series, i));
  const [first, last] = placesOf(days, days[split.at] as string, addDays(event, 2 * LOOK_BACK));
  let peak = first;
  for (let i = first; i < last; i++) if ((shares[i] ?? 0) > (shares[peak] ?? 0)) peak = i;
  const peakShare = shares[peak] ?? 0;
  const half = quietShare + (peakShare - quietShare) / 2;
  const gone = shares.findIndex((share, i) => i > peak && share !== null && share <= half);
  const dayAt = (i: number): string => days[i] as string;
  return {
    onset: dayAt(split.at),
    earliest: dayAt(split.earliest),
    latest: dayAt(split.latest),
    peak: dayAt(peak),
    peakShare,
    quietShare,
    halfLife: gone < 0 ? null : gone - peak,
  };
}

/** Place that best divides a range into a lower share and a higher one. */
function splitDay(series: DailySeries, start: number, end: number) {
  const values: { place: number; fit: number }[] = [];
  for (let place = start + 1; place < end; place++) {
    const [early, late] = [totalOf(series, start, place), totalOf(series, place, end)];
    if (early.of === 0 || late.of === 0 || (series.of[place] as number) === 0) continue;
    if (late.hits / late.of > early.hits / early.of)
      values.push({ place, fit: likelihood(early) + likelihood(late) });
  }
  const [first] = values;
  if (first === undefined) return null;
  const best = values.reduce((most, each) => (each.fit > most.fit ? each : most), first);
  const possible = values.filter(({ fit }) => fit >= best.fit - WITHIN).map(({ place }) => place);
  return { at: best.place, earliest: possible[0] as number, latest: possible.at(-1) as number };
}

/** Log-likelihood of a part with a rate of its own, up to what is the same for every division. */
function likelihood({ hits, of }: { hits: number; of: number }): number {
  return hits === 0 ? 0 : hits * Math.log(hits / of);
}

/** Share over the day and three on each side; null where they hold no post. */
function sevenDayShare(series: DailySeries, place: number): number | null {
  const sum = totalOf(series, Math.max(0, place - 3), Math.min(series.days.length, place + 4));
  return sum.of === 0 ? null : sum.hits / sum.of;
}
