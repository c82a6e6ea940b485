/** Milliseconds of a day; days of UTC all have 24 hours. */
const DAY = 86_400_000;

/**
 * The calendar day of an instant, in UTC.
 *
 * @example
 * dayOf(new Date("2020-10-04T23:59:59Z")); // "2020-10-04"
 */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/**
 * The instant at which a day begins, in UTC.
 *
 * @example
 * dateOf("2020-10-04").toISOString(); // "2020-10-04T00:00:00.000Z"
 */
export function dateOf(day: string): Date {
  return new Date(day);
}

/**
 * The day some days later, or earlier for a negative number.
 *
 * @throws RangeError if the day is not written as 2020-10-04
 *
 * @example
 * addDays("2020-02-28", 2); // "2020-03-01"
 */
export function addDays(day: string, days: number): string {
  return dayOf(new Date(timeOf(day) + days * DAY));
}

/**
 * Days from one day to another, negative where the second is the earlier.
 *
 * @throws RangeError if a day is not written as 2020-10-04
 *
 * @example
 * daysBetween("2020-10-04", "2020-10-15"); // 11
 */
export function daysBetween(from: string, until: string): number {
  return (timeOf(until) - timeOf(from)) / DAY;
}

/**
 * Whole days from the beginning of a day to an instant, negative before it: the place of a post's day in a window.
 *
 * @param start  as `dateOf` gives it, made once where many instants are asked for
 *
 * @example
 * daysSince(dateOf("2020-10-04"), new Date("2020-10-05T23:59:00Z")); // 1
 */
export function daysSince(start: Date, instant: Date): number {
  return Math.floor((instant.getTime() - start.getTime()) / DAY);
}

/**
 * All days from one to another, both included; none where the second is the earlier.
 *
 * @throws RangeError if a day is not written as 2020-10-04
 *
 * @example
 * listDays("2020-12-31", "2021-01-01"); // ["2020-12-31", "2021-01-01"]
 */
export function listDays(from: string, until: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(from, until) + 1) }, (_, i) => addDays(from, i));
}

/**
 * Day of the week, 0 for Monday to 6 for Sunday.
 *
 * @example
 * weekdayOf("2020-10-04"); // 6
 */
export function weekdayOf(day: string): number {
  // 1 January 1970 was a Thursday.
  return (((timeOf(day) / DAY + 3) % 7) + 7) % 7;
}

function timeOf(day: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : NaN;
  if (!Number.isNaN(time)) return time;
  throw new RangeError(
    `calendarDay: a day such as 2020-10-04 is needed, found "${day}"; write year, month and day`,
  );
}
