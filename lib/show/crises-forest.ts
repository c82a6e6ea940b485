import type { Corpus } from "../corpus/open-corpus";
import type { CrisesRatio } from "../measure/crises-ratio";
import { forestPlot } from "./forest-plot";
import type { Plot } from "./plot";

/**
 * Show by how many times a share is higher in the weeks of all crises, in each group, with intervals.
 *
 * @param rows  as `crisesRatio` gives them
 * @returns the figure; a sentence where no group can be compared
 */
export function crisesForest(
  corpus: Pick<Corpus, "kind">,
  rows: readonly CrisesRatio[],
  { title }: { readonly title: string },
): Plot | string {
  if (rows.every(({ low }) => low === null)) return `${title}: there is nothing to compare.`;
  return forestPlot(rows, {
    label: "name",
    estimate: ({ low, ratio }) => (low === null ? null : ratio),
    low: "low",
    high: "high",
    axis: "share of posts in crises over that on quiet days, with 95% interval",
    title,
    alt: "A row a platform and region; intervals to the right of 1 say that there is more in a crisis.",
    corpus: corpus.kind,
  });
}
