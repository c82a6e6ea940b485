import type { Post } from "../load/post";
import type { Period } from "./period-of";
import type { PostEngagement } from "./post-engagement";

/** What was written on routine days, with a text that can be coded. */
export interface RoutinePosts {
  /** Numbers of the posts, and of the comments. */
  readonly posts: readonly number[];
  readonly comments: readonly number[];
  /** What the posts drew. */
  readonly engagement: readonly PostEngagement[];
  /** Of all posts and comments, those outside the study's window. */
  readonly outside: number;
  /** Posts of routine days without a text, which are in no number above. */
  readonly withoutText: number;
}

/**
 * Choose the posts and comments of routine days that have a text.
 *
 * @param periods  period of each post and comment, as `periodOf` gives it
 */
export function routinePosts(
  posts: readonly Post[],
  periods: readonly Period[],
  engagement: readonly PostEngagement[],
): RoutinePosts {
  const isRoutine = (number: number): boolean => periods[number] === "quiet" && posts[number]?.text !== "";
  const of = (kind: Post["kind"]): number[] => {
    return posts.flatMap((post, number) => (post.kind === kind && isRoutine(number) ? [number] : []));
  };
  return {
    posts: of("post"),
    comments: of("comment"),
    engagement: engagement.filter(({ post }) => isRoutine(post)),
    outside: periods.filter((period) => period === null).length,
    withoutText: posts.filter(({ kind, text }, i) => kind === "post" && text === "" && periods[i] === "quiet")
      .length,
  };
}
