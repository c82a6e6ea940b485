import { addDays } from "../corpus/calendar-day";
import type { Study } from "../corpus/study";
import { placesOf } from "./daily-series";

/** Days of a study as masks: 1 where a day is meant. */
export interface CrisisMasks {
  /** The stretch of each crisis, in the study's order. */
  readonly stretches: readonly Uint8Array[];
  /** The same days as half-open ranges. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
  /** Days in no crisis, stretch or aftermath. */
  readonly quiet: Uint8Array;
  /** For each crisis the quiet days before it. */
  readonly quietBefore: readonly Uint8Array[];
  /** All stretches together. */
  readonly any: Uint8Array;
}

/**
 * Mask the days of a study's crises, for stretches of another length than the study's own.
 *
 * @param days    as `listDays` gives them for the study's window
 * @param length  days from the start of each crisis, from 1 up
 */
export function crisisMasks(
  study: Pick<Study, "crises" | "aftermath">,
  days: readonly string[],
  length: number,
): CrisisMasks {
  const mask = () => new Uint8Array(days.length);
  const [quiet, any] = [mask().fill(1), mask()];
  const ranges = study.crises.map(({ from }) => placesOf(days, from, addDays(from, length - 1)));
  const stretches = ranges.map(([start, end]) => mask().fill(1, start, end));
  study.crises.forEach(({ from, until }, i) => {
    const [start, end] = ranges[i] as [number, number];
    any.fill(1, start, end);
    const last = addDays(from, length - 1);
    const [first, past] = placesOf(days, from, addDays(until > last ? until : last, study.aftermath));
    quiet.fill(0, first, past);
  });
  const quietBefore = ranges.map(([start]) => quiet.map((is, day) => (day < start ? is : 0)));
  return { stretches, ranges, quiet, quietBefore, any };
}
