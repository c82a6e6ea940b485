import { type Checked } from "./checked";
import { sayCount } from "./say-burst";
import type { StanceShares } from "./stance-shares";

/** Share from which a stance is a voice among others: one post in ten. */
export const VOICE = 0.1;
/** Posts from which a share of one in five can be told from one in ten (Wilson, 95%). */
const FEWEST_NAMING = 40;

/**
 * Check that both support for a figure and doubts were voiced (claim O3).
 *
 * They were where each has more than one in ten of the posts that name the figure, also at the lower end
 * of the interval over redrawn communities. A single supporter among hundreds is no voice, and a
 * classifier's error may look like one.
 */
export function checkBothStances({
  posts,
  communities,
  rows,
  polarisation,
  divided,
}: StanceShares): Checked {
  const [support, doubt] = ["support", "doubt"].map((stance) =>
    rows.find((row) => row.stance === stance),
  ) as [(typeof rows)[number], (typeof rows)[number]];
  if (posts < FEWEST_NAMING || support.low === null || doubt.low === null) {
    const detail =
      `${sayCount(posts, "post names", "posts name")} the figure, in ` +
      `${sayCount(communities, "community", "communities")}; ` +
      `${FEWEST_NAMING} in at least two are needed.`;
    return { holds: "too little data", computed: "too few posts", detail, remarks: [] };
  }
  const percent = (value: number | null): string => `${Math.round(100 * (value ?? 0))}%`;
  const say = ({ share, low, high }: typeof support): string =>
    `${percent(share)} (${percent(low)} to ${percent(high)})`;
  return {
    holds: support.low > VOICE && doubt.low > VOICE,
    computed: `${percent(support.share)} support, ${percent(doubt.share)} doubt`,
    detail:
      `Of ${posts} posts and comments that name the figure, support has ${say(support)} and doubt ` +
      `${say(doubt)}; polarisation is ` +
      `${(polarisation ?? 0).toFixed(2)} of 1, and ${divided} of ${communities} communities have both.`,
    remarks: [],
  };
}
