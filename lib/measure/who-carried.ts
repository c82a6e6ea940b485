import type { Post } from "../load/post";
import { groupBy } from "./group-by";
import { redraw } from "./redraw";

/** Who wrote some posts: administrators in the community's name, or members. */
export interface CarriedBy {
  readonly name: string;
  readonly posts: number;
  readonly communities: number;
  /** Posts that no export marks as written in the community's name. */
  readonly byMembers: number;
  /** Their share, with a 95% interval over redrawn communities; null without posts, or with one community. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Authors that are known, administrators among them. */
  readonly authors: number;
  /** Posts of which the export does not say who signs; they count as members'. */
  readonly unsigned: number;
}

/**
 * Count who wrote some posts, by group.
 *
 * An administrator who writes under a name of her own is a member here: no export tells them apart. On
 * Facebook that cannot be seen from most records, which `unsigned` counts.
 *
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
  const wanted = Array.from(documents, (document) => posts[document] as Post);
  return [...groupBy(wanted, groupOf)].map(([name, own]): CarriedBy => {
    const parts = new Map<string, { members: number; of: number }>();
    for (const { platform, community, byAdmin } of own) {
      const part = parts.get(`${platform} ${community}`) ?? { members: 0, of: 0 };
      part.of++;
      part.members += Number(byAdmin !== true);
      parts.set(`${platform} ${community}`, part);
    }
    const shareOf = (drawn: readonly { members: number; of: number }[]): number | null => {
      const of = drawn.reduce((sum, part) => sum + part.of, 0);
      return of === 0 ? null : drawn.reduce((sum, part) => sum + part.members, 0) / of;
    };
    const interval = redraw([...parts.values()], shareOf, { seed });
    return {
      name,
      posts: own.length,
      communities: parts.size,
      byMembers: own.filter(({ byAdmin }) => byAdmin !== true).length,
      share: shareOf([...parts.values()]),
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      authors: new Set(own.flatMap(({ author }) => author ?? [])).size,
      unsigned: own.filter(({ byAdmin }) => byAdmin === null).length,
    };
  });
}
