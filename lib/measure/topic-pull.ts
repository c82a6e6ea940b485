import type { Coding } from "../classify/coding";
import { MEASURES, type Measure, type PostEngagement } from "./post-engagement";
import { type Compared, permuteWithin, type RatioWithin, ratioWithin } from "./ratio-within";
import type { RedrawOptions } from "./redraw";

/** How much more or less the posts of one topic draw than others of their community. */
export interface TopicPull extends RatioWithin {
  readonly code: string;
  readonly name: string;
  readonly measure: Measure;
}

/**
 * Compare what posts with a code draw with what the other posts of their communities draw, for each code and
 * each measure.
 *
 * @param engagement  posts to compare, such as those of routine days
 * @returns rows by code in the codebook's order, then by measure
 */
export function topicPulls(
  engagement: readonly PostEngagement[],
  coding: Coding,
  options: RedrawOptions = { seed: 1 },
): TopicPull[] {
  return coding.codes.flatMap((code, i) =>
    MEASURES.map((measure): TopicPull => {
      const compared = compare(engagement, measure, (post) => coding.has(post, code));
      return { code, name: coding.names[i] as string, measure, ...ratioWithin(compared, options) };
    }),
  );
}

/** How often chance alone gives a topic such a pull. */
export interface PullTest {
  readonly measure: Measure;
  readonly ratio: number | null;
  /** Of a permutation of the codes among the posts of each community; null where there is no ratio. */
  readonly p: number | null;
}

/** Test the pull of one topic by dealing its posts anew within each community, for each measure. */
export function testPull(
  engagement: readonly PostEngagement[],
  has: (post: number) => boolean,
  options: RedrawOptions = { seed: 1 },
): PullTest[] {
  return MEASURES.map((measure) => {
    const compared = compare(engagement, measure, has);
    return {
      measure,
      ratio: ratioWithin(compared, { ...options, draws: 0 }).ratio,
      p: permuteWithin(compared, options),
    };
  });
}

/** Lay out posts for `ratioWithin`: one count of theirs, and whether they stand inside. */
export function compare(
  engagement: readonly PostEngagement[],
  measure: Measure | "unanswered" | "depth",
  isInside: (post: number) => boolean,
): Compared[] {
  return engagement.map((row) => ({
    community: row.community,
    value: measure === "unanswered" ? unanswered(row) : row[measure],
    isInside: isInside(row.post),
  }));
}

function unanswered({ comments }: PostEngagement): number | null {
  return comments === null ? null : Number(comments === 0);
}
