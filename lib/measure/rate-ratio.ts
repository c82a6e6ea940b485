import type { BurstWindow } from "./burst-test";
import { type DailySeries, placesOf } from "./daily-series";
import { quasiPoisson } from "./quasi-poisson";

/** How many times as frequent something is in a stretch of days as on quiet days. */
export interface RateRatio {
  readonly ratio: number;
  /** Ends of the 95% interval. */
  readonly low: number;
  readonly high: number;
  /** Posts counted in the stretch, and of how many. */
  readonly hits: number;
  readonly of: number;
  /** The same on quiet days. */
  readonly quietHits: number;
  readonly quietOf: number;
}

const Z = 1.959963984540054;

/**
 * Compare the share of posts in a stretch of days with that on quiet days, with an interval that allows
 * for days that resemble their neighbours.
 *
 * The standard error is the largest of three: Poisson's own, quasi-Poisson's, and Newey and West's over
 * the days in order. The last one allows for runs but is too small where few days have a hit, the first
 * holds there. Where one side has no hit at all, half a post is added to both sides (Haldane and
 * Anscombe), so that a ratio exists; its interval is then wide.
 *
 * @returns null where the stretch or the quiet days have no post, or neither has a hit
 *
 * @example
 * const series = { days: ["2020-10-04", "2020-10-05"], hits: [4, 6], of: [40, 30] };
 * const window = { from: "2020-10-05", until: "2020-10-05", isQuiet: (day) => day === "2020-10-04" };
 * rateRatio(series, window).ratio; // 2
 */
export function rateRatio(series: DailySeries, window: BurstWindow): RateRatio | null {
  const { days, hits, of } = series;
  const [start, end] = placesOf(days, window.from, window.until);
  const rows = days.flatMap((day, i) => {
    const isInside = i >= start && i < end;
    if (!((of[i] as number) > 0) || !(isInside || window.isQuiet(day))) return [];
    return [{ count: hits[i] as number, exposure: of[i] as number, x: [Number(isInside)] }];
  });
  const sum = (inside: number, key: "count" | "exposure") =>
    rows.reduce((total, row) => total + (row.x[0] === inside ? row[key] : 0), 0);
  const [found, posts, quietHits, quietOf] = [
    sum(1, "count"),
    sum(1, "exposure"),
    sum(0, "count"),
    sum(0, "exposure"),
  ];
  if (posts === 0 || quietOf === 0 || found + quietHits === 0) return null;
  const add = found === 0 || quietHits === 0 ? 0.5 : 0;
  const ratio = (found + add) / posts / ((quietHits + add) / quietOf);
  const poisson = Math.sqrt(1 / (found + add) + 1 / (quietHits + add));
  const error = add > 0 || rows.length < 3 ? poisson : Math.max(poisson, ...errorsOf(rows));
  return {
    ratio,
    low: ratio * Math.exp(-Z * error),
    high: ratio * Math.exp(Z * error),
    hits: found,
    of: posts,
    quietHits,
    quietOf,
  };
}

function errorsOf(rows: Parameters<typeof quasiPoisson>[0]): number[] {
  const { robust, quasi } = quasiPoisson(rows);
  return [robust[1] as number, quasi[1] as number];
}
