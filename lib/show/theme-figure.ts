import type { Corpus } from "../corpus/open-corpus";
import type { ThemeRanks } from "../measure/rank-themes";
import { forestPlot } from "./forest-plot";
import { formatNumber } from "./format-number";
import type { Plot } from "./plot";
import { PLATFORM_NAMES } from "./word-figure";

/**
 * Show how much of each platform's words belongs to each theme, with intervals over redrawn communities.
 *
 * Rows go by theme, so that the platforms stand under one another; themes go by their rank over all platforms.
 *
 * @returns the figure; a sentence where no platform has enough words of the themes
 */
export function themeFigure(corpus: Pick<Corpus, "kind">, ranks: ThemeRanks): Plot | string {
  if (ranks.overall.length === 0) return "No platform has enough words of the codebook's themes to be shown.";
  const rows = ranks.overall.flatMap(({ theme }) => ranks.byPlatform.filter((row) => row.theme === theme));
  const [first, second, third] = ranks.overall;
  return forestPlot(rows, {
    label: ({ name, platform }) => `${name}, ${PLATFORM_NAMES[platform]}`,
    estimate: ({ percentage, low }) => (low === null ? null : percentage),
    low: "low",
    high: "high",
    scale: "linear",
    axis: "percent of all words that belong to the theme, with 95% interval over communities",
    title: "Themes by platform",
    subtitle: "Words and tags, stop words included in the denominator",
    alt:
      `Themes in the order of their share, three platforms each. ${first?.name} has ` +
      `${formatNumber(first?.percentage ?? 0, 2)}% by the mean ` +
      `over platforms, ${second?.name} ${formatNumber(second?.percentage ?? 0, 2)}%, ${third?.name} ` +
      `${formatNumber(third?.percentage ?? 0, 2)}%.`,
    corpus: corpus.kind,
  });
}
