import type { Post } from "../load/post";
import type { TermLookup } from "../corpus/term-lookup";

/** How many posts and comments of a month hold one of some words. */
export interface MonthShare {
  /** Such as "2020-05". */
  readonly month: string;
  /** First day of the month, UTC. */
  readonly date: Date;
  /** Posts and comments of the month that have a text. */
  readonly documents: number;
  readonly hits: number;
  /** 100 × hits / documents; null where the month has none. */
  readonly percentage: number | null;
}

/**
 * Count by month how many posts and comments hold at least one of some words.
 *
 * @param patterns  words, or patterns such as `вакцин*`, as `TermLookup.find` takes them
 * @returns a row a month from the first post's to the last's, months without any post too
 */
export function shareByMonth(
  posts: readonly Pick<Post, "createdAt">[],
  lookup: TermLookup,
  patterns: readonly string[],
): MonthShare[] {
  const { index } = lookup;
  if (posts.length !== index.documentCount) {
    throw new RangeError(
      `shareByMonth: needs a post for each of ${index.documentCount} documents, found ${posts.length}`,
    );
  }
  const isWanted = new Uint8Array(index.typeCount);
  for (const term of patterns.flatMap((pattern) => lookup.find(pattern)))
    for (const type of lookup.typesOf(term)) isWanted[type] = 1;
  const counts = new Map<number, { documents: number; hits: number }>();
  posts.forEach(({ createdAt }, document) => {
    const types = index.document(document);
    const month = createdAt.getUTCFullYear() * 12 + createdAt.getUTCMonth();
    const count = counts.get(month) ?? { documents: 0, hits: 0 };
    count.documents += Number(types.length > 0);
    count.hits += Number(types.some((type) => isWanted[type] === 1));
    counts.set(month, count);
  });
  const months = [...counts.keys()].sort((a, b) => a - b);
  const [first = 0, last = -1] = [months[0], months.at(-1)];
  return Array.from({ length: last - first + 1 }, (_, i): MonthShare => {
    const { documents, hits } = counts.get(first + i) ?? { documents: 0, hits: 0 };
    const date = new Date(Date.UTC(Math.floor((first + i) / 12), (first + i) % 12, 1));
    return {
      month: date.toISOString().slice(0, 7),
      date,
      documents,
      hits,
      percentage: documents === 0 ? null : (100 * hits) / documents,
    };
  });
}
