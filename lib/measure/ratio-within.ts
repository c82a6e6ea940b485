import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

import { redraw, type RedrawOptions } from "./redraw";

/** One post: what it drew, in which community, and on which side of the comparison it stands. */
export interface Compared {
  readonly community: number;
  /** Null is left out, and counted as unknown. */
  readonly value: number | null;
  readonly isInside: boolean;
}

/** How many times as much one kind of post draws as the others of the same community. */
export interface RatioWithin {
  /** Null where nothing can be compared, or the others draw nothing at all. */
  readonly ratio: number | null;
  /** 95% interval over redrawn communities; null with fewer than two, or too little drawn. */
  readonly low: number | null;
  readonly high: number | null;
  /** Communities that have both kinds. */
  readonly communities: number;
  /** Means and numbers of posts in these communities. */
  readonly inside: number | null;
  readonly insideOf: number;
  readonly outside: number | null;
  readonly outsideOf: number;
  /** Posts of these and other communities whose count the export does not say. */
  readonly unknown: number;
}

interface Stratum {
  readonly inside: number[];
  readonly outside: number[];
}

/**
 * Ratio of what two kinds of posts draw, within communities (Mantel and Haenszel's rate ratio).
 *
 * A large community draws more of everything and may also write more of one kind, so posts are compared only
 * with others of their community. Communities that have one kind alone say nothing and are left out.
 *
 * @see Mantel, N. and Haenszel, W. (1959). Statistical aspects of the analysis of data from retrospective
 *   studies of disease. For rates: Rothman, Greenland and Lash (2008), Modern Epidemiology, chapter 15.
 * @example
 * const post = { community: 0, value: 4, isInside: true };
 * ratioWithin([post, { ...post, value: 2, isInside: false }]).ratio; // 2
 */
export function ratioWithin(posts: readonly Compared[], options: RedrawOptions = { seed: 1 }): RatioWithin {
  const strata = strataOf(posts);
  const sums = strata.map(({ inside, outside }) => {
    return { in: add(inside), ofIn: inside.length, out: add(outside), ofOut: outside.length };
  });
  const [ratio, drawn] = [pool(sums), redraw(sums, pool, options)];
  // Where so little is drawn that the interval misses the ratio itself, it says nothing.
  const interval =
    ratio !== null && drawn !== null && drawn.low <= ratio && ratio <= drawn.high ? drawn : null;
  const insideOf = add(sums.map(({ ofIn }) => ofIn));
  const outsideOf = add(sums.map(({ ofOut }) => ofOut));
  return {
    ratio,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    communities: sums.length,
    inside: insideOf === 0 ? null : add(sums.map((sum) => sum.in)) / insideOf,
    insideOf,
    outside: outsideOf === 0 ? null : add(sums.map((sum) => sum.out)) / outsideOf,
    outsideOf,
    unknown: posts.filter(({ value }) => value === null).length,
  };
}

/**
 * How often dealing the kinds anew among the posts of each community gives a ratio as far from 1 or farther.
 *
 * @param options.draws  default 999
 * @returns p from 1 / (draws + 1) to 1; null where there is no ratio
 * @see Good, P. (2005). Permutation, parametric, and bootstrap tests of hypotheses, chapter 3.
 * @example
 * const post = { community: 0, value: 4, isInside: true };
 * permuteWithin([post, { ...post, isInside: false }]); // 1
 */
export function permuteWithin(
  posts: readonly Compared[],
  options: RedrawOptions = { seed: 1 },
): number | null {
  const { seed, draws = 999 } = options;
  const strata = strataOf(posts);
  const poolOf = (rows: readonly Stratum[]): number | null => {
    return pool(
      rows.map(({ inside, outside }) => {
        return { in: add(inside), ofIn: inside.length, out: add(outside), ofOut: outside.length };
      }),
    );
  };
  const observed = poolOf(strata);
  if (observed === null || observed === 0) return null;
  const random = xoroshiro128plus(seed);
  const values = strata.map(({ inside, outside }) => Float64Array.from([...inside, ...outside]));
  const totals = values.map((all) => add(all));
  let asFar = 0;
  for (let draw = 0; draw < draws; draw++) {
    const dealt = strata.map(({ inside, outside }, i) => {
      const all = values[i] as Float64Array;
      let sum = 0;
      for (let j = 0; j < inside.length; j++) {
        const other = uniformInt(random, j, all.length - 1);
        const value = all[other] as number;
        all[other] = all[j] as number;
        all[j] = value;
        sum += value;
      }
      const out = (totals[i] as number) - sum;
      return { in: sum, ofIn: inside.length, out, ofOut: outside.length };
    });
    const ratio = pool(dealt);
    // A hair of tolerance: sums of the same numbers in another order differ in their last digits.
    if (ratio === null || Math.abs(Math.log(ratio)) >= Math.abs(Math.log(observed)) - 1e-12) asFar += 1;
  }
  return (1 + asFar) / (1 + draws);
}

function strataOf(posts: readonly Compared[]): Stratum[] {
  const strata = new Map<number, Stratum>();
  for (const { community, value, isInside } of posts) {
    if (value === null) continue;
    const stratum = strata.get(community) ?? { inside: [], outside: [] };
    strata.set(community, stratum);
    (isInside ? stratum.inside : stratum.outside).push(value);
  }
  return [...strata.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, stratum]) => stratum)
    .filter(({ inside, outside }) => inside.length > 0 && outside.length > 0);
}

interface Sums {
  readonly in: number;
  readonly ofIn: number;
  readonly out: number;
  readonly ofOut: number;
}

function pool(sums: readonly Sums[]): number | null {
  let [above, below] = [0, 0];
  for (const sum of sums) {
    const all = sum.ofIn + sum.ofOut;
    above += (sum.in * sum.ofOut) / all;
    below += (sum.out * sum.ofIn) / all;
  }
  return below > 0 ? above / below : null;
}

function add(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum;
}
