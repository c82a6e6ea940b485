/**
 * Minutes that a clock of the named zone is ahead of UTC, at a local time.
 *
 * The rules stand here and are not taken from the machine's time-zone data, so that a corpus has the same
 * instants everywhere. Known are UTC, offsets such as "+06:00", and the zones below. Where clocks are set
 * back an hour comes twice; its first passage is meant.
 *
 * @param zone     "UTC", "+06:00", or one of `KNOWN_ZONES`
 * @param localMs  the clock's reading, as milliseconds from 1970 as if it were UTC
 * @throws RangeError for a zone whose rule is not known
 *
 * @example
 * zoneOffsetMinutes("Europe/Moscow", Date.UTC(2014, 3, 11, 12, 53)); // 240
 * zoneOffsetMinutes("Europe/Moscow", Date.UTC(2021, 3, 11, 12, 53)); // 180
 * zoneOffsetMinutes("-05:30", 0); // -330
 */
export function zoneOffsetMinutes(zone: string, localMs: number): number {
  const rule = RULES.get(zone);
  if (rule !== undefined) return rule(localMs);
  const offset = parseOffset(zone);
  if (offset === null) {
    throw new RangeError(
      `zone: needed an offset such as "+06:00" or one of ${KNOWN_ZONES.join(", ")}, found "${zone}"`
    );
  }
  return offset;
}

/** Minutes of an offset written as +06:00, +0600, +06, UTC+6 or Z; null for anything else. */
export function parseOffset(text: string): number | null {
  if (/^(z|utc|gmt)$/i.test(text)) return 0;
  const match = /^(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(text);
  if (match === null) return null;
  const [, sign, hours, minutes] = match;
  const ahead = Number(hours) * 60 + Number(minutes ?? 0);
  if (ahead > 14 * 60 || Number(minutes ?? 0) > 59) return null;
  return sign === "-" ? -ahead : ahead;
}

/**
 * Moscow: European summer time up to 2011, +04:00 until 26 October 2014, +03:00 since (federal laws 107-FZ
 * and 248-FZ).
 */
function moscow(localMs: number): number {
  if (localMs >= Date.UTC(2014, 9, 26, 2)) return 180;
  if (localMs >= Date.UTC(2011, 2, 27, 2)) return 240;
  return isEuropeanSummer(localMs, 2, 3) ? 240 : 180;
}

/** Last Sunday of March to last Sunday of October, at the local hours given. */
function isEuropeanSummer(localMs: number, startHour: number, endHour: number): boolean {
  const year = new Date(localMs).getUTCFullYear();
  const start = lastSunday(year, 2) + startHour * HOUR;
  const end = lastSunday(year, 9) + endHour * HOUR;
  return localMs >= start && localMs < end;
}

/**
 * Second Sunday of March to first Sunday of November, 02:00 local (Energy Policy Act of 2005, in force since
 * 2007).
 */
function isAmericanSummer(localMs: number): boolean {
  const year = new Date(localMs).getUTCFullYear();
  return localMs >= firstSunday(year, 2) + 7 * DAY + 2 * HOUR && localMs < firstSunday(year, 10) + 2 * HOUR;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function firstSunday(year: number, month: number): number {
  const first = Date.UTC(year, month, 1);
  return first + ((7 - new Date(first).getUTCDay()) % 7) * DAY;
}

function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month + 1, 0);
  return last - new Date(last).getUTCDay() * DAY;
}

const RULES = new Map<string, (localMs: number) => number>([
  ["UTC", () => 0],
  ["Europe/Moscow", moscow],
  ["Asia/Bishkek", () => 360],
  ["Europe/London", (localMs) => (isEuropeanSummer(localMs, 1, 2) ? 60 : 0)],
  ["Europe/Berlin", (localMs) => (isEuropeanSummer(localMs, 2, 3) ? 120 : 60)],
  ["America/New_York", (localMs) => (isAmericanSummer(localMs) ? -240 : -300)],
]);

/** Zones that have a rule here. Asia/Bishkek holds from August 2005, America/New_York from 2007. */
export const KNOWN_ZONES: readonly string[] = [...RULES.keys()];
