import type { Corpus } from "../corpus/open-corpus";
import type { ShareRow } from "../measure/share-rows";
import type { Plot } from "./plot";
import { timeSeriesChart } from "./time-series-chart";

/**
 * Show the weekly share of posts with an act.
 *
 * @param weeks  as `shareRows` lists them
 * @returns the figure; a sentence where the study's window holds no whole week with a post
 */
export function actsByWeek(
  corpus: Pick<Corpus, "kind">,
  weeks: readonly ShareRow[],
  { title }: { readonly title: string },
): Plot | string {
  if (weeks.every(({ of }) => of === 0))
    return `${title}: the corpus has no post in a whole week of the study's window.`;
  return timeSeriesChart(weeks, {
    date: "date",
    value: "percentage",
    axis: "percent of the week's posts",
    format: 1,
    title,
    alt: "A line of weekly shares over the study's window.",
    corpus: corpus.kind,
  });
}
