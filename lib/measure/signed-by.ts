import type { Post } from "../load/post";

/** In whose name a post stands; null where the export does not say. */
export type Signature = "community" | "person" | null;

/**
 * Tell in whose name each post and comment was published: the community's own, or a person's.
 *
 * Only administrators can publish in a community's name, so such posts are theirs. What an administrator
 * writes in person counts as a person's: no export tells these apart. Some exports mark the community's own
 * posts and leave the rest open; there a named author who is not the community is a person. Where a community
 * has no marked post at all, what is open stays open.
 *
 * @returns one signature a post, in the order of the posts
 * @example
 * const post = { platform: "facebook", community: "A", author: "x", byAdmin: null };
 * signedBy([{ ...post, byAdmin: true }, post, { ...post, community: "B" }]); // ["community", "person", null]
 */
export function signedBy(posts: readonly Post[]): Signature[] {
  const key = ({ platform, community }: Post): string => `${platform} ${community}`;
  const marked = new Set(posts.filter(({ byAdmin }) => byAdmin === true).map(key));
  return posts.map((post) => {
    if (post.byAdmin !== null) return post.byAdmin ? "community" : "person";
    return post.author !== null && marked.has(key(post)) ? "person" : null;
  });
}
