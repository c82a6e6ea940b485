import type { City } from "../load/load-cities";
import type { TermLookup } from "../corpus/term-lookup";

/** Where a city is named. */
export interface CityMention extends City {
  /** Posts and comments that name it, each once, in order of their numbers. */
  readonly documents: readonly number[];
  /** Forms met, the commonest first, for a reader to check. */
  readonly forms: readonly string[];
}

/**
 * Find the posts and comments that name a city, in any of its forms: Нью-Йорке, Берлинде, Риму.
 *
 * Words are folded, so mixed scripts and capitals make no difference. Where an ending would meet another word (Рим and Римма, Гамбург and
 * a hamburger), the forms are listed one by one in data/cities.csv.
 *
 * @param lookup    as `themeLookup` makes it
 * @param isWanted  whether a document is counted; all, by default
 * @returns a row a city, in order; cities that nobody names too
 */
export function cityMentions(
  lookup: TermLookup,
  cities: readonly City[],
  isWanted: (document: number) => boolean = () => true,
): CityMention[] {
  const { index, groups } = lookup;
  return cities.map((city) => {
    const patterns = city.words.map((word) => word.split(" "));
    const documents = patterns.flatMap((words) => [...index.documentsAt(lookup.phrase(words))]).filter(isWanted);
    const forms = patterns.flatMap((words) =>
      words.length > 1
        ? lookup.phrase(words).length === 0 ? [] : [{ term: words.join(" "), count: lookup.phrase(words).length }]
        : lookup.find(words[0] as string).map((term) => ({ term: groups.labels[term] as string, count: lookup.count(term) })),
    );
    return {
      ...city,
      documents: [...new Set(documents)].sort((a, b) => a - b),
      forms: forms.sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1)).map(({ term }) => term),
    };
  });
}
