import type { CarriedBy } from "../measure/who-carried";
import { formatPercent } from "./format-number";
import { type Table, table } from "./table";

/**
 * Show who wrote some posts, a row a group.
 *
 * @returns the table; a sentence where there is no row
 */
export function carriedTable(rows: readonly CarriedBy[], caption: string): Table | string {
  if (rows.length === 0) return `${caption}: there is no such post.`;
  const percent = (share: number): string => formatPercent(share, 0);
  return table(rows, {
    caption,
    columns: {
      name: "Group",
      posts: "Posts",
      communities: "Communities",
      byMembers: "By members",
      share: "Share",
      low: "Low",
      high: "High",
      authors: "Authors",
      unsigned: "Signer not said",
    },
    format: { share: percent, low: percent, high: percent },
    notes: "Low and high: 95% interval of the share over redrawn communities.",
  });
}
