import { matchKeywords, type KeywordMatching } from "../classify/match-keywords";

/** One keyword and the communities whose names hold it. */
export interface KeywordRetrieval {
  readonly keyword: string;
  /** Ids in the order given. */
  readonly found: readonly string[];
}

/**
 * Say which communities each search keyword retrieves.
 *
 * A community counts under every keyword that its name holds, so the counts may sum to more than the communities.
 *
 * @param communities  with id and name
 * @param keywords     in the order wanted
 * @returns a row a keyword, also where it retrieves nothing
 *
 * @example
 * const rows = keywordRetrieval([{ id: "a", name: "Chicago Kyrgyz" }], ["kyrgyz", "кыргыз"], "folded");
 * rows; // [{ keyword: "kyrgyz", found: ["a"] }, { keyword: "кыргыз", found: [] }]
 */
export function keywordRetrieval(
  communities: readonly { readonly id: string; readonly name: string }[],
  keywords: readonly string[],
  matching: KeywordMatching,
): KeywordRetrieval[] {
  return keywords.map((keyword) => ({
    keyword,
    found: communities.filter(({ name }) => matchKeywords(name, [keyword], matching).length > 0).map(({ id }) => id),
  }));
}
