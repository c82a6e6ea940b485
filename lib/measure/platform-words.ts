import type { TokenIndex } from "../corpus/token-index";
import type { Codebook } from "../load/load-codebook";
import type { Platform, Post } from "../load/post";
import { bootstrapShares } from "./bootstrap-shares";
import { countByPart } from "./count-by-part";
import type { ThemeMatches } from "./find-themes";
import { type FrequencyRow, countWords } from "./frequency";
import type { TypeGroups } from "../corpus/group-types";

/** A frequent word of a platform with its interval and theme. */
export interface PlatformWord extends FrequencyRow {
  /** Ends of a 95% interval of `percentage`, over redrawn communities; null where the platform has but one. */
  readonly low: number | null;
  readonly high: number | null;
  /** Name of the word's theme in the codebook; "other words" where it has none. */
  readonly theme: string;
}

/** The parts of a corpus that are needed here. */
export interface PostsAndTokens {
  readonly posts: readonly Pick<Post, "platform" | "community">[];
  readonly index: TokenIndex;
}

/** What words without a theme are grouped as. */
export const NO_THEME = "other words";

/**
 * List the most frequent words of a platform, as Figures 1 to 3 do, with what the figures leave out:
 * communities, intervals, themes.
 *
 * @param terms           as `openTerms` gives them
 * @param themeOf         theme of each term, as `themesOfTerms` gives it
 * @param options.top     default 100, as many as NVivo's word cloud has
 * @param options.seed    seed of the intervals
 * @returns rows by falling count; none where the platform has no words
 */
export function platformWords(
  { posts, index }: PostsAndTokens,
  terms: TypeGroups,
  platform: Platform,
  themeOf: readonly string[],
  options: { readonly top?: number; readonly seed?: number } = {},
): PlatformWord[] {
  const { top = 100, seed = 1 } = options;
  const documents = numbersOf(posts, platform);
  const rows = countWords(index, {
    groups: terms,
    documents,
    communityOf: posts.map(({ community }) => community),
    top,
  });
  const partOf = posts.map((post) => (post.platform === platform ? post.community : null));
  const { sizes, counts } = countByPart(
    index,
    terms,
    rows.map(({ term }) => term),
    partOf,
  );
  const numbers = new Map(terms.labels.map((label, term) => [label, term]));
  return rows.map((row, i): PlatformWord => {
    const parts = [...(counts[i] as Float64Array)].map((hits, part) => ({ hits, of: sizes[part] as number }));
    const { low, high } =
      parts.length < 2 ? { low: null, high: null } : bootstrapShares(parts, { seed, draws: 1000 });
    const theme = themeOf[numbers.get(row.term) as number] ?? NO_THEME;
    return { ...row, low: low === null ? null : 100 * low, high: high === null ? null : 100 * high, theme };
  });
}

/**
 * Numbers of a platform's posts and comments.
 *
 * @example
 * numbersOf([{ platform: "facebook" }, { platform: "vkontakte" }], "vkontakte"); // [1]
 */
export function numbersOf(posts: readonly Pick<Post, "platform">[], platform: Platform): number[] {
  return posts.flatMap((post, i) => (post.platform === platform ? [i] : []));
}

/**
 * Name the theme of each term: the first theme of the codebook to which at least half of its tokens belong.
 *
 * @returns a name a term, "other words" where it has no theme
 */
export function themesOfTerms(
  index: TokenIndex,
  terms: TypeGroups,
  codebook: Codebook,
  matches: ThemeMatches,
): string[] {
  const { themes } = codebook;
  const inTheme = themes.map(() => new Float64Array(terms.labels.length));
  const all = new Float64Array(terms.labels.length);
  for (let at = 0; at < index.tokenCount; at++) {
    const term = terms.groupOf[index.tokens[at] as number] as number;
    if (term < 0) continue;
    all[term] = (all[term] as number) + 1;
    for (let left = matches.tokens[at] as number; left !== 0; left &= left - 1) {
      const counts = inTheme[31 - Math.clz32(left & -left)] as Float64Array;
      counts[term] = (counts[term] as number) + 1;
    }
  }
  return terms.labels.map((_, term) => {
    const theme = inTheme.findIndex(
      (counts) => (counts[term] as number) > 0 && 2 * (counts[term] as number) >= (all[term] as number),
    );
    return themes[theme]?.name ?? NO_THEME;
  });
}
