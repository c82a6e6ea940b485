import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

import type { Codebook } from "../load/load-codebook";
import { PLATFORMS, type Platform } from "../load/post";
import type { ThemeMatches } from "./find-themes";
import type { PostsAndTokens } from "./platform-words";

/** How prominent a theme is among the words of one platform. */
export interface PlatformTheme {
  readonly theme: string;
  readonly name: string;
  readonly platform: Platform;
  /** Tokens that are words of the theme. */
  readonly tokens: number;
  /** 100 × tokens / all words and tags of the platform, with a 95% interval over redrawn communities. */
  readonly percentage: number;
  readonly low: number | null;
  readonly high: number | null;
  /** 1 for the most prominent theme; themes level with each other share the lower number. */
  readonly rank: number;
  /**
   * Share of the redraws of communities in which the theme has rank 1, 2, ...; empty where the platform has
   * one community.
   */
  readonly redrawn: readonly number[];
}

/** How prominent a theme is on the platforms together, each weighing the same. */
export interface OverallTheme {
  readonly theme: string;
  readonly name: string;
  /** Mean of the platforms' percentages. */
  readonly percentage: number;
  readonly rank: number;
  /**
   * Share of the redraws of communities in which the theme has this rank; null where no platform has two
   * communities.
   */
  readonly steadiness: number | null;
}

/** Themes ranked by how much is said in their words. */
export interface ThemeRanks {
  /** Platforms with at least `LEAST_WORDS` words of themes, in the paper's order. */
  readonly platforms: readonly Platform[];
  /** Platforms of the corpus with fewer. */
  readonly thin: readonly Platform[];
  /** Platforms that are counted and have fewer than `LEAST_COMMUNITIES`. */
  readonly small: readonly Platform[];
  /** By platform, then by rank. */
  readonly byPlatform: readonly PlatformTheme[];
  /** By rank. */
  readonly overall: readonly OverallTheme[];
}

/** With fewer on a platform, drawing its communities again shows little of chance. */
export const LEAST_COMMUNITIES = 5;
/** With fewer words of all themes together a platform says nothing of their order. */
export const LEAST_WORDS = 300;

/**
 * Rank the themes of a codebook by the summed percentage of their words, on each platform and over all.
 *
 * Words of one community resemble each other, so what chance does is found by drawing whole communities
 * again, within each platform.
 *
 * @param options.draws  default 1000
 * @param options.seed   default 1
 */
export function rankThemes(
  { posts, index }: PostsAndTokens,
  codebook: Codebook,
  matches: ThemeMatches,
  options: { readonly draws?: number; readonly seed?: number } = {},
): ThemeRanks {
  const { draws = 1000, seed = 1 } = options;
  const themes = codebook.themes.filter(({ terms }) => terms.length > 0);
  const size = themes.length;
  const isWord = Uint8Array.from(index.types.kinds, (_, type) =>
    Number(["word", "tag"].includes(index.kind(type))),
  );
  // For each community the tokens of each theme, and all words behind them.
  const counts = new Map<Platform, Map<string, Float64Array>>();
  posts.forEach(({ platform, community }, document) => {
    const places = counts.get(platform) ?? new Map<string, Float64Array>();
    counts.set(platform, places);
    const row = places.get(community) ?? new Float64Array(size + 1);
    places.set(community, row);
    for (
      let at = index.documentStarts[document] as number;
      at < (index.documentStarts[document + 1] as number);
      at++
    ) {
      row[size] = (row[size] as number) + (isWord[index.tokens[at] as number] as number);
      for (let left = matches.tokens[at] as number; left !== 0; left &= left - 1) {
        const theme = 31 - Math.clz32(left & -left);
        row[theme] = (row[theme] as number) + 1;
      }
    }
  });

  const rowsOf = (platform: Platform): Float64Array[] => [...(counts.get(platform)?.values() ?? [])];
  const found = PLATFORMS.filter((platform) => counts.has(platform));
  const platforms = found.filter(
    (platform) =>
      addUp(rowsOf(platform))
        .slice(0, size)
        .reduce((a, b) => a + b, 0) >= LEAST_WORDS,
  );
  const thin = found.filter((platform) => !platforms.includes(platform));
  if (platforms.length === 0) return { platforms, thin, small: [], byPlatform: [], overall: [] };

  const seen = platforms.map((platform) => percentages(addUp(rowsOf(platform))));
  const mean = meanOf(seen);
  const ranks = ranksOf(mean);
  const random = xoroshiro128plus(seed);
  const canRedraw = platforms.some((platform) => rowsOf(platform).length > 1);
  const drawn = platforms.map(() => themes.map((): number[] => []));
  const drawnRanks = platforms.map(() => themes.map(() => new Float64Array(size)));
  const kept = new Float64Array(size);
  for (let draw = 0; canRedraw && draw < draws; draw++) {
    const shares = platforms.map((platform) => {
      const rows = rowsOf(platform);
      return percentages(addUp(rows.map(() => rows[uniformInt(random, 0, rows.length - 1)] as Float64Array)));
    });
    shares.forEach((row, p) => {
      row.forEach((share, theme) => drawn[p]?.[theme]?.push(share));
      ranksOf(row).forEach((rank, theme) => addOne(drawnRanks[p]?.[theme] as Float64Array, rank - 1));
    });
    ranksOf(meanOf(shares)).forEach((rank, theme) => {
      if (rank === ranks[theme]) addOne(kept, theme);
    });
  }
  const byPlatform = platforms.flatMap((platform, p): PlatformTheme[] => {
    const own = seen[p] as number[];
    const ownRanks = ranksOf(own);
    const total = addUp(rowsOf(platform));
    const rows = themes.map(({ id, name }, theme): PlatformTheme => {
      const isRedrawn = rowsOf(platform).length > 1;
      const [low, high] = isRedrawn ? ends(drawn[p]?.[theme] as number[]) : [null, null];
      const redrawn = isRedrawn
        ? Array.from(drawnRanks[p]?.[theme] as Float64Array, (times) => times / draws)
        : [];
      return {
        theme: id,
        name,
        platform,
        tokens: total[theme] as number,
        percentage: own[theme] as number,
        low,
        high,
        rank: ownRanks[theme] as number,
        redrawn,
      };
    });
    return rows.sort((a, b) => a.rank - b.rank);
  });
  const overall = themes.map(({ id, name }, theme): OverallTheme => {
    const steadiness = canRedraw ? (kept[theme] as number) / draws : null;
    return { theme: id, name, percentage: mean[theme] as number, rank: ranks[theme] as number, steadiness };
  });
  const small = platforms.filter((platform) => rowsOf(platform).length < LEAST_COMMUNITIES);
  return { platforms, thin, small, byPlatform, overall: overall.sort((a, b) => a.rank - b.rank) };
}

function addOne(counts: Float64Array, at: number): void {
  counts[at] = (counts[at] as number) + 1;
}

function addUp(rows: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows) row.forEach((value, i) => (sum[i] = (sum[i] as number) + value));
  return sum;
}

function percentages(row: Float64Array): number[] {
  const all = row.at(-1) as number;
  return Array.from(row.slice(0, -1), (tokens) => (all === 0 ? 0 : (100 * tokens) / all));
}

function meanOf(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] as readonly number[]).map(
    (_, i) => rows.reduce((sum, row) => sum + (row[i] as number), 0) / rows.length,
  );
}

function ranksOf(values: readonly number[]): number[] {
  return values.map((value) => 1 + values.filter((other) => other > value).length);
}

function ends(values: number[]): [low: number, high: number] {
  values.sort((a, b) => a - b);
  const at = (quantile: number): number =>
    values[Math.min(values.length - 1, Math.floor(quantile * values.length))] as number;
  return [at(0.025), at(0.975)];
}
