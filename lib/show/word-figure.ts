import type { Corpus } from "../corpus/open-corpus";
import type { Platform } from "../load/post";
import { NO_THEME, type PlatformWord } from "../measure/platform-words";
import { barChart } from "./bar-chart";
import { display } from "./display";
import { formatNumber } from "./format-number";
import type { Plot } from "./plot";
import { COLOURS } from "./plot-template";
import { wordCloud } from "./word-cloud";

/** How a platform is written. */
export const PLATFORM_NAMES: { readonly [platform in Platform]: string } = {
  facebook: "Facebook",
  vkontakte: "VKontakte",
  odnoklassniki: "Odnoklassniki",
};

/** Longest word that is drawn; what is longer is no word of a dictionary but letters run together. */
const LONGEST = 40;

/**
 * Show the frequent words of a platform twice: as a word cloud, as the paper does, and as ranked bars with
 * intervals.
 *
 * The cloud colours words by theme; the themes that come first in `themes` get colours of their own.
 *
 * @param number   number of the paper's figure
 * @param words    as `platformWords` gives them
 * @param themes   names of at most four themes to be coloured
 * @returns the bars, shown under the cloud; a sentence where the corpus has no words of the platform
 */
export async function wordFigure(
  corpus: Pick<Corpus, "kind">,
  platform: Platform,
  words: readonly PlatformWord[],
  {
    number,
    themes,
    bars = 25,
  }: { readonly number: number; readonly themes: readonly string[]; readonly bars?: number },
): Promise<Plot | string> {
  const name = PLATFORM_NAMES[platform];
  if (words.length === 0) return `Figure ${number} is empty: this corpus has no words from ${name}.`;
  const drawn = words.filter(({ term }) => term.length <= LONGEST);
  if (drawn.length === 0) return `Figure ${number} is empty: all words from ${name} are too long to draw.`;
  const shown = drawn.slice(0, COLOURS.length * 16);
  const largest = shown
    .slice(0, 5)
    .map(({ term }) => term)
    .join(", ");
  const cloud = wordCloud(shown, {
    word: "term",
    weight: "count",
    group: ({ theme }) => (themes.includes(theme) ? theme : NO_THEME),
    groups: [...themes, NO_THEME],
    title: `Figure ${number}. ${name}: frequent words in posts and comments`,
    subtitle: `The ${shown.length} most frequent dictionary forms; colours are themes of the codebook`,
    alt: `A cloud of ${shown.length} words. The largest are ${largest}.`,
    corpus: corpus.kind,
  });
  await display(cloud);
  const top = drawn.slice(0, bars);
  return barChart(top, {
    label: ({ term, theme }) => (theme === NO_THEME ? term : `${term} · ${theme}`),
    value: "percentage",
    low: "low",
    high: "high",
    axis: "percent of all counted words, with 95% interval over communities",
    format: 2,
    title: `${name}: the ${top.length} most frequent words`,
    subtitle: "Folded, grouped by dictionary form, without stop words",
    alt:
      `Ranked bars from ${top[0]?.term} with ${formatNumber(top[0]?.percentage ?? 0, 2)}% to ` +
      `${top.at(-1)?.term} with ${formatNumber(top.at(-1)?.percentage ?? 0, 2)}%.`,
    corpus: corpus.kind,
  });
}
