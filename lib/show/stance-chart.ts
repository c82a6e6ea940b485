import type { Corpus } from "../corpus/open-corpus";
import type { StanceShares } from "../measure/stance-shares";
import { forestPlot } from "./forest-plot";
import type { Plot } from "./plot";

/**
 * Show the shares of support, doubt and neither, with intervals over redrawn communities.
 *
 * @returns the figure; a sentence where no post names the figure
 */
export function stanceChart(
  corpus: Pick<Corpus, "kind">,
  shares: StanceShares,
  { title }: { readonly title: string },
): Plot | string {
  if (shares.posts === 0) return `${title}: no post names the figure.`;
  return forestPlot(shares.rows, {
    label: ({ stance, posts }) => `${stance} (${posts})`,
    estimate: ({ share, low }) => (low === null ? null : 100 * share),
    low: ({ low }) => (low === null ? null : 100 * low),
    high: ({ high }) => (high === null ? null : 100 * high),
    scale: "linear",
    digits: 0,
    axis: "percent of posts and comments that name the figure, 95% interval",
    title,
    subtitle:
      `${shares.posts} posts and comments in ${shares.communities} communities; intervals ` +
      `over redrawn communities`,
    alt:
      `Three shares with intervals: ` +
      `${shares.rows.map(({ stance, share }) => `${stance} ${Math.round(100 * share)}%`).join(", ")}.`,
    corpus: corpus.kind,
  });
}
