import type { Post } from "../load/post";
import type { CorpusCommunities } from "./corpus-communities";
import type { Period } from "./period-of";
import { type RatioWithin, ratioWithin } from "./ratio-within";
import type { RedrawOptions } from "./redraw";
import { shareWithin, type WeighedShare } from "./share-within";
import { signedBy } from "./signed-by";

/** Political posts by one kind of author in one kind of time. */
export interface VoiceCount {
  readonly voice: "administrators of an organisation" | "administrators of a group" | "persons";
  readonly routine: number;
  readonly crisis: number;
}

/** Who writes political posts, and when. */
export interface PoliticalVoices {
  /** Three rows; posts whose signature or time is not known are in none. */
  readonly counts: readonly VoiceCount[];
  /** Political posts that administrators wrote at any time, or persons in a crisis: the paper's two cases. */
  readonly covered: WeighedShare;
  /**
   * How many times as large the administrators' share of political posts is on routine days as in a crisis,
   * in communities where persons write such posts too.
   */
  readonly shift: RatioWithin;
  /** Political posts of which the export does not say in whose name they stand. */
  readonly unsigned: number;
}

/**
 * Count who writes political posts on routine days and in crises.
 *
 * @param political  numbers of the political posts
 * @param periods    period of each post of the corpus
 */
export function politicalVoices(
  posts: readonly Post[],
  communities: CorpusCommunities,
  political: readonly number[],
  periods: readonly Period[],
  options: RedrawOptions = { seed: 1 },
): PoliticalVoices {
  const signatures = signedBy(posts);
  const dated = political.filter((post) => periods[post] !== null);
  const signed = dated.filter((post) => signatures[post] !== null);
  const isOrganisation = (post: number): boolean => {
    return communities.rows[communities.of[post] as number]?.isOrganisation === true;
  };
  const count = (voice: VoiceCount["voice"], isSo: (post: number) => boolean): VoiceCount => {
    const own = signed.filter(isSo);
    const routine = own.filter((post) => periods[post] === "quiet").length;
    return { voice, routine, crisis: own.length - routine };
  };
  const byAdministrator = (post: number): boolean => signatures[post] === "community";
  const open = new Set(signed.filter((post) => !byAdministrator(post)).map((post) => communities.of[post]));
  return {
    counts: [
      count("administrators of an organisation", (post) => byAdministrator(post) && isOrganisation(post)),
      count("administrators of a group", (post) => byAdministrator(post) && !isOrganisation(post)),
      count("persons", (post) => !byAdministrator(post)),
    ],
    covered: shareWithin(
      signed,
      (post) => byAdministrator(post) || periods[post] !== "quiet",
      communities.of,
      options,
    ),
    shift: ratioWithin(
      signed
        .filter((post) => !isOrganisation(post) && open.has(communities.of[post]))
        .map((post) => ({
          community: communities.of[post] as number,
          value: Number(byAdministrator(post)),
          isInside: periods[post] === "quiet",
        })),
      options,
    ),
    unsigned: dated.length - signed.length,
  };
}
