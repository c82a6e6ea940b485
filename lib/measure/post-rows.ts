import type { Coding } from "../classify/coding";
import type { Platform, Post } from "../load/post";
import type { CorpusCommunities } from "./corpus-communities";
import { EVERYDAY, hasAny, IDENTITY, POLITICAL } from "./everyday-topics";
import type { PostEngagement } from "./post-engagement";
import { toColumns } from "./to-columns";

/**
 * One post as a row of a table; what is not known is null, and yes and no are 1 and 0, so that means are
 * shares.
 */
export interface PostRow {
  readonly community: string;
  readonly platform: Platform;
  /** Region of the community's country; "not stated" where Table 1 places it nowhere. */
  readonly region: string;
  /** "organisation", "group" or "not stated". */
  readonly kind: string;
  /** Names of its topics. */
  readonly topics: readonly string[];
  /** Name of its type, or "none". */
  readonly type: string;
  /** Whether it is about work, housing or documents; about politics; about identity. */
  readonly everyday: number;
  readonly political: number;
  readonly identity: number;
  readonly reactions: number | null;
  readonly shares: number | null;
  readonly comments: number | null;
  readonly answered: number | null;
  /** Whether comments answer each other. */
  readonly conversation: number | null;
}

/** A row's columns, in order. */
const COLUMNS: readonly (keyof PostRow)[] = [
  "community",
  "platform",
  "region",
  "kind",
  "topics",
  "type",
  "everyday",
  "political",
  "identity",
  "reactions",
  "shares",
  "comments",
  "answered",
  "conversation",
];

/**
 * Lay out posts as a table of arquero, whose `op.mean` leaves out null and whose `op.valid` says of how many.
 *
 * @param engagement  posts to lay out
 */
export function postTable(
  posts: readonly Post[],
  communities: CorpusCommunities,
  engagement: readonly PostEngagement[],
  topics: Coding,
  types: Coding,
): ReturnType<typeof toColumns> {
  return toColumns(postRows(posts, communities, engagement, topics, types), COLUMNS);
}

/**
 * Lay out posts as rows.
 *
 * @param engagement  posts to lay out, in this order
 */
export function postRows(
  posts: readonly Post[],
  communities: CorpusCommunities,
  engagement: readonly PostEngagement[],
  topics: Coding,
  types: Coding,
): PostRow[] {
  const isEveryday = hasAny(topics, EVERYDAY);
  const isPolitical = hasAny(topics, POLITICAL);
  const isIdentity = hasAny(topics, IDENTITY);
  return engagement.map(({ post, community, reactions, shares, comments, depth }) => {
    const { label, region, isOrganisation } = communities.rows[
      community
    ] as CorpusCommunities["rows"][number];
    return {
      community: label,
      platform: (posts[post] as Post).platform,
      region: region ?? "not stated",
      kind: isOrganisation === null ? "not stated" : isOrganisation ? "organisation" : "group",
      topics: namesOf(topics, post),
      type: namesOf(types, post)[0] ?? "none",
      everyday: Number(isEveryday(post)),
      political: Number(isPolitical(post)),
      identity: Number(isIdentity(post)),
      reactions,
      shares,
      comments,
      answered: comments === null ? null : Number(comments > 0),
      conversation: depth === null ? null : Number(depth >= 2),
    };
  });
}

/** Names of the codes of a post, in the codebook's order. */
export function namesOf(coding: Coding, post: number): string[] {
  return coding.of(post).map((code) => coding.names[coding.codes.indexOf(code)] as string);
}
