import { daysBetween } from "../corpus/calendar-day";
import { CRISES, type Crisis, type CrisisEvent } from "../load/load-events";

/** A crisis inside the study's window, with the quiet on both sides. */
export interface QuietDays {
  readonly crisis: Crisis;
  /** First and last day of the crisis. */
  readonly from: string;
  readonly until: string;
  /** Its length in days, both ends counted. */
  readonly days: number;
  /** Days since the crisis before, or since the window opened. */
  readonly quietBefore: number;
  /** Days to the crisis after, or to the end of the window. */
  readonly quietAfter: number;
  /** Whether the whole crisis lies in the window. */
  readonly isInWindow: boolean;
}

/**
 * Count the days of each crisis and the quiet days before and after it.
 *
 * Quiet means between the events marked `end` and `start`, nothing more: other things happened on these days,
 * among them a presidential election and a second wave of COVID.
 *
 * @param events  as `loadEvents` gives them, with one start and one end for each crisis and for the study
 * @returns crises in order of time
 * @throws Error if a start or an end is missing, or if two crises overlap
 */
export function quietDays(events: readonly CrisisEvent[]): QuietDays[] {
  const spanOf = (crisis: CrisisEvent["crisis"]) => {
    const [start, end] = (["start", "end"] as const).map((role) => {
      const event = events.find((other) => other.crisis === crisis && other.role === role);
      if (event !== undefined) return event;
      throw new Error(`quietDays needs one ${role} of ${crisis}, found none; mark it in data/events.csv`);
    }) as [CrisisEvent, CrisisEvent];
    return { from: start.from, until: end.until };
  };
  const study = spanOf("study");
  const crises = CRISES.map((crisis) => ({ crisis, ...spanOf(crisis) })).sort((a, b) => (a.from < b.from ? -1 : 1));
  return crises.map(({ crisis, from, until }, i) => {
    const previous = crises[i - 1]?.until;
    const next = crises[i + 1]?.from;
    if (next !== undefined && next <= until) {
      throw new Error(
        `quietDays needs crises apart, found one from ${next} and one until ${until}; correct data/events.csv`,
      );
    }
    return {
      crisis,
      from,
      until,
      days: daysBetween(from, until) + 1,
      quietBefore: Math.max(
        0,
        previous === undefined ? daysBetween(study.from, from) : daysBetween(previous, from) - 1,
      ),
      quietAfter: Math.max(
        0,
        next === undefined ? daysBetween(until, study.until) : daysBetween(until, next) - 1,
      ),
      isInWindow: study.from <= from && until <= study.until,
    };
  });
}
