import type { Post } from "../load/post";
import { groupBy } from "./group-by";
import { redraw } from "./redraw";
import { type Signature, signedBy } from "./signed-by";

/** Who wrote some posts: administrators in the community's name, or members. */
export interface CarriedBy {
  readonly name: string;
  readonly posts: number;
  readonly communities: number;
  /** Posts that stand in a person's name. */
  readonly byMembers: number;
  /**
   * Their share of the posts of which it is known who signs, with a 95% interval over redrawn communities; null
   * without such posts, the interval also with one community.
   */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Authors that are known, administrators among them. */
  readonly authors: number;
  /** Posts of which the export does not say who signs; they are in no share. */
  readonly unsigned: number;
}

/**
 * Count who wrote some posts, by group.
 *
 * An administrator who writes under a name of her own is a member here: no export tells them apart. Who signs
 * is known as `signedBy` says; where it is not, a post is in no share, or missing marks would make members of
 * all.
 *
 * @param posts      all of the corpus, since a community's other posts say whether its own are marked
 * @param documents  numbers of the posts
 * @param groupOf    name of a post's group; null leaves it out
 * @returns a row a group, in order of first appearance
 */
export function whoCarried(
  posts: readonly Post[],
  documents: Iterable<number>,
  groupOf: (post: Post) => string | null,
  { seed }: { readonly seed: number },
): CarriedBy[] {
  const signatures = signedBy(posts);
  const wanted = Array.from(documents, (document) => {
    return { post: posts[document] as Post, signature: signatures[document] as Signature };
  });
  return [...groupBy(wanted, ({ post }) => groupOf(post))].map(([name, own]): CarriedBy => {
    const parts = new Map<string, { members: number; of: number }>();
    for (const { post, signature } of own) {
      const key = `${post.platform} ${post.community}`;
      const part = parts.get(key) ?? { members: 0, of: 0 };
      part.of += Number(signature !== null);
      part.members += Number(signature === "person");
      parts.set(key, part);
    }
    const signed = [...parts.values()].filter(({ of }) => of > 0);
    const shareOf = (drawn: readonly { members: number; of: number }[]): number | null => {
      const of = drawn.reduce((sum, part) => sum + part.of, 0);
      return of === 0 ? null : drawn.reduce((sum, part) => sum + part.members, 0) / of;
    };
    const interval = redraw(signed, shareOf, { seed });
    return {
      name,
      posts: own.length,
      communities: parts.size,
      byMembers: own.filter(({ signature }) => signature === "person").length,
      share: shareOf(signed),
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      authors: new Set(
        own.flatMap(({ post }) => (post.author === null ? [] : [`${post.platform} ${post.author}`])),
      ).size,
      unsigned: own.filter(({ signature }) => signature === null).length,
    };
  });
}
