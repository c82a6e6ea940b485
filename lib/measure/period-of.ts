import { dayOf } from "../corpus/calendar-day";
import { openStudy, type Study } from "../corpus/study";

/** Routine time, or a crisis with its aftermath; null outside the study's window. */
export type Period = "quiet" | "crisis" | null;

/**
 * Tell for moments whether they lie in routine time or in one of the study's crises with its aftermath.
 *
 * Routine means nothing more than outside these spans; in the paper's window an election and a second wave of
 * COVID fall on it.
 *
 * @param moments  instants; a day is a day of UTC
 * @param study    whose quiet days are meant; default the paper's
 * @example
 * const days = ["2020-06-30", "2020-07-01", "2019-12-31"].map((day) => new Date(day));
 * periodOf(days); // ["quiet", "crisis", null]
 */
export function periodOf(moments: readonly Date[], study: Study = openStudy()): Period[] {
  const known = new Map<string, Period>();
  return moments.map((moment) => {
    const day = dayOf(moment);
    const before = known.get(day);
    if (before !== undefined) return before;
    const isInside = day >= study.from && day <= study.until;
    const period = study.isQuiet(day) ? "quiet" : isInside ? "crisis" : null;
    known.set(day, period);
    return period;
  });
}
