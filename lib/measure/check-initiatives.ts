import { type Checked } from "./checked";
import { sayCount } from "./say-burst";
import type { CarriedBy } from "./who-carried";

/** Fewest posts and communities that say something of who began. */
const FEWEST_POSTS = 30;
const FEWEST_COMMUNITIES = 5;

/**
 * Check that initiatives came from ordinary members and not only from leaders (claim C4).
 *
 * They did where members wrote more than half of them, also at the lower end of the interval over redrawn
 * communities. "Not only" alone would hold with a single member.
 *
 * @param carried  posts with the acts of the crisis, in its stretch, all communities together
 */
export function checkInitiatives(carried: CarriedBy | undefined): Checked {
  const {
    posts = 0,
    communities = 0,
    byMembers = 0,
    share = null,
    low = null,
    high = null,
    authors = 0,
    unsigned = 0,
  } = carried ?? {};
  const signed = posts - unsigned;
  if (
    signed < FEWEST_POSTS ||
    communities < FEWEST_COMMUNITIES ||
    share === null ||
    low === null ||
    high === null
  ) {
    const detail =
      `${sayCount(signed, "initiative", "initiatives")} of which it is known who signed, in ` +
      `${sayCount(communities, "community", "communities")}, are too few; ${FEWEST_POSTS} in ` +
      `${FEWEST_COMMUNITIES} communities are needed.`;
    return { holds: "too little data", computed: "too few posts", detail, remarks: [] };
  }
  const percent = (value: number): string => `${Math.round(100 * value)}%`;
  return {
    holds: low > 0.5,
    computed: `${percent(share)} by members`,
    detail:
      `Members wrote ${byMembers} of ${signed} initiatives in ${communities} communities, ${percent(share)} ` +
      `(${percent(low)} to ${percent(high)} over redrawn communities); ${authors} authors are ` +
      `known by their hash.`,
    remarks:
      unsigned > 0
        ? [`Of ${unsigned} more the export does not say who signed; they are left out.`]
        : [],
  };
}
