import { PLATFORMS, type Platform } from "../load/post";
import type { FrequencyRow } from "./frequency";
import type { ThemeRanks } from "./rank-themes";
import { rankBiasedOverlap, spearman } from "./rank-overlap";

/** How alike two platforms are in what they talk about. */
export interface PlatformPair {
  readonly platforms: string;
  /** Spearman's correlation of the themes' percentages; null where the themes of one are all level. */
  readonly themes: number | null;
  /** Rank-biased overlap of the most frequent words, p = 0.98: the first fifty ranks have most of the weight. */
  readonly words: number;
  /** Words that stand in both lists. */
  readonly shared: number;
  /** Words of the shorter list. */
  readonly of: number;
}

/**
 * Compare platforms two by two, by their themes and by their most frequent words.
 *
 * @param words  the most frequent words of each platform, as `platformWords` gives them
 * @returns a row a pair of platforms that have enough words for themes; none with fewer than two such platforms
 */
export function comparePlatforms(
  ranks: ThemeRanks,
  words: { readonly [platform in Platform]?: readonly Pick<FrequencyRow, "term">[] },
): PlatformPair[] {
  const platforms = PLATFORMS.filter(
    (platform) => ranks.platforms.includes(platform) && (words[platform]?.length ?? 0) > 0,
  );
  const sharesOf = (platform: Platform): number[] => {
    const own = ranks.byPlatform.filter((row) => row.platform === platform);
    return ranks.overall.map(({ theme }) => own.find((row) => row.theme === theme)?.percentage ?? 0);
  };
  return platforms.flatMap((a, i) =>
    platforms.slice(i + 1).map((b): PlatformPair => {
      const [one, other] = [words[a] ?? [], words[b] ?? []].map((rows) => rows.map(({ term }) => term)) as [
        string[],
        string[],
      ];
      const shares = [sharesOf(a), sharesOf(b)] as const;
      const isLevel = shares.some((list) => list.length < 2 || list.every((share) => share === list[0]));
      return {
        platforms: `${a} and ${b}`,
        themes: isLevel ? null : spearman(...shares),
        words: rankBiasedOverlap(one, other, 0.98),
        shared: one.filter((word) => other.includes(word)).length,
        of: Math.min(one.length, other.length),
      };
    }),
  );
}
