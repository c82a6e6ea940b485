import type { Corpus } from "../corpus/open-corpus";
import type { CommunityProfile } from "../measure/profile-communities";
import type { Plot } from "./plot";
import { scatterChart } from "./scatter-chart";
import { shortenName } from "./shorten-name";

/** Longest name that is written beside its point. */
const LONGEST = 26;

/**
 * Place every community by who posts in it and who answers, with its name.
 *
 * Across, the share of posts that its administrators write; up, the share of posts that anyone answers. Names
 * are written as long as none covers another; each appears on pointing. `governanceList` has a row for each.
 *
 * @returns the figure; a sentence where the exports place no community
 */
export function governanceMap(
  corpus: Pick<Corpus, "kind">,
  profiles: readonly CommunityProfile[],
): Plot | string {
  const placed = profiles.filter((row) => row.administratorShare !== null && row.replyShare !== null);
  if (placed.length === 0)
    return "No community can be placed: the exports do not say who administers, or do not count comments.";
  const kinds = ["vertical", "horizontal", "mixed", "not said"] as const;
  const counts = kinds.map((kind) => ({
    kind,
    count: placed.filter((row) => row.governance === kind).length,
  }));
  // Organisations first, so that their names find room; then by size.
  const order = [...placed].sort(
    (a, b) => Number(b.isOrganisation) - Number(a.isOrganisation) || b.posts - a.posts,
  );
  const said = counts.filter(({ count }) => count > 0).map(({ kind, count }) => `${count} ${kind}`);
  return scatterChart(order, {
    x: ({ administratorShare }) => 100 * (administratorShare ?? 0),
    y: ({ replyShare }) => 100 * (replyShare ?? 0),
    label: ({ label }) => shortenName(label, LONGEST),
    series: "governance",
    xAxis: "percent of posts in the community's own name",
    yAxis: "percent of posts with a comment",
    title: "Who posts and who answers, by community",
    subtitle: `${placed.length} communities: ${said.join(", ")}`,
    alt:
      `Points for ${placed.length} communities by the share of posts of administrators and the share of ` +
      `answered posts: ` +
      `${said.join(", ")}.`,
    corpus: corpus.kind,
  });
}
