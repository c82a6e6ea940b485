import { smallRemark } from "./check-everyday";
import { type Checked, TOO_FEW_POSTS } from "./checked";
import { MEASURES, type Measure } from "./post-engagement";
import type { TopicPull } from "./topic-pull";

/** Fewest posts of the topic in communities that have others too. */
const LEAST_OF_TOPIC = 30;

/**
 * Check that posts of one topic draw the most reactions, shares and comments each (claim E3).
 *
 * They do where, for each of the three, they draw more than other posts of their communities, with their
 * whole interval above 1, and no other topic draws more. A topic with fewer than 30 posts is not compared.
 *
 * @param pulls  as `topicPulls` gives them
 */
export function checkStrongestPull(pulls: readonly TopicPull[], topic: string): Checked {
  const found = MEASURES.map((measure) => {
    const own = pulls.find((row) => row.code === topic && row.measure === measure);
    const others = pulls.filter(
      (row) => row.measure === measure && row.code !== topic && row.insideOf >= LEAST_OF_TOPIC,
    );
    const above = others.filter(({ ratio }) => ratio !== null && own?.ratio != null && ratio >= own.ratio);
    return { measure, own, above };
  });
  const known = found.filter(
    ({ own }) =>
      own !== undefined && own.low !== null && own.ratio !== null && own.insideOf >= LEAST_OF_TOPIC,
  );
  if (known.length === 0) {
    const most = Math.max(0, ...found.map(({ own }) => own?.insideOf ?? 0));
    const detail =
      `There are ${most} posts of this topic whose reactions, shares or comments are counted, beside ` +
      `others of their ` +
      `community; ${LEAST_OF_TOPIC} from at least two communities are needed.`;
    return { ...TOO_FEW_POSTS, detail };
  }
  const say = ({ measure, own }: { measure: Measure; own: TopicPull | undefined }): string =>
    `${own?.ratio?.toFixed(2)} times the ${measure} (${own?.low?.toFixed(2)} to ${own?.high?.toFixed(2)})`;
  const rivals = known
    .filter(({ above }) => above.length > 0)
    .map(({ measure, above }) => `more ${measure} are drawn by ${above.map(({ name }) => name).join(", ")}`);
  const missing = found.filter((row) => !known.includes(row)).map(({ measure }) => measure);
  return {
    holds: known.every(({ own, above }) => (own?.low ?? 0) > 1 && above.length === 0),
    computed: known.map(({ measure, own }) => `${measure} × ${own?.ratio?.toFixed(2)}`).join(", "),
    detail:
      `Such posts draw ${known.map(say).join(", ")} of other posts of their community` +
      `${rivals.length === 0 ? `, and no other topic with ${LEAST_OF_TOPIC} posts or more draws more` : `; ${rivals.join("; ")}`}.`,
    remarks: [
      ...missing.map((measure) => `The export counts too few ${measure} to compare them.`),
      ...smallRemark(Math.min(...known.map(({ own }) => own?.communities ?? 0))),
    ],
  };
}
