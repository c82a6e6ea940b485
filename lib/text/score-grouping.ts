/** How well keys put the forms of a word together, in pairs of types. */
export interface GroupingScore {
  /** Share of the pairs put together that belong together. */
  readonly precision: number;
  /** Share of the pairs that belong together that were put together. */
  readonly recall: number;
  /** Harmonic mean of the two. */
  readonly f1: number;
  readonly types: number;
}

/**
 * Score a key for grouping the forms of a word against a treebank's lemmas.
 *
 * Each type counts once, with the lemma it has most often (of equals, the first by code unit); of all pairs
 * of types the score asks which are put together and which belong together. A score over tokens would be
 * ruled by a few function words.
 *
 * @param words  form and true lemma, lower-case, one pair a token
 * @param key    the grouping to score
 * @returns shares from 0 to 1; 0 where no pair was put together or belongs together
 *
 * @example
 * scoreGrouping([["a", "x"], ["b", "x"], ["c", "y"]], (form) => (form === "c" ? "c" : "ab")).f1; // 1
 */
export function scoreGrouping(
  words: Iterable<readonly [form: string, lemma: string]>,
  key: (form: string) => string,
): GroupingScore {
  const lemmas = new Map<string, Map<string, number>>();
  for (const [form, lemma] of words) {
    const counts = lemmas.get(form) ?? new Map<string, number>();
    lemmas.set(form, counts.set(lemma, (counts.get(lemma) ?? 0) + 1));
  }
  const [belong, together, both] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const add = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [form, counts] of lemmas) {
    const [[lemma] = [""]] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const found = key(form);
    add(belong, lemma);
    add(together, found);
    add(both, `${lemma}\n${found}`);
  }
  const right = pairs(both);
  const precision = share(right, pairs(together));
  const recall = share(right, pairs(belong));
  return { precision, recall, f1: share(2 * precision * recall, precision + recall), types: lemmas.size };
}

function pairs(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
