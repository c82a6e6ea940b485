import type { City } from "../load/load-cities";
import { findMentions, type Mentions } from "./find-mentions";
import type { TermLookup } from "../corpus/term-lookup";

/** Where a city is named. */
export interface CityMention extends City, Mentions {}

/**
 * Find the posts and comments that name a city, in any of its forms: Нью-Йорке, Берлинде, Риму.
 *
 * Words are folded, so mixed scripts and capitals make no difference. Where an ending would meet another
 * word (Рим and Римма, Гамбург and a hamburger), the forms are listed one by one in data/cities.csv.
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
  return cities.map((city) => ({ ...city, ...findMentions(lookup, city.words, isWanted) }));
}
