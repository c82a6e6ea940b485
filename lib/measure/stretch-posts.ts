import { dayOf } from "../corpus/calendar-day";
import type { Post } from "../load/post";

/**
 * Keep the posts that lie in a stretch of days.
 *
 * @param documents  numbers of posts and comments
 * @param unit       posts, as by default, comments, or both
 * @returns their numbers, in order, each once
 */
export function stretchPosts(
  posts: readonly Post[],
  stretch: { readonly from: string; readonly until: string },
  documents: Iterable<number>,
  unit: "post" | "comment" | "both" = "post",
): number[] {
  return [...new Set(documents)]
    .filter((document) => {
      const { kind, createdAt } = posts[document] as Post;
      const day = dayOf(createdAt);
      return (unit === "both" || kind === unit) && day >= stretch.from && day <= stretch.until;
    })
    .sort((a, b) => a - b);
}

/**
 * Posts that have any of some codes, each once.
 *
 * @param codes  ids; none gives no post
 */
export function anyCode<Code extends string>(
  coding: { documents(code: Code): Iterable<number> },
  codes: readonly Code[],
): number[] {
  return [...new Set(codes.flatMap((code) => [...coding.documents(code)]))].sort((a, b) => a - b);
}
