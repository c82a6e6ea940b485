import type { Coding } from "../classify/coding";
import type { Candidate } from "../classify/eligibility-rules";
import { type Community, type CommunityType, loadCommunities } from "../load/load-communities";
import type { CommunityInfo, Post } from "../load/post";
import { corpusCommunities } from "./corpus-communities";
import { meanKnown } from "./mean-known";
import { postEngagement } from "./post-engagement";
import { profileCommunities } from "./profile-communities";

/** A community of a corpus as a candidate for the sample, with the numbers that decide. */
export interface JudgedCandidate extends Candidate {
  readonly posts: number;
  /** Share of posts with a text that the classifier calls advertisements. */
  readonly advertisements: number | null;
  /** Share of posts on which at least two others than the author spoke. */
  readonly discussed: number | null;
  readonly administratorShare: number | null;
}

/** From which values on a community only advertises and hides who runs it. */
export interface AdvertisingThresholds {
  /** Share of posts from which most of what is posted is advertisement; default 0.5. */
  readonly advertisements: number;
  /**
   * Share of posts with a discussion below which members do not discuss; default 0.05, one post in twenty.
   */
  readonly discussed: number;
  /** Share of posts in the community's own name from which nobody signs as a person; default 0.95. */
  readonly administratorShare: number;
}

/** The thresholds where none are given. */
export const ADVERTISING_THRESHOLDS: AdvertisingThresholds = {
  advertisements: 0.5,
  discussed: 0.05,
  administratorShare: 0.95,
};

/**
 * Judge from the posts of communities whether they only advertise and hide who runs them (section 4).
 *
 * A classifier misses some advertisements, so the rule asks for most of the posts and not for all; that
 * members do not discuss is asked beside it. A community all of whose posts stand in its own name shows no
 * administrator. What the posts cannot tell stays null, and never puts a community out.
 *
 * @param corpus  candidates, or the sample itself
 * @param types   what `codePostTypes` said of these posts
 * @returns a candidate a community, as `eligibility` and `attrition` take it
 */
export function judgeCandidates(
  corpus: { readonly posts: readonly Post[]; readonly communities: readonly CommunityInfo[] },
  types: Coding,
  thresholds: Partial<AdvertisingThresholds> = {},
  listed: readonly Community[] = loadCommunities(),
): JudgedCandidate[] {
  const limits = { ...ADVERTISING_THRESHOLDS, ...thresholds };
  const communities = corpusCommunities(corpus, undefined, listed);
  const engagement = postEngagement(corpus.posts, communities);
  return profileCommunities(corpus.posts, communities, engagement).map((profile): JudgedCandidate => {
    const { platform, name, label, type, members, posts, administratorShare, talkShare: discussed } = profile;
    const own = engagement.filter(({ post, community }) => {
      return communities.rows[community]?.label === label && corpus.posts[post]?.text !== "";
    });
    const advertisements = meanKnown(own.map(({ post }) => Number(types.has(post, "advertisement")))).mean;
    const info = corpus.communities.find((row) => row.platform === platform && row.name === name);
    const row = listed.find(
      (printed) => printed.platform === platform && printed.name.normalize("NFC") === name,
    );
    return judgeAgain(
      {
        id: label,
        platform,
        type: platform === "vkontakte" ? "community" : asType(type),
        name,
        members,
        isPublic: info === undefined || info.access === null ? null : info.access === "open",
        runByOrganisation: row?.runByOrganisation ?? "unknown",
        isAdvertisementOnly: null,
        hasConcealedAdministrators: null,
        posts,
        advertisements,
        discussed,
        administratorShare,
      },
      limits,
    );
  });
}

/** Judge a candidate by other thresholds, from the numbers that it carries. */
export function judgeAgain(candidate: JudgedCandidate, limits: AdvertisingThresholds): JudgedCandidate {
  const { advertisements, discussed, administratorShare } = candidate;
  const isQuiet = discussed === null ? null : discussed < limits.discussed;
  const isAdvertising = advertisements === null ? null : advertisements >= limits.advertisements;
  return {
    ...candidate,
    isAdvertisementOnly: isAdvertising === false || isQuiet === false ? false : isAdvertising && isQuiet,
    hasConcealedAdministrators:
      administratorShare !== null && administratorShare >= limits.administratorShare ? true : null,
  };
}

function asType(type: string | null): CommunityType {
  return type === "page" || type === "community" ? type : "group";
}
