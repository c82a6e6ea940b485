import { dayOf } from "../corpus/calendar-day";
import type { Post } from "../load/post";

/**
 * Keep the posts that lie in a stretch of days.
 *
 * @param documents  numbers of posts and comments
 * @param unit       posts, as by default, comments, or both
 * @returns their numbers, in order, each once
 *
 * @example
 * const posts = ["2020-10-04", "2020-10-05"].map((day) => ({ kind: "post", createdAt: new Date(day) }));
 * stretchPosts(posts, { from: "2020-10-05", until: "2020-10-06" }, [0, 1, 1]); // [1]
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
 *
 * @example
 * const coding = { documents: (code) => (code === "call" ? [3, 1] : [3, 2]) };
 * anyCode(coding, ["call", "report"]); // [1, 2, 3]
 */
export function anyCode<Code extends string>(
  coding: { documents(code: Code): Iterable<number> },
  codes: readonly Code[],
): number[] {
  return [...new Set(codes.flatMap((code) => [...coding.documents(code)]))].sort((a, b) => a - b);
}
