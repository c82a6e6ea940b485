import type { Post } from "../load/post";

/** How many of those who wrote about something came back to it. */
export interface ReturningAuthors {
  /** Persons who wrote about it at least once. */
  readonly authors: number;
  /** Those who did so in at least two calendar months. */
  readonly returning: number;
  /** returning / authors; null where nobody is known. */
  readonly share: number | null;
  /** Posts and comments without a known author: they are in neither number. */
  readonly unknown: number;
}

/**
 * Count who comes back to a topic in another month.
 *
 * Several comments in one thread or one week are one occasion; an interest that is kept up shows over months.
 *
 * @param documents  numbers of the posts and comments on the topic, those in a community's name left out
 * @example
 * const on = (day) => ({ platform: "facebook", author: "a", createdAt: new Date(day) });
 * returningAuthors([on("2021-01-05"), on("2021-01-30")], [0, 1]).returning; // 0
 * returningAuthors([on("2021-01-05"), on("2021-02-01")], [0, 1]).returning; // 1
 */
export function returningAuthors(posts: readonly Post[], documents: readonly number[]): ReturningAuthors {
  const months = new Map<string, Set<string>>();
  let unknown = 0;
  for (const document of documents) {
    const { platform, author, createdAt } = posts[document] as Post;
    if (author === null) {
      unknown += 1;
      continue;
    }
    const key = `${platform} ${author}`;
    const own = months.get(key) ?? new Set();
    months.set(key, own);
    own.add(createdAt.toISOString().slice(0, 7));
  }
  const returning = [...months.values()].filter(({ size }) => size >= 2).length;
  return {
    authors: months.size,
    returning,
    share: months.size === 0 ? null : returning / months.size,
    unknown,
  };
}
