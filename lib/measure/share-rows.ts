import { dateOf } from "../corpus/calendar-day";
import type { CommunitySeries } from "./community-series";
import { addSeries, weeklySeries } from "./daily-series";
import { groupBy } from "./group-by";

/** Share of posts in one week or day, for a figure or a table. */
export interface ShareRow {
  readonly name: string;
  /** First day. */
  readonly day: string;
  readonly date: Date;
  readonly hits: number;
  readonly of: number;
  /** 100 × hits / of; null where nobody posted. */
  readonly percentage: number | null;
}

/**
 * List the share of posts by week, or by day, for each group of communities.
 *
 * @param groupOf  name of a community's group; null leaves it out
 * @param unit     weeks begin on Monday; those at the ends that are not whole are left out
 */
export function shareRows<Part extends CommunitySeries>(
  parts: readonly Part[],
  groupOf: (part: Part) => string | null,
  unit: "week" | "day" = "week",
): ShareRow[] {
  return [...groupBy(parts, groupOf)].flatMap(([name, own]) => {
    const daily = addSeries(own.map(({ series }) => series));
    const { days, hits, of } = unit === "week" ? weeklySeries(daily) : daily;
    return days.map((day, i): ShareRow => {
      const [found, posts] = [hits[i] as number, of[i] as number];
      return {
        name,
        day,
        date: dateOf(day),
        hits: found,
        of: posts,
        percentage: posts === 0 ? null : (100 * found) / posts,
      };
    });
  });
}
