import type { Curve } from "./teaching-plan";

export const DAY_MS = 86_400_000;

/** Everyday posts by day of the week, Monday first, and by hour of the local clock: shares of the mean. */
const BY_WEEKDAY = [1.05, 1.08, 1.06, 1.03, 1.0, 0.92, 0.86] as const;
const BY_HOUR = [6, 4, 3, 2, 2, 3, 6, 10, 14, 17, 18, 18, 19, 18, 17, 17, 17, 18, 20, 24, 28, 28, 22, 13] as const;

/** Milliseconds at which a day written as 2020-07-01 begins in UTC. */
export function dayStart(day: string): number {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return Date.UTC(year, month - 1, date);
}

/** Share of the mean that falls on the weekday of this instant. */
export function weekdayShare(ms: number): number {
  return BY_WEEKDAY[(new Date(ms).getUTCDay() + 6) % 7]!;
}

/** Weights of the 24 hours of the local clock. */
export function hourWeights(): readonly number[] {
  return BY_HOUR;
}

/**
 * Minutes that a place's clock is ahead of UTC.
 *
 * Daylight saving stands here for the years of the window alone and is not taken from the machine's time-zone data.
 *
 * @param offset  standard minutes ahead of UTC
 * @param summer  "us", "eu" or "" for a place that keeps one time all year
 */
export function minutesAhead(offset: number, summer: string, ms: number): number {
  const spans = SUMMERS[summer] ?? [];
  return spans.some(([from, to]) => ms >= from && ms < to) ? offset + 60 : offset;
}

// Within an hour or so of the change the error is harmless: the instant is what a post keeps.
const SUMMERS: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  us: [[Date.UTC(2020, 2, 8, 7), Date.UTC(2020, 10, 1, 6)], [Date.UTC(2021, 2, 14, 7), Date.UTC(2021, 10, 7, 6)]],
  eu: [[Date.UTC(2020, 2, 29, 1), Date.UTC(2020, 9, 25, 1)], [Date.UTC(2021, 2, 28, 1), Date.UTC(2021, 9, 31, 1)]],
};

/**
 * How strong a crisis is on each day, as a share of its peak.
 *
 * @param curve  its onset, the days of its rise, and the factor by which it then fades each day
 * @param from   first day of the window, such as "2020-05-01"
 * @param days   length of the window
 * @returns one number a day, 0 before the onset
 */
export function crisisByDay(curve: Curve, from: string, days: number): number[] {
  const start = dayStart(from);
  const onset = (dayStart(curve.onset) - start) / DAY_MS;
  const strength = Array<number>(days).fill(0);
  let level = 1;
  for (let day = onset; day < days; day++) {
    const rising = curve.rise[day - onset];
    if (rising === undefined) level *= curve.decay;
    strength[day] = rising ?? level;
  }
  for (const pulse of curve.pulses) {
    let height = pulse.height;
    for (let day = (dayStart(pulse.day) - start) / DAY_MS; day < days; day++) {
      strength[day]! += height;
      height *= curve.decay;
    }
  }
  // Below a hundredth of the peak the crisis is over.
  return strength.map((share) => (share < 0.01 ? 0 : share));
}
