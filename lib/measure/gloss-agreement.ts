import type { Community } from "../load/load-communities";
import type { Place } from "../load/load-places";
import { matchKey } from "../text/match-key";
import { sayList } from "./say-list";

/** What the name, the gloss and the country column of one community say of where it is. */
export interface GlossAgreement {
  readonly id: string;
  /** Places the name names, each once. */
  readonly inName: readonly string[];
  /** Places the gloss names; null where the paper prints no gloss. */
  readonly inGloss: readonly string[] | null;
  readonly country: string | null;
  /**
   * `agrees`; `other country`: a place named lies outside the country column, or name and gloss lie in two countries;
   * `other place`: one country, but the gloss names no place of the name; `nothing to compare`: the name, or all else,
   * names no place.
   */
  readonly outcome: "agrees" | "other country" | "other place" | "nothing to compare";
}

/**
 * Hold the places in a community's name against those in its English gloss and against the country column.
 *
 * Only places are compared. A gloss that names Russia where the name names Moscow is in the right country, but is no
 * translation of the name: it is reported as another place. A misspelling ("Kygyzstani") is no disagreement.
 *
 * @param community  a row of Table 1
 * @param places     as `loadPlaces` gives them
 *
 * @example
 * const places = [
 *   { word: "анталии", place: "Antalya", kind: "city", country: "Turkey" },
 *   { word: "england", place: "England", kind: "region", country: "United Kingdom" },
 * ];
 * const row = { id: "x", name: "Кыргызы в Анталии", gloss: "Kyrgyz in England", country: "Turkey" };
 * glossAgreement(row, places).outcome; // "other country"
 */
export function glossAgreement(
  { id, name, gloss, country }: Pick<Community, "id" | "name" | "gloss" | "country">,
  places: readonly Place[],
): GlossAgreement {
  const nameFinds = findPlaces(name, places);
  const glossFinds = gloss === null ? null : findPlaces(gloss, places);
  const inName = namesOf(nameFinds);
  const inGloss = glossFinds === null ? null : namesOf(glossFinds);
  const countries = new Set([...nameFinds, ...(glossFinds ?? [])].map((place) => place.country));
  if (country !== null) countries.add(country);

  const outcome = (): GlossAgreement["outcome"] => {
    if (countries.size > 1) return "other country";
    if (inGloss !== null && inGloss.length + inName.length > 0) {
      return inGloss.some((place) => inName.includes(place)) ? "agrees" : "other place";
    }
    return country !== null && inName.length > 0 ? "agrees" : "nothing to compare";
  };
  return { id, inName, inGloss, country, outcome: outcome() };
}

/**
 * Say what a name, its gloss and the country column name, also where one of them names nothing.
 *
 * @example
 * sayPlaces({ inName: ["Antalya"], inGloss: ["England"], country: "Turkey" });
 * // "Antalya in the name, England in the gloss, Turkey in the column"
 * sayPlaces({ inName: ["Seoul"], inGloss: null, country: null }); // "Seoul in the name, no gloss, no country"
 */
export function sayPlaces({
  inName,
  inGloss,
  country,
}: Pick<GlossAgreement, "inName" | "inGloss" | "country">): string {
  return [
    `${sayList(inName, "no place")} in the name`,
    inGloss === null ? "no gloss" : `${sayList(inGloss, "no place")} in the gloss`,
    country === null ? "no country" : `${country} in the column`,
  ].join(", ");
}

function findPlaces(text: string, places: readonly Place[]): Place[] {
  const key = matchKey(text);
  return places.filter(({ word }) => {
    const stem = word.replace(/\*$/, "").replaceAll(".", "\\.");
    return new RegExp(`(?<!\\p{L})${stem}${word.endsWith("*") ? "" : "(?!\\p{L})"}`, "u").test(key);
  });
}

function namesOf(places: readonly Place[]): string[] {
  return [...new Set(places.map(({ place }) => place))];
}
