import { burstCourse } from "./burst-course";
import type { BurstWindow } from "./burst-test";
import { type DailySeries, pickDays, placesOf } from "./daily-series";
import { interruptedSeries } from "./interrupted-series";
import { findBursts } from "./kleinberg";
import { robustZ, UNUSUAL } from "./robust-z";
import { sayNumber } from "./say-burst";

/** What one method says of a series around an event. */
export interface MethodSays {
  readonly method: string;
  /** First day of the burst by this method; null where it finds none, or gives no day. */
  readonly from: string | null;
  readonly says: string;
}

/**
 * Ask four methods when a burst began and how strong it is, side by side.
 *
 * They see different things: the automaton stretches of twice the share, the deviation single days, the
 * change-point one division of the weeks around the event, the regression a jump against the trend
 * before. Where they disagree, the burst is not as plain as any of them says. Days of other crises and
 * their aftermath are left out, except by the change-point, which looks at the event's own weeks alone.
 */
export function burstMethods(series: DailySeries, window: BurstWindow): MethodSays[] {
  const { from, until } = window;
  const own = pickDays(series, (day) => (day >= from && day <= until) || window.isQuiet(day));
  const places = own.days.flatMap((day, i) => (day >= from && day <= until ? [i] : []));
  const { bursts } = findBursts(own.hits, own.of);
  const inside = bursts.filter(({ start, end }) => places.some((i) => start <= i && i <= end));
  const burstDays = places.filter((i) => inside.some(({ start, end }) => start <= i && i <= end)).length;

  const z = robustZ(own, (i) => window.isQuiet(own.days[i] as string));
  const unusual = places.filter((i) => (z[i] ?? 0) >= UNUSUAL);
  const highest = places.reduce((most, i) => Math.max(most, z[i] ?? -Infinity), -Infinity);

  const [start, end] = placesOf(series.days, from, until);
  const quiet = own.days.reduce(
    (sum, day, i) =>
      window.isQuiet(day)
        ? { hits: sum.hits + (own.hits[i] as number), of: sum.of + (own.of[i] as number) }
        : sum,
    { hits: 0, of: 0 },
  );
  const course = end > start && quiet.of > 0 ? burstCourse(series, from, quiet.hits / quiet.of) : null;
  const jump = interruptedSeries(series, window);
  const dayAt = (place: number | undefined): string | null =>
    place === undefined ? null : (own.days[place] ?? null);
  return [
    {
      method: "Two-state automaton (Kleinberg)",
      from: dayAt(inside[0]?.start),
      says:
        inside.length === 0
          ? "no burst"
          : `${burstDays} of ${places.length} days in ${inside.length} ` +
            `${inside.length === 1 ? "burst" : "bursts"}`,
    },
    {
      method: "Robust deviation, weekday's cycle removed",
      from: dayAt(unusual[0]),
      says:
        `${unusual.length} of ${places.length} days at ${UNUSUAL} or ` +
        `more${Number.isFinite(highest) ? `, the highest ${sayNumber(highest)}` : ""}`,
    },
    {
      method: "Change-point",
      from: course?.onset ?? null,
      says:
        course === null
          ? "no rise"
          : `between ${course.earliest} and ${course.latest}; peak ${course.peak}, ` +
            (course.halfLife === null
              ? "half of it not gone by the end"
              : `half of it gone after ${course.halfLife} days`),
    },
    {
      method: "Segmented regression",
      from: null,
      says:
        jump === null
          ? "too few days or posts"
          : `level times ${sayNumber(jump.level.ratio)} (${sayNumber(jump.level.low)} to ` +
            `${sayNumber(jump.level.high)}), ` +
            `then times ${sayNumber(jump.slope.ratio)} a week`,
    },
  ];
}
