import { PLATFORMS, type Platform } from "../load/post";
import type { PlatformPair } from "./compare-platforms";
import { mannKendall } from "./mann-kendall";
import type { NamedWord } from "./named-words";
import type { ThemeRanks } from "./rank-themes";
import type { MonthShare } from "./share-by-month";

/** What a check of a claim found, for its card. */
export interface Checked {
  readonly holds: boolean | "too little data";
  readonly computed: string;
  /** One plain sentence. */
  readonly detail: string;
  /** What a reader must know beside it. */
  readonly remarks: readonly string[];
}

/** Share of the redraws in which a rank must come out again. */
export const STEADY = 0.9;
/** Share of a platform's own redraws from which a rank is among those that the platform may have. */
export const POSSIBLE = 0.05;
/** Spearman's correlation of seven themes that chance passes once in twenty times (two-sided critical value). */
export const ALIKE_THEMES = 0.786;
/** Rank-biased overlap from which two lists have more in common than not. */
export const ALIKE_WORDS = 0.5;
/** Words in NVivo's word cloud, and in its list, unless one asks otherwise. */
export const CLOUD_WORDS = 100;
export const LIST_WORDS = 1000;
/** Normal deviate that a series without a trend passes once in a hundred times (one-sided). */
export const RISING = 2.33;
/** How much larger the last third of the months must be than the first: a rise that a reader of a figure would see. */
export const RISE = 1.5;

const NOTHING = { computed: "too few words", remarks: [] } as const;

/**
 * Check that a theme has the rank that the paper gives it (claims F1 to F3).
 *
 * It has the rank where the mean over the platforms gives it that rank, and gives it again in nine of ten redraws of communities; and
 * where no platform speaks against it: the rank comes out in at least one of twenty redraws there. Two themes that are level on
 * one platform do not overturn an order that all platforms together show.
 */
export function checkThemeRank(ranks: ThemeRanks, theme: string, rank: number): Checked {
  const found = ranks.overall.find((row) => row.theme === theme);
  if (found === undefined) {
    const detail = "No platform has enough words of the codebook's themes to put the themes in order.";
    return { holds: "too little data", ...NOTHING, detail };
  }
  const rows = ranks.byPlatform.filter((row) => row.theme === theme);
  const isSteady = found.steadiness === null || found.steadiness >= STEADY;
  const isPossible = rows.every((row) => row.rank === rank || (row.redrawn[rank - 1] ?? 0) >= POSSIBLE);
  const again = found.steadiness === null ? "" : `, again in ${Math.round(100 * found.steadiness)}% of redraws of communities`;
  const own = rows.map((row) => `${row.rank} on ${row.platform}`).join(", ");
  const remarks = [
    ...rows.filter((row) => row.rank !== rank && row.redrawn.length > 0).map((row) => {
      return `On ${row.platform} rank ${rank} comes out in ${Math.round(100 * (row.redrawn[rank - 1] ?? 0))}% of redraws.`;
    }),
    ...ranks.thin.map((platform) => `${platform} has too few words of the themes to be counted.`),
    ...PLATFORMS.filter((name) => !ranks.platforms.includes(name) && !ranks.thin.includes(name)).map((name) => `There is nothing from ${name}.`),
    ...(found.steadiness === null ? [] : ranks.small.map((platform) => `${platform} has fewer than five communities; redraws of so few show little.`)),
    ...(found.steadiness === null ? ["With one community a platform nothing shows what chance does to the ranks."] : []),
  ];
  return {
    holds: found.rank === rank && isSteady && isPossible,
    computed: `rank ${found.rank}`,
    detail: `${found.name} has rank ${found.rank} by the mean over platforms${again}; its rank is ${own}.`,
    remarks,
  };
}

/**
 * Check that the platforms talk about much the same things (claim F4).
 *
 * They do where every two of them order the themes alike and have more of their frequent words in common than not.
 */
export function checkLikeness(pairs: readonly PlatformPair[]): Checked {
  if (pairs.length === 0) {
    return { holds: "too little data", ...NOTHING, detail: "Fewer than two platforms have enough words to be compared." };
  }
  const themes = Math.min(...pairs.map((pair) => pair.themes ?? -1));
  const words = Math.min(...pairs.map((pair) => pair.words));
  const detail =
    `Over ${pairs.length} ${pairs.length === 1 ? "pair" : "pairs"} of platforms the order of themes correlates at least ${themes.toFixed(2)}, ` +
    `and the most frequent words overlap at least ${words.toFixed(2)} (1 would be the same list).`;
  const remarks = pairs.length < 3 ? ["One of the three platforms is missing."] : [];
  return { holds: themes >= ALIKE_THEMES && words >= ALIKE_WORDS, computed: `themes ${themes.toFixed(2)}, words ${words.toFixed(2)}`, detail, remarks };
}

/**
 * Check that the words the paper names are among the most frequent (claim F5).
 *
 * They are where each stands among the 1,000 words of NVivo's list for the whole corpus, and at least half among the 100 words of the
 * cloud of a platform, since the paper reads its words off three clouds.
 *
 * @param words     as `findNamedWords` gives them
 * @param clouds    the 100 most frequent words of each platform
 * @param distinct  distinct words of the corpus; with fewer than twice NVivo's list nearly every word would stand on it
 */
export function checkNamedWords(
  words: readonly NamedWord[],
  clouds: { readonly [platform in Platform]?: readonly { readonly term: string }[] },
  distinct: number,
): Checked {
  if (distinct < 2 * LIST_WORDS) {
    const detail = `The corpus has ${distinct} distinct words, too few for a rank among ${LIST_WORDS} to say anything.`;
    return { holds: "too little data", ...NOTHING, detail };
  }
  const inCloud = new Set(Object.values(clouds).flatMap((rows) => rows.slice(0, CLOUD_WORDS).map(({ term }) => term)));
  const read = words.filter(({ lemma }) => lemma !== null && inCloud.has(lemma)).length;
  const missing = words.filter(({ rank }) => rank === null || rank > LIST_WORDS).map(({ gloss }) => gloss);
  const listed = words.length - missing.length;
  const others = missing.length === 0 ? "" : `; not ${missing.slice(0, 6).join(", ")}${missing.length > 6 ? " and others" : ""}`;
  return {
    holds: listed === words.length && 2 * read >= words.length,
    computed: `${read} in a cloud of ${CLOUD_WORDS}, ${listed} in the list of ${LIST_WORDS}`,
    detail:
      `Of ${words.length} named words, folded and in all their forms, ${read} are among the ${CLOUD_WORDS} most frequent of a platform ` +
      `and ${listed} among the ${LIST_WORDS} of the corpus${others}.`,
    remarks: [`Letter for letter as printed, the ${words.length} words occur ${sum(words, "asPrinted")} times; folded, ${sum(words, "folded")} times.`],
  };
}

function sum(words: readonly NamedWord[], count: "asPrinted" | "folded"): number {
  return words.reduce((total, word) => total + word[count], 0);
}

/**
 * Check that some words became more frequent late in the window (claim F6).
 *
 * They did where their share of posts rises by Mann and Kendall's test, and the last third of the months has at least half as much again
 * as the first. A single month of much talk passes neither.
 *
 * @param months  at least six with 50 posts or more are needed
 */
export function checkLateWords(months: readonly MonthShare[]): Checked {
  const counted = months.filter(({ documents }) => documents >= 50);
  const hits = counted.reduce((sum, month) => sum + month.hits, 0);
  if (counted.length < 6 || hits < 30) {
    const detail = `${counted.length} months have 50 posts or more, with ${hits} posts that hold such a word; six months and 30 posts are needed.`;
    return { holds: "too little data", ...NOTHING, detail };
  }
  const { tau, z } = mannKendall(counted.map(({ percentage }) => percentage ?? 0));
  const third = Math.floor(counted.length / 3);
  const shareOf = (rows: readonly MonthShare[]): number => {
    return (100 * rows.reduce((sum, row) => sum + row.hits, 0)) / rows.reduce((sum, row) => sum + row.documents, 0);
  };
  const [early, late] = [shareOf(counted.slice(0, third)), shareOf(counted.slice(-third))];
  const detail =
    `The share of posts with such a word was ${early.toFixed(2)}% in the first ${third} months and ${late.toFixed(2)}% in the last ` +
    `${third}; Kendall's tau over ${counted.length} months is ${tau.toFixed(2)} (z ${z.toFixed(2)}).`;
  return { holds: z >= RISING && late >= RISE * early, computed: `${early.toFixed(2)}% to ${late.toFixed(2)}%, tau ${tau.toFixed(2)}`, detail, remarks: [] };
}
