import type { Corpus } from "../corpus/open-corpus";
import type { Measure } from "../measure/post-engagement";
import type { TopicPull } from "../measure/topic-pull";
import { forestPlot } from "./forest-plot";
import { formatNumber } from "./format-number";
import type { Plot } from "./plot";

/**
 * Show how much more or less the posts of each topic draw than others of their community, with intervals.
 *
 * @returns the figure; a sentence where no topic can be compared
 */
export function pullFigure(
  corpus: Pick<Corpus, "kind">,
  pulls: readonly TopicPull[],
  measure: Measure,
): Plot | string {
  const rows = pulls
    .filter((row) => row.measure === measure)
    .sort((a, b) => (b.ratio ?? -1) - (a.ratio ?? -1));
  const compared = rows.filter(({ low }) => low !== null);
  const [first] = compared;
  if (first === undefined)
    return `No topic can be compared: the exports count too few ${measure}, or there is one community.`;
  const isStated = ({ low }: TopicPull): boolean => low !== null;
  return forestPlot(rows, {
    label: "name",
    estimate: (row) => (isStated(row) ? row.ratio : null),
    low: "low",
    high: "high",
    axis: `${measure} of a post, as a multiple of other posts of its community, with 95% interval`,
    title: `What draws ${measure}`,
    subtitle:
      `Posts of routine days; ${Math.max(...compared.map(({ communities }) => communities))} ` +
      `communities`,
    alt:
      `A row for each of ${rows.length} topics, against 1 for no difference. ${first.name} draws the ` +
      `most ${measure}: ` +
      `${formatNumber(first.ratio ?? 0, 2)} times as many as other posts.`,
    corpus: corpus.kind,
  });
}
