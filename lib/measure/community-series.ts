import { dateOf, daysSince, listDays } from "../corpus/calendar-day";
import type { Host } from "../corpus/study";
import type { Platform, Post } from "../load/post";
import { addSeries, type DailySeries } from "./daily-series";

/** Posts of one community by day. */
export interface CommunitySeries {
  /** Platform and name, which together are one community. */
  readonly community: string;
  readonly name: string;
  readonly platform: Platform;
  /** Country and region of the community; null where nothing says it. */
  readonly host: Host | null;
  readonly series: DailySeries;
}

/** What of a study is needed to count by day. */
interface CountedStudy {
  readonly from: string;
  readonly until: string;
  hostOf(post: Pick<Post, "platform" | "community">): Host | null;
}

/** What is counted. */
export interface CommunitySeriesOptions {
  /** Posts, as by default, comments, or both. */
  readonly unit?: "post" | "comment" | "both";
  /** Whether a post is counted at all, such as only those of members. */
  readonly among?: (post: Post, document: number) => boolean;
}

/**
 * Count posts by community and day over a study's window, silent days as 0.
 *
 * A post without text is counted too: it is one of the posts of the day.
 *
 * @param documents  numbers of the posts that have what is counted
 * @returns communities that have a post in the window, by platform and name in code-unit order
 */
export function communitySeries(
  corpus: { readonly posts: readonly Post[] },
  study: CountedStudy,
  documents: Iterable<number>,
  { unit = "post", among = () => true }: CommunitySeriesOptions = {},
): CommunitySeries[] {
  const { posts } = corpus;
  const days = listDays(study.from, study.until);
  const start = dateOf(study.from);
  const wanted = new Uint8Array(posts.length);
  for (const document of documents) wanted[document] = 1;
  const found = new Map<string, CommunitySeries & { series: { hits: Float64Array; of: Float64Array } }>();
  posts.forEach((post, document) => {
    const day = daysSince(start, post.createdAt);
    if (
      day < 0 ||
      day >= days.length ||
      (unit !== "both" && post.kind !== unit) ||
      !among(post, document)
    )
      return;
    const { platform, community: name } = post;
    const community = `${platform}: ${name}`;
    let own = found.get(community);
    if (own === undefined) {
      const series = { days, hits: new Float64Array(days.length), of: new Float64Array(days.length) };
      own = { community, name, platform, host: study.hostOf(post), series };
      found.set(community, own);
    }
    own.series.of[day]!++;
    own.series.hits[day]! += wanted[document] as number;
  });
  return [...found.values()].sort((a, b) => (a.community < b.community ? -1 : 1));
}

/** Add the series of some communities; zeros over the window where there is none. */
export function wholeSeries(
  parts: readonly CommunitySeries[],
  study: Pick<CountedStudy, "from" | "until">,
): DailySeries {
  if (parts.length > 0) return addSeries(parts.map(({ series }) => series));
  const days = listDays(study.from, study.until);
  return { days, hits: days.map(() => 0), of: days.map(() => 0) };
}
