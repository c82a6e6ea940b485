import type { Corpus } from "../corpus/open-corpus";
import type { CommunityProfile } from "../measure/profile-communities";
import { dumbbellChart } from "./dumbbell-chart";
import type { Plot } from "./plot";
import { shortenName } from "./shorten-name";

/** Longest name in front of a row. */
const LONGEST = 48;

/**
 * Show for every community by name how much of it its administrators write, and how much of it is answered.
 *
 * In a vertical community the first share is the larger, in a horizontal one the second.
 *
 * @returns the figure; a sentence where the exports place no community
 */
export function governanceList(
  corpus: Pick<Corpus, "kind">,
  profiles: readonly CommunityProfile[],
): Plot | string {
  const placed = profiles
    .filter((row) => row.administratorShare !== null && row.replyShare !== null)
    .map((row) => ({
      ...row,
      own: 100 * (row.administratorShare ?? 0),
      answered: 100 * (row.replyShare ?? 0),
    }))
    .sort((a, b) => b.own - b.answered - (a.own - a.answered) || (a.label < b.label ? -1 : 1));
  if (placed.length === 0)
    return "No community can be placed: the exports do not say who administers, or do not count comments.";
  const above = placed.filter(({ own, answered }) => own > answered).length;
  return dumbbellChart(placed, {
    label: ({ label }) => shortenName(label, LONGEST),
    from: "own",
    to: "answered",
    names: ["posts in the community's own name", "posts with a comment"],
    axis: "percent of the community's posts",
    title: "Administrators and answers, community by community",
    subtitle:
      `${placed.length} communities; those in which administrators post more than is answered ` +
      `stand on top`,
    alt:
      `Two points for each of ${placed.length} communities: the share of posts in its own name and the ` +
      `share with a comment. ` +
      `In ${above} the first is the larger.`,
    corpus: corpus.kind,
  });
}
