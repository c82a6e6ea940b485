import { matchKey } from "../text/match-key";

/**
 * `as printed` compares code points, letter case aside. `folded` also compares {@link matchKey}s, past mixed
 * scripts, so it finds whatever `as printed` finds.
 */
export type KeywordMatching = "as printed" | "folded";

/**
 * Find the search keywords that a community's name holds.
 *
 * A keyword counts wherever it stands, inside a word too ("Kyrgyzs", "кыргызских"), and letter case does not.
 * This is the plainest reading of section 4; the platforms' own search is not documented and may find more.
 *
 * @returns keywords in the order given, each as given
 * @throws RangeError if a keyword is empty or nothing that is seen, since every name holds it
 *
 * @example
 * matchKeywords("Kыргызы в EKB", ["Kyrgyz", "кыргыз"], "as printed"); // []
 * matchKeywords("Kыргызы в EKB", ["Kyrgyz", "кыргыз"], "folded"); // ["кыргыз"]
 */
export function matchKeywords(name: string, keywords: readonly string[], matching: KeywordMatching): string[] {
  if (keywords.some((keyword) => matchKey(keyword) === ""))
    throw new RangeError("matchKeywords: a keyword must be a word, found an empty one; leave it out");
  const [plain, folded] = [name.toLowerCase(), matchKey(name)];
  return keywords.filter((keyword) => {
    return plain.includes(keyword.toLowerCase()) || (matching === "folded" && folded.includes(matchKey(keyword)));
  });
}
