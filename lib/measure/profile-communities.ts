import { type Governance, governance, type GovernanceThresholds } from "../classify/governance";
import type { Post } from "../load/post";
import { authorConcentration } from "./author-concentration";
import type { CorpusCommunities, CorpusCommunity } from "./corpus-communities";
import { meanKnown } from "./mean-known";
import type { PostEngagement } from "./post-engagement";

/** Who posts in a community, who answers, and what its posts draw. */
export interface CommunityProfile extends CorpusCommunity {
  readonly posts: number;
  /** Share of posts in the community's own name, of those of which the export says it; else null. */
  readonly administratorShare: number | null;
  /** Distinct authors, the community itself as one; null where no author is known. */
  readonly authors: number | null;
  readonly gini: number | null;
  readonly topShare: number | null;
  /** Herfindahl's index of the authors. */
  readonly concentration: number | null;
  /** Share of posts with at least one comment, of those whose comments are counted. */
  readonly replyShare: number | null;
  /** Share of posts on which at least two others spoke, of those whose comments were collected. */
  readonly talkShare: number | null;
  /** Share of posts on which at least one other spoke, of those whose comments were collected. */
  readonly answeredByOthers: number | null;
  /** Distinct persons who commented; null where no comments were collected. */
  readonly commenters: number | null;
  readonly reactionsPerPost: number | null;
  readonly sharesPerPost: number | null;
  readonly commentsPerPost: number | null;
  readonly governance: Governance["kind"];
  readonly because: string;
}

/**
 * Sum up each community: who posts in it, who answers, and how it is governed.
 *
 * @param engagement  as `postEngagement` gives it for the same posts
 * @param thresholds  of governance, where they are to be varied
 * @returns communities with at least one post, in the order of `communities`
 */
export function profileCommunities(
  posts: readonly Post[],
  communities: CorpusCommunities,
  engagement: readonly PostEngagement[],
  thresholds: Partial<GovernanceThresholds> = {},
): CommunityProfile[] {
  const own: PostEngagement[][] = communities.rows.map(() => []);
  for (const row of engagement) own[row.community]?.push(row);
  const commenters = communities.rows.map(() => new Set<string>());
  const hasComments = new Uint8Array(communities.rows.length);
  posts.forEach(({ kind, author }, number) => {
    if (kind !== "comment") return;
    hasComments[communities.of[number] as number] = 1;
    if (author !== null) commenters[communities.of[number] as number]?.add(author);
  });
  return communities.rows.flatMap((community, i): CommunityProfile[] => {
    const rows = own[i] as PostEngagement[];
    if (rows.length === 0) return [];
    const counts = new Map<string, number>();
    for (const { post, signature } of rows) {
      const author = signature === "community" ? "" : (posts[post]?.author ?? null);
      if (author !== null) counts.set(author, (counts.get(author) ?? 0) + 1);
    }
    const { authors, gini, topShare, herfindahl } = authorConcentration([...counts.values()]);
    const shareOf = (isSo: (row: PostEngagement) => boolean | null): number | null =>
      meanKnown(rows.map((row) => asNumber(isSo(row)))).mean;
    const voices = {
      administratorShare: shareOf(({ signature }) => (signature === null ? null : signature === "community")),
      concentration: herfindahl,
      replyShare: shareOf(({ comments }) => (comments === null ? null : comments > 0)),
    };
    const { kind, because } = governance(voices, thresholds);
    return [
      {
        ...community,
        posts: rows.length,
        ...voices,
        authors: authors === 0 ? null : authors,
        gini,
        topShare,
        talkShare: shareOf(({ voices: others }) => (others === null ? null : others >= 2)),
        answeredByOthers: shareOf(({ voices: others }) => (others === null ? null : others >= 1)),
        commenters: hasComments[i] === 1 ? (commenters[i]?.size ?? 0) : null,
        reactionsPerPost: meanKnown(rows.map(({ reactions }) => reactions)).mean,
        sharesPerPost: meanKnown(rows.map(({ shares }) => shares)).mean,
        commentsPerPost: meanKnown(rows.map(({ comments }) => comments)).mean,
        governance: kind,
        because,
      },
    ];
  });
}

function asNumber(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}
