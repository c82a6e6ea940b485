import type { Corpus } from "../corpus/open-corpus";
import type { CrisisBurst } from "../measure/crisis-bursts";
import { forestPlot } from "./forest-plot";
import type { Plot } from "./plot";

/**
 * Show by how many times a share rose in each group, with intervals.
 *
 * @returns the figure; a sentence where there is no row
 */
export function burstForest(
  corpus: Pick<Corpus, "kind">,
  bursts: readonly CrisisBurst[],
  { title, subtitle }: { readonly title: string; readonly subtitle: string },
): Plot | string {
  const counted = bursts.filter(({ ratio }) => ratio !== null);
  if (counted.length === 0) return `${title}: there is nothing to compare.`;
  const risen = counted.filter(({ outcome }) => outcome === "burst").length;
  return forestPlot(counted, {
    label: ({ name }) => name,
    estimate: "ratio",
    low: "low",
    high: "high",
    digits: 1,
    axis: "times the share of quiet days, with 95% interval",
    title,
    subtitle,
    alt: `${counted.length} rate ratios with intervals; ${risen} of them are bursts.`,
    corpus: corpus.kind,
  });
}
