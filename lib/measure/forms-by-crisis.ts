import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

import type { Study } from "../corpus/study";
import { type CommunitySeries } from "./community-series";
import { placesOf } from "./daily-series";

/** A form of engagement, counted by community and day. */
export interface Form {
  readonly name: string;
  readonly parts: readonly CommunitySeries[];
}

/** How much of a form each crisis brought. */
export interface FormByCrisis {
  readonly form: string;
  /** For each crisis of the study its share of posts above the quiet share, in percent; null without a post. */
  readonly excess: readonly (number | null)[];
  /** Posts of the form in each crisis's stretch. */
  readonly posts: readonly number[];
  /** Place of the crisis with the largest excess; null where none has a post. */
  readonly peak: number | null;
  /**
   * Share of the redraws of communities in which each crisis has the largest excess; empty for fewer than two
   * communities.
   */
  readonly redrawn: readonly number[];
}

/**
 * Set forms of engagement against crises: which crisis brought most of which form.
 *
 * A form is held against itself on quiet days, not against other forms: how often a form is recognised
 * differs from form to form, and that cancels out. What chance does is found by drawing whole communities
 * anew, the same for all forms.
 *
 * @param forms  counted over the same communities
 */
export function formsByCrisis(
  forms: readonly Form[],
  study: Study,
  { seed, draws = 1000 }: { readonly seed: number; readonly draws?: number },
): FormByCrisis[] {
  return forms.map(({ name, parts }) => {
    const counts = parts.map((part) => countsOf(part, study));
    const excess = excessOf(counts, study.crises.length);
    const redrawn = new Array<number>(study.crises.length).fill(0);
    const random = xoroshiro128plus(seed);
    for (let draw = 0; counts.length > 1 && draw < draws; draw++) {
      const peak = peakOf(
        excessOf(
          counts.map(() => counts[uniformInt(random, 0, counts.length - 1)]!),
          study.crises.length,
        ),
      );
      if (peak !== null) redrawn[peak]! += 1 / draws;
    }
    return {
      form: name,
      excess,
      posts: study.crises.map((_, i) => counts.reduce((sum, { hits }) => sum + (hits[i] as number), 0)),
      peak: peakOf(excess),
      redrawn: counts.length > 1 ? redrawn : [],
    };
  });
}

/** Posts of a community in each stretch, and last on quiet days. */
interface Counts {
  readonly hits: readonly number[];
  readonly of: readonly number[];
}

function countsOf({ series: { days, hits, of } }: CommunitySeries, study: Study): Counts {
  const masks = study.crises.map((crisis) => {
    const { from, until } = study.stretchOf(crisis);
    return new Uint8Array(days.length).fill(1, ...placesOf(days, from, until));
  });
  masks.push(Uint8Array.from(days, (day) => Number(study.isQuiet(day))));
  const sum = (values: ArrayLike<number>, mask: Uint8Array) =>
    mask.reduce((total, is, i) => total + (is === 1 ? (values[i] as number) : 0), 0);
  return { hits: masks.map((mask) => sum(hits, mask)), of: masks.map((mask) => sum(of, mask)) };
}

function excessOf(counts: readonly Counts[], crises: number): (number | null)[] {
  const share = (place: number): number | null => {
    const [hits, of] = [0, 0].map((_, which) =>
      counts.reduce((sum, one) => sum + ((which === 0 ? one.hits : one.of)[place] as number), 0),
    ) as [number, number];
    return of === 0 ? null : (100 * hits) / of;
  };
  const quiet = share(crises) ?? 0;
  return Array.from({ length: crises }, (_, i) => {
    const own = share(i);
    return own === null ? null : own - quiet;
  });
}

function peakOf(excess: readonly (number | null)[]): number | null {
  let peak: number | null = null;
  excess.forEach((value, i) => {
    if (value !== null && (peak === null || value > (excess[peak] as number))) peak = i;
  });
  return peak;
}
