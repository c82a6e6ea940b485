import type { Corpus } from "../corpus/open-corpus";
import type { CommunityBefore } from "../measure/apolitical-communities";
import { dumbbellChart } from "./dumbbell-chart";
import type { Plot } from "./plot";

/**
 * Show, for each community that had been apolitical, its share of posts on the crisis before and in the stretch.
 *
 * @param topics  what the posts are on, as it stands under the axis
 * @returns the figure; a sentence where no such community posted in the stretch
 */
export function apoliticalChart(
  corpus: Pick<Corpus, "kind">,
  communities: readonly CommunityBefore[],
  { topics }: { readonly topics: readonly string[] },
): Plot | string {
  const title = "Communities that were apolitical before";
  const shown = communities.filter(
    ({ isApolitical, shareDuring }) => isApolitical === true && shareDuring !== null,
  );
  if (shown.length === 0) return `${title}: none is known to have been, and posted in the stretch.`;
  const percent = (share: number | null): number | null => (share === null ? null : 100 * share);
  return dumbbellChart(shown, {
    label: ({ name }) => name,
    from: ({ shareBefore }) => percent(shareBefore),
    to: ({ shareDuring }) => percent(shareDuring),
    names: ["before", "in the stretch"],
    axis: `percent of posts on ${topics.join(", ")}`,
    format: 1,
    title,
    alt: `${shown.length} communities with their share of political posts before and after.`,
    corpus: corpus.kind,
  });
}
