import type { CommunitySeries } from "./community-series";
import { placesOf, totalOf } from "./daily-series";

/** Share of political posts under which a community is called apolitical: one post in twenty. */
export const APOLITICAL = 0.05;
/** Posts before the crisis that a share rests on at least. */
export const FEWEST_BEFORE = 20;

/** How political one community was before a crisis, and in it. */
export interface CommunityBefore {
  readonly community: string;
  readonly name: string;
  readonly platform: string;
  /** Posts on quiet days before the crisis, and the share of them that is political. */
  readonly before: number;
  readonly shareBefore: number | null;
  /** The same in the stretch of the crisis. */
  readonly during: number;
  readonly shareDuring: number | null;
  /** Whether it counts as apolitical before; null with too few posts to say. */
  readonly isApolitical: boolean | null;
}

/**
 * Tell which communities were apolitical before a crisis.
 *
 * Only days before the crisis decide: quiet days after it would know what came.
 *
 * @param parts      political posts, as `communitySeries` counts them
 * @param threshold  share from which a community is political; default one in twenty
 */
export function communitiesBefore(
  parts: readonly CommunitySeries[],
  stretch: { readonly from: string; readonly until: string; readonly isQuiet: (day: string) => boolean },
  threshold = APOLITICAL,
): CommunityBefore[] {
  return parts.map(({ community, name, platform, series }) => {
    const [start, end] = placesOf(series.days, stretch.from, stretch.until);
    const sums = (isCounted: (i: number) => boolean) => {
      const kept = series.days.flatMap((_, i) => (isCounted(i) ? [i] : []));
      return totalOf({
        hits: kept.map((i) => series.hits[i] as number),
        of: kept.map((i) => series.of[i] as number),
      });
    };
    const before = sums((i) => i < start && stretch.isQuiet(series.days[i] as string));
    const during = sums((i) => i >= start && i < end);
    const shareBefore = before.of === 0 ? null : before.hits / before.of;
    return {
      community,
      name,
      platform,
      before: before.of,
      shareBefore,
      during: during.of,
      shareDuring: during.of === 0 ? null : during.hits / during.of,
      isApolitical: shareBefore === null || before.of < FEWEST_BEFORE ? null : shareBefore < threshold,
    };
  });
}
