import { type BurstCourse, burstCourse } from "./burst-course";
import { type BurstFinding, burstTest, type BurstWindow } from "./burst-test";
import type { CommunitySeries } from "./community-series";
import { addSeries, type DailySeries, placesOf } from "./daily-series";
import { groupBy } from "./group-by";
import { findBursts } from "./kleinberg";
import { rateRatio } from "./rate-ratio";

/** What a crisis did to one group of communities, such as a platform. */
export interface CrisisBurst {
  readonly name: string;
  readonly communities: number;
  readonly platforms: number;
  /** Posts counted in the stretch, and of how many. */
  readonly hits: number;
  readonly of: number;
  /** Shares in the stretch and on quiet days; null without a post. */
  readonly share: number | null;
  readonly quietShare: number | null;
  /** Posts that the quiet days lead to expect in the stretch. */
  readonly expected: number;
  /**
   * Share in the stretch over the quiet share, with its 95% interval; null where there is nothing to
   * compare.
   */
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** By circular shifts, for all groups together (max-T); null where the test could not be made. */
  readonly p: number | null;
  /** Days of the stretch that Kleinberg's automaton puts in a burst. */
  readonly burstDays: number;
  /** Onset, peak and half-life; null where there is no rise. */
  readonly course: BurstCourse | null;
  readonly outcome: "burst" | "no burst" | "too little data";
  /** Posts of any kind that the stretch would need, where there is too little data; null elsewhere. */
  readonly needed: number | null;
}

/** Level of every test of a burst. */
export const LEVEL = 0.05;
/**
 * Posts that must be expected in a stretch so that a doubling is found four times in five at the level of
 * 5%, one-sided: on the scale of square roots (1.645 + 0.842)² / (2√2 − 2)².
 */
export const ENOUGH = 9.01;
/** Posts that a stretch needs so long as nothing is known of the quiet share: one in ten is taken. */
export const FEWEST_POSTS = Math.ceil(ENOUGH / 0.1);

/**
 * Look for a burst in each group of communities, by every method at once.
 *
 * A group has a burst where the permutation test says so for all groups together, and the interval of its
 * rate ratio lies above 1. Where it does not, and so few posts were to be expected that even a doubling
 * would pass unseen, there is too little data.
 *
 * @param parts    communities, as `communitySeries` counts them
 * @param groupOf  name of a community's group; null leaves it out
 * @param event    day around which the onset is looked for; the first of the stretch, by default
 * @returns a row a group, in order of first appearance
 */
export function crisisBursts<Part extends CommunitySeries>(
  parts: readonly Part[],
  groupOf: (part: Part) => string | null,
  stretch: BurstWindow,
  {
    seed,
    draws,
    event = stretch.from,
  }: { readonly seed: number; readonly draws?: number; readonly event?: string },
): CrisisBurst[] {
  const named = [...groupBy(parts, groupOf)].map(([name, own]) => ({
    name,
    own,
    series: addSeries(own.map(({ series }) => series)),
  }));
  const findings = testable(named[0]?.series, stretch)
    ? burstTest(
        named.map(({ name, own }) => ({ name, parts: own })),
        stretch,
        { seed, ...(draws === undefined ? {} : { draws }) },
      )
    : [];
  return named.map(({ name, own, series }, i) => {
    const communities = new Set(own.map(({ community }) => community)).size;
    return burstOf(
      name,
      series,
      stretch,
      findings[i],
      event,
      communities,
      new Set(own.map(({ platform }) => platform)).size,
    );
  });
}

/** Whether the quiet days suffice for a permutation test. */
function testable(series: DailySeries | undefined, { from, until, isQuiet }: BurstWindow): boolean {
  if (series === undefined) return false;
  const [start, end] = placesOf(series.days, from, until);
  const heard = (i: number): boolean => (series.of[i] as number) > 0;
  const quiet = series.days.filter((day, i) => (i < start || i >= end) && isQuiet(day)).length;
  return (
    end > start && quiet >= end - start && series.days.some((_, i) => i >= start && i < end && heard(i))
  );
}

function burstOf(
  name: string,
  series: DailySeries,
  stretch: BurstWindow,
  finding: BurstFinding | undefined,
  event: string,
  communities: number,
  platforms: number,
): CrisisBurst {
  const ratio = rateRatio(series, stretch);
  const { hits = 0, of = 0, expected = 0, quietHits = 0, quietOf = 0, adjusted = null } = finding ?? {};
  const quietShare = quietOf === 0 ? null : quietHits / quietOf;
  const [start, end] = placesOf(series.days, stretch.from, stretch.until);
  const isBurst = adjusted !== null && adjusted <= LEVEL && ratio !== null && ratio.low > 1;
  const isThin = !isBurst && expected < ENOUGH;
  // Where quiet days have no such post at all, their share is at most 3 in their number (rule of three);
  // fewer than 30 posts, of which that is one in ten, say nothing of it.
  const rate = quietHits > 0 && quietOf >= 30 ? quietHits / quietOf : 3 / Math.max(30, quietOf);
  return {
    name,
    communities,
    platforms,
    hits,
    of,
    share: of === 0 ? null : hits / of,
    quietShare,
    expected,
    ratio: ratio?.ratio ?? null,
    low: ratio?.low ?? null,
    high: ratio?.high ?? null,
    p: adjusted,
    burstDays: findBursts(series.hits, series.of)
      .states.subarray(start, end)
      .reduce((sum, state) => sum + state, 0),
    course: quietShare === null ? null : burstCourse(series, event, quietShare),
    outcome: isBurst ? "burst" : isThin ? "too little data" : "no burst",
    needed: isThin ? Math.ceil(ENOUGH / Math.min(1, rate)) : null,
  };
}
