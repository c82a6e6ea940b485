/** How unequally posts are spread over those who wrote them. */
export interface AuthorConcentration {
  readonly authors: number;
  /** Gini coefficient, 0 where all wrote as much to nearly 1; null for fewer than two authors. */
  readonly gini: number | null;
  /** Share of the posts by the author who wrote most; null without a post. */
  readonly topShare: number | null;
  /**
   * Herfindahl's index, the sum of squared shares: 1 where one wrote everything, 1/n where n wrote as much
   * each; null without a post.
   */
  readonly herfindahl: number | null;
}

/**
 * Measure how far posts are concentrated on few authors.
 *
 * Gini compares the authors with each other and not with all members: a page with a single author has none,
 * so it is read beside the other two.
 *
 * @param counts  posts of each author, whole numbers from 1 up
 * @throws RangeError if a count is not a whole number from 1 up
 * @see Gini, C. (1912). Variabilità e mutabilità. Herfindahl, O. C. (1950). Concentration in the steel
 * industry.
 *
 * @example
 * authorConcentration([1, 1, 2]).herfindahl; // 0.375
 * authorConcentration([1, 3]).gini; // 0.25
 */
export function authorConcentration(counts: readonly number[]): AuthorConcentration {
  const wrong = counts.find((count) => !Number.isInteger(count) || count < 1);
  if (wrong !== undefined) {
    throw new RangeError(
      `authorConcentration: counts must be whole numbers from 1, found ${wrong}; leave out who wrote nothing`,
    );
  }
  const n = counts.length;
  if (n === 0) return { authors: 0, gini: null, topShare: null, herfindahl: null };
  const sorted = [...counts].sort((a, b) => a - b);
  const total = sorted.reduce((sum, count) => sum + count, 0);
  const ranked = sorted.reduce((sum, count, i) => sum + (i + 1) * count, 0);
  return {
    authors: n,
    gini: n < 2 ? null : (2 * ranked) / (n * total) - (n + 1) / n,
    topShare: (sorted[n - 1] as number) / total,
    herfindahl: sorted.reduce((sum, count) => sum + (count / total) ** 2, 0),
  };
}
