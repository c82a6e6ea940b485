import { eligibility } from "../classify/eligibility";
import type { EligibilityOptions } from "../classify/eligibility-rules";
import { type Checked, TOO_FEW_POSTS } from "./checked";
import type { JudgedCandidate } from "./judge-candidates";

/** Fewest posts by which a candidate is judged. */
const LEAST_JUDGED = 20;

const RULE = "not advertisement alone";

/**
 * Check that communities which only advertise and hide their administrators were left out (claim S13).
 *
 * They were where the rule puts out none of the sample, and among the communities beside it finds at least
 * one to put out and leaves those in which members discuss. If it finds none to put out, nothing shows that
 * any was left out.
 *
 * @param sample   judged communities of the corpus
 * @param beside   judged communities beside it; null where there are none
 */
export function checkLeftOut(
  sample: readonly JudgedCandidate[],
  beside: readonly JudgedCandidate[] | null,
  options: EligibilityOptions,
): Checked {
  const large = (beside ?? []).filter(({ posts }) => posts >= LEAST_JUDGED);
  if (large.length === 0) {
    const detail =
      beside === null
        ? "There are 0 communities beside the sample; at least 1 is needed: put the exports of some that " +
          "were found and left out into the folder candidates/."
        : `None of ${beside.length} communities beside the sample has the ${LEAST_JUDGED} posts that ` +
          `are needed.`;
    return { ...TOO_FEW_POSTS, computed: "no candidates", detail };
  }
  const outcome = (candidate: JudgedCandidate): string | undefined =>
    eligibility(candidate, options).results.find(({ rule }) => rule === RULE)?.outcome;
  const unknown = large.filter((candidate) => outcome(candidate) === "unknown");
  if (unknown.length === large.length) {
    const detail =
      `Of ${large.length} communities beside the sample none can be judged: their comments, or who ` +
      `signs their posts, ` +
      "are not in the exports; one is needed of which both are.";
    return { ...TOO_FEW_POSTS, computed: "candidates not judged", detail };
  }
  const out = large.filter((candidate) => outcome(candidate) === "not met");
  const outOfSample = sample.filter((candidate) => outcome(candidate) === "not met");
  return {
    holds: out.length > 0 && outOfSample.length === 0,
    computed: `${out.length} of ${large.length} put out, ${outOfSample.length} of the sample`,
    detail:
      `The rule puts out ${out.length} of ${large.length} communities beside the sample, and ` +
      `${outOfSample.length} of ` +
      `the sample's ${sample.length}.`,
    remarks: [
      ...outOfSample.map(({ name }) => `${name} would have to leave the sample.`),
      ...(unknown.length === 0 ? [] : [`${unknown.length} beside the sample cannot be judged.`]),
    ],
  };
}
