import type { Study } from "../corpus/study";
import type { CommunitySeries } from "./community-series";
import { placesOf } from "./daily-series";
import { groupBy } from "./group-by";
import { redraw } from "./redraw";

/** How much more frequent something is in the weeks of all crises than on quiet days. */
export interface CrisesRatio {
  readonly name: string;
  readonly communities: number;
  /** Posts counted in the stretches of all crises, and of how many. */
  readonly hits: number;
  readonly of: number;
  readonly quietHits: number;
  readonly quietOf: number;
  /** Shares; null without a post. */
  readonly share: number | null;
  readonly quietShare: number | null;
  /** Upper end of the quiet share over redrawn communities; null for fewer than two. */
  readonly quietHigh: number | null;
  /**
   * share / quietShare with its 95% interval over redrawn communities; null where one of them is unknown or
   * the quiet share is 0.
   */
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What one community has. */
interface Counts {
  readonly hits: number;
  readonly of: number;
  readonly quietHits: number;
  readonly quietOf: number;
}

/**
 * Compare the weeks of all crises of a study with its quiet days, group by group.
 *
 * Communities differ and few make up a group, so the interval draws whole communities anew.
 *
 * @param parts    as `communitySeries` counts them
 * @param groupOf  name of a community's group; null leaves it out
 * @returns a row a group, in order of first appearance
 */
export function crisesRatio<Part extends CommunitySeries>(
  parts: readonly Part[],
  groupOf: (part: Part) => string | null,
  study: Study,
  { seed, draws = 1000 }: { readonly seed: number; readonly draws?: number },
): CrisesRatio[] {
  return [...groupBy(parts, groupOf)].map(([name, own]) => {
    const counts = own.map((part) => countsOf(part, study));
    const { hits, of, quietHits, quietOf } = add(counts);
    const [share, quietShare] = [of === 0 ? null : hits / of, quietOf === 0 ? null : quietHits / quietOf];
    const interval = redraw(counts, (drawn) => ratioOf(add(drawn)), { seed, draws });
    const quiet = redraw(counts, (drawn) => shareOf(add(drawn)), { seed, draws });
    return {
      name,
      communities: counts.length,
      hits,
      of,
      quietHits,
      quietOf,
      share,
      quietShare,
      quietHigh: quiet?.high ?? null,
      ratio: ratioOf({ hits, of, quietHits, quietOf }),
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    };
  });
}

function countsOf({ series: { days, hits, of } }: CommunitySeries, study: Study): Counts {
  const inside = new Uint8Array(days.length);
  for (const crisis of study.crises) {
    const { from, until } = study.stretchOf(crisis);
    inside.fill(1, ...placesOf(days, from, until));
  }
  const counts = { hits: 0, of: 0, quietHits: 0, quietOf: 0 };
  days.forEach((day, i) => {
    if (inside[i] === 1) {
      counts.hits += hits[i] as number;
      counts.of += of[i] as number;
    } else if (study.isQuiet(day)) {
      counts.quietHits += hits[i] as number;
      counts.quietOf += of[i] as number;
    }
  });
  return counts;
}

function add(counts: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => counts.reduce((total, one) => total + one[key], 0);
  return { hits: sum("hits"), of: sum("of"), quietHits: sum("quietHits"), quietOf: sum("quietOf") };
}

function ratioOf({ hits, of, quietHits, quietOf }: Counts): number | null {
  return of === 0 || quietHits === 0 ? null : hits / of / (quietHits / quietOf);
}

function shareOf({ quietHits, quietOf }: Counts): number | null {
  return quietOf === 0 ? null : quietHits / quietOf;
}
