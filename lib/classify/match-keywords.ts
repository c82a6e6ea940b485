import { matchKey } from "../text/match-key";

/** `as printed` compares code points, letter case aside; `folded` compares {@link matchKey}s, past mixed scripts. */
export type KeywordMatching = "as printed" | "folded";

/**
 * Find the search keywords that a community's name holds.
 *
 * A keyword counts wherever it stands, inside a word too ("Kyrgyzs", "кыргызских"), and letter case does not. This is the
 * plainest reading of section 4; the platforms' own search is not documented and may find more.
 *
 * @returns keywords in the order given, each as given
 *
 * @example
 * matchKeywords("Kыргызы в EKB", ["Kyrgyz", "кыргыз"], "as printed"); // []
 * matchKeywords("Kыргызы в EKB", ["Kyrgyz", "кыргыз"], "folded"); // ["кыргыз"]
 */
export function matchKeywords(name: string, keywords: readonly string[], matching: KeywordMatching): string[] {
  const key = matching === "folded" ? matchKey : (text: string) => text.toLowerCase();
  const own = key(name);
  return keywords.filter((keyword) => own.includes(key(keyword)));
}
