import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

import { addDays, listDays } from "../corpus/calendar-day";
import { type BurstQuestion, burstTest, type BurstWindow } from "./burst-test";
import type { CommunitySeries } from "./community-series";
import { placesOf } from "./daily-series";
import { wilsonInterval } from "./wilson-interval";

/** How often a burst test cries wolf. */
export interface FalseAlarms {
  /** Null series tried: rounds × groups. */
  readonly series: number;
  /** Of them called a burst by their own p. */
  readonly alarms: number;
  readonly share: number;
  /** 95% interval of the share (Wilson). */
  readonly low: number;
  readonly high: number;
  /** Rounds, and those in which any group is called a burst by the adjusted p. */
  readonly rounds: number;
  readonly families: number;
}

/** Days of a series that has no calendar any more. */
const ANY_DAY = "2000-01-03";

/**
 * Count how often the burst test finds a burst in the corpus's own quiet days, where nothing is known to
 * have happened.
 *
 * In each round every community's quiet days are turned in a circle by a number of days of its own, and
 * the last of them, as many as the stretch has, take the place of the stretch. A test at 5% should call 5
 * in a hundred of them a burst.
 *
 * @param options.rounds  default 100
 * @returns null where there are not twice as many quiet days as days in the stretch
 */
export function falseAlarms<Part extends CommunitySeries>(
  parts: readonly Part[],
  groupOf: (part: Part) => string | null,
  window: BurstWindow,
  {
    seed,
    rounds = 100,
    level = 0.05,
  }: { readonly seed: number; readonly rounds?: number; readonly level?: number },
): FalseAlarms | null {
  const days = parts[0]?.series.days ?? [];
  const [start, end] = placesOf(days, window.from, window.until);
  const length = end - start;
  const quiet = days.flatMap((day, i) => ((i < start || i >= end) && window.isQuiet(day) ? [i] : []));
  if (length === 0 || quiet.length < 2 * length) return null;
  const nullDays = listDays(ANY_DAY, addDays(ANY_DAY, quiet.length - 1));
  const nullWindow = {
    from: nullDays.at(-length) as string,
    until: nullDays.at(-1) as string,
    isQuiet: () => true,
  };
  const random = xoroshiro128plus(seed);
  let [alarms, families, series] = [0, 0, 0];
  for (let round = 0; round < rounds; round++) {
    const offsets = new Map<string, number>();
    const questions = new Map<string, BurstQuestion["parts"][number][]>();
    for (const part of parts) {
      const name = groupOf(part);
      if (name === null) continue;
      const offset = offsets.get(part.community) ?? uniformInt(random, 0, quiet.length - 1);
      offsets.set(part.community, offset);
      const turned = (values: ArrayLike<number>) =>
        quiet.map((_, i) => values[quiet[(i + offset) % quiet.length] as number] as number);
      const own = { days: nullDays, hits: turned(part.series.hits), of: turned(part.series.of) };
      questions.set(name, [...(questions.get(name) ?? []), { community: part.community, series: own }]);
    }
    const asked = [...questions].map(([name, own]) => ({ name, parts: own }));
    const found = burstTest(asked, nullWindow, { seed: seed + round, draws: 199 });
    series += found.length;
    alarms += found.filter(({ p }) => p <= level).length;
    families += Number(found.some(({ adjusted }) => adjusted <= level));
  }
  const [low, high] = wilsonInterval(alarms, Math.max(1, series));
  return { series, alarms, share: alarms / Math.max(1, series), low, high, rounds, families };
}
