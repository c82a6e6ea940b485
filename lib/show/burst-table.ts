import type { CrisisBurst } from "../measure/crisis-bursts";
import { sayNumber, sayThousands } from "../measure/say-burst";
import { type Table, table } from "./table";

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

/**
 * Show bursts as a table, a row a group of communities.
 *
 * @param options.groups   what a row is, such as "Platform"
 * @param options.caption  with the corpus
 * @returns the table; a sentence where there is no row
 */
export function burstTable(
  bursts: readonly CrisisBurst[],
  { groups, caption }: { readonly groups: string; readonly caption: string },
): Table | string {
  if (bursts.length === 0) return `${caption}: there is nothing to count.`;
  const rows = bursts.map((burst) => ({
    name: burst.name,
    communities: burst.communities,
    hits: burst.hits,
    expected: Math.round(burst.expected),
    share: burst.share,
    quietShare: burst.quietShare,
    ratio:
      burst.ratio === null || burst.low === null || burst.high === null
        ? null
        : burst.quietShare === 0
          ? "none on quiet days"
          : `${sayNumber(burst.ratio)} (${sayNumber(burst.low)} to ${sayNumber(burst.high)})`,
    p: burst.p,
    outcome: burst.needed === null ? burst.outcome : `${burst.outcome}: ${sayThousands(burst.needed)} posts needed`,
  }));
  return table(rows, {
    caption,
    columns: {
      name: groups,
      communities: "Communities",
      hits: "Posts",
      expected: "Expected",
      share: "Share",
      quietShare: "Quiet share",
      ratio: "Times (95% interval)",
      p: "p",
      outcome: "Outcome",
    },
    format: { share: percent, quietShare: percent, p: 3 },
    notes:
      "Posts: in the stretch, of the kind that is counted. Expected: at each community's own share of quiet " +
      "days. p: by circular shifts, for all rows together.",
  });
}
