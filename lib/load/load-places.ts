import { loadCountries } from "./load-countries";
import { fail, readOneOf, readText } from "./read-cell";
import { readCountry } from "./read-country";
import { readTable } from "./read-table";

/** A word by which a community's name or gloss names a place. */
export interface Place {
  /** Lower-case word or words; a `*` at the end stands for any ending. */
  readonly word: string;
  readonly place: string;
  readonly kind: "city" | "region" | "country";
  /** Country of the place, as Table 1 prints it. */
  readonly country: string;
}

/**
 * Read the place names that occur in Table 1.
 *
 * @throws Error naming file, line and column of the first cell that does not fit
 */
export function loadPlaces(path = "data/places.csv"): readonly Place[] {
  const countries = loadCountries();
  return readTable(path, ["word", "place", "kind", "country"], { unique: ["word"] }).map((row) => {
    const word = readText(row, "word");
    if (!/^[\p{Ll} .-]+\*?$/u.test(word)) fail(row, "word", "lower-case words, with * only at the end", "write it so");
    return {
      word,
      place: readText(row, "place"),
      kind: readOneOf(row, "kind", ["city", "region", "country"]),
      country: readCountry(row, "country", countries),
    };
  });
}
