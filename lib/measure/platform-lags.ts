import { addDays } from "../corpus/calendar-day";
import type { CommunitySeries } from "./community-series";
import { addSeries, placesOf } from "./daily-series";
import { leadLag } from "./lead-lag";

/** Which of two platforms came first. */
export interface PlatformLag {
  /** Such as "facebook, then vkontakte". */
  readonly platforms: string;
  /** Days by which the second follows where the two agree most; negative where it leads. */
  readonly lag: number;
  /** Correlation at that lag, and of the same days. */
  readonly correlation: number;
  readonly sameDay: number;
  readonly p: number;
}

/** Days before the stretch that are taken along, so that there is a rise to compare. */
const BEFORE = 28;

/**
 * Compare when the platforms took up a topic, two by two, by day over the stretch and the four weeks
 * before it.
 *
 * The shares of a day are compared, so that a platform with more posts does not lead by their number; a day without
 * posts on one of them has no share and is left out.
 *
 * @returns pairs of platforms in order; none where there are fewer than two, or too few days
 */
export function platformLags(
  parts: readonly CommunitySeries[],
  stretch: { readonly from: string; readonly until: string },
  { seed }: { readonly seed: number },
): PlatformLag[] {
  const names = [...new Set(parts.map(({ platform }) => platform))];
  const shares = names.map((name) => {
    const { days, hits, of } = addSeries(
      parts.filter(({ platform }) => platform === name).map(({ series }) => series),
    );
    const [start, end] = placesOf(days, addDays(stretch.from, -BEFORE), stretch.until);
    return Array.from({ length: end - start }, (_, i) => {
      const posts = of[start + i] as number;
      return posts === 0 ? null : (hits[start + i] as number) / posts;
    });
  });
  return names.flatMap((first, i) =>
    names.slice(i + 1).flatMap((second, j): PlatformLag[] => {
      const [a, b] = [shares[i] as (number | null)[], shares[i + 1 + j] as (number | null)[]];
      if (a.length < 28) return [];
      const { lag, correlation, correlations, p } = leadLag(a, b, { seed });
      return [
        {
          platforms: `${first}, then ${second}`,
          lag,
          correlation,
          sameDay: correlations[(correlations.length - 1) / 2] as number,
          p,
        },
      ];
    }),
  );
}
