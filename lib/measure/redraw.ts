import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Ends of an interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How often to redraw, and from which seed. */
export interface RedrawOptions {
  readonly seed: number;
  /** Default 1,000. */
  readonly draws?: number;
  /** Default 0.95. */
  readonly level?: number;
}

/**
 * Interval for any statistic of communities, by drawing whole communities again (percentile bootstrap).
 *
 * Posts of one community resemble each other, so an interval over single posts is far too narrow.
 *
 * @param parts      one a community
 * @param statistic  computed from drawn parts; null where a draw says nothing, such as a ratio to nothing
 * @returns null for fewer than two parts, or where more than one draw in twenty says nothing
 * @see Efron, B. and Tibshirani, R. (1993). An introduction to the bootstrap, chapter 13.
 * @example
 * redraw([3, 3, 3], (drawn) => drawn[0], { seed: 1 }); // { low: 3, high: 3 }
 * redraw([3], (drawn) => drawn[0], { seed: 1 }); // null
 */
export function redraw<Part>(
  parts: readonly Part[],
  statistic: (drawn: readonly Part[]) => number | null,
  { seed, draws = 1000, level = 0.95 }: RedrawOptions,
): Interval | null {
  if (parts.length < 2) return null;
  const random = xoroshiro128plus(seed);
  const values: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const value = statistic(parts.map(() => parts[uniformInt(random, 0, parts.length - 1)] as Part));
    if (value !== null) values.push(value);
  }
  if (values.length < 0.95 * draws) return null;
  values.sort((a, b) => a - b);
  const at = (quantile: number): number =>
    values[Math.min(values.length - 1, Math.floor(quantile * values.length))] as number;
  return { low: at((1 - level) / 2), high: at(1 - (1 - level) / 2) };
}
