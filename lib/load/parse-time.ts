import { describeValue, FieldError } from "./field-error";
import { parseOffset, zoneOffsetMinutes } from "./zone-offset";

/** The platforms opened in 2004 to 2006; an instant outside this span is a mistake of unit or of column. */
const EARLIEST = Date.UTC(2004, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/**
 * Read Unix time in seconds, which is UTC by definition.
 *
 * @throws FieldError for anything but seconds between 2004 and 2100, such as milliseconds
 */
export function parseUnixSeconds(value: unknown, field: string): Date {
  return parseUnix(value, field, 1000, "Unix seconds between 2004 and 2100");
}

/** Read Unix time in milliseconds. */
export function parseUnixMilliseconds(value: unknown, field: string): Date {
  return parseUnix(value, field, 1, "Unix milliseconds between 2004 and 2100");
}

function parseUnix(value: unknown, field: string, scale: number, needed: string): Date {
  const isNumber = typeof value === "number" || (typeof value === "string" && /^\s*\d+(\.0+)?\s*$/.test(value));
  const ms = isNumber ? Number(value) * scale : Number.NaN;
  if (!(ms >= EARLIEST && ms < LATEST)) throw new FieldError(field, needed, describeValue(value));
  return new Date(Math.trunc(ms));
}

/**
 * Zone abbreviations that CrowdTangle writes, in minutes ahead of UTC. IST, which three countries use, is
 * left out.
 */
const ABBREVIATIONS = new Map<string, number>([
  ["UTC", 0],
  ["GMT", 0],
  ["WET", 0],
  ["WEST", 60],
  ["BST", 60],
  ["CET", 60],
  ["CEST", 120],
  ["EET", 120],
  ["EEST", 180],
  ["MSD", 240],
  ["TRT", 180],
  ["KGT", 360],
  ["UZT", 300],
  ["TJT", 300],
  ["EST", -300],
  ["EDT", -240],
  ["CST", -360],
  ["CDT", -300],
  ["MST", -420],
  ["MDT", -360],
  ["PST", -480],
  ["PDT", -420],
]);

const DAY = "(\\d{4})-(\\d\\d)-(\\d\\d)";
const HOUR = "(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?";
const ZONE = "([A-Za-z]{1,5}|(?:UTC|GMT)?[+-]\\d{1,2}:?\\d{0,2})";
const CLOCK = new RegExp(`^\\s*${DAY}(?:[T ]${HOUR})?\\s*${ZONE}?\\s*$`, "i");

/**
 * Read a written time, such as `2021-05-01 04:30:36 EDT`, `2021-05-01T12:34:56+0000` or `2021-05-01
 * 12:34:56`.
 *
 * A zone written beside the time is followed; otherwise the zone given is.
 *
 * @param zone  zone of a time that names none, as `zoneOffsetMinutes` takes it; null when the format must name one
 * @throws FieldError for anything but a time that exists
 */
export function parseClock(value: unknown, field: string, zone: string | null): Date {
  const match = typeof value === "string" ? CLOCK.exec(value) : null;
  if (match === null) throw new FieldError(field, "a time such as 2021-05-01 12:34:56", describeValue(value));
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "0", written] = match;

  const localMs = Date.UTC(
    +year!, +month! - 1, +day!, +hour, +minute, +second,
  ) + Math.trunc(Number(`0.${fraction}`) * 1000);
  const date = new Date(localMs);
  // Date.UTC rolls 31 February over into March; a platform never writes such a time.
  if (
    date.getUTCDate() !== +day! || date.getUTCMonth() !== +month! - 1 || +hour > 23 || +minute > 59 || +second > 59
  ) {
    throw new FieldError(field, "a time that exists", describeValue(value));
  }

  const at = new Date(localMs - offsetMinutes(written, zone, localMs, field, value) * 60_000);
  if (!(at.getTime() >= EARLIEST && at.getTime() < LATEST)) {
    throw new FieldError(field, "a time between 2004 and 2100", describeValue(value));
  }
  return at;
}

function offsetMinutes(
  written: string | undefined, zone: string | null, localMs: number, field: string, value: unknown,
): number {
  if (written === undefined) {
    if (zone === null) throw new FieldError(field, "a time with its zone", describeValue(value));
    return zoneOffsetMinutes(zone, localMs);
  }
  // MSK has meant +03:00 and, from 2011 to 2014, +04:00.
  if (written.toUpperCase() === "MSK") return zoneOffsetMinutes("Europe/Moscow", localMs);
  const offset = ABBREVIATIONS.get(written.toUpperCase()) ?? parseOffset(written);
  if (offset === null) {
    throw new FieldError(
      field, `a known zone (${[...ABBREVIATIONS.keys()].join(", ")}, MSK or an offset)`, describeValue(written),
    );
  }
  return offset;
}

/** Whether a written time names its zone. */
export function namesZone(value: unknown): boolean {
  return typeof value === "string" && CLOCK.exec(value)?.[8] !== undefined;
}
