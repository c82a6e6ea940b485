import type { Study } from "../corpus/study";
import { EQUIVALENT } from "./check-one-way";
import { type CodedFrame, maskOf, READINGS } from "./coded-frame";
import { crisisMasks } from "./crisis-masks";
import { COPIES, remember } from "./frame-cells";
import { type Multiverse, multiverse } from "./multiverse";

/** Claims about what posts draw, each under every combination of decisions. */
export interface AnswerMultiverses {
  /** What everyday posts draw, against others of their community. */
  readonly E2: Multiverse;
  /** The least of what posts on identity draw of likes, shares and comments, against others of their community. */
  readonly E3: Multiverse;
}

const BASIC = {
  reading: READINGS,
  copies: COPIES,
  days: ["quiet", "all"],
  weight: ["each post", "each community"],
  middle: ["mean", "median", "share above none"],
} as const;
const EVERYDAY = {
  "work, documents, housing": ["work", "documents", "housing"],
  "work and housing": ["work", "housing"],
} as const;
/** Fewest posts on either side of a community, and communities. */
const FEWEST_POSTS = 5;
const FEWEST_COMMUNITIES = 2;

/** Recompute the claims about likes, shares and comments under every combination of decisions. */
export function multiverseOfAnswers(frame: CodedFrame, study: Study): AnswerMultiverses {
  const quiet = crisisMasks(study, frame.days, 28).quiet;
  const withText = Array.from(frame.isComment.keys()).filter(
    (post) => frame.isComment[post] === 0 && frame.hasText[post] === 1 && (frame.day[post] as number) >= 0,
  );
  const kept = remember<number | null>();
  type Basic = { readonly [Name in keyof typeof BASIC]: (typeof BASIC)[Name][number] };

  const ratio = (
    path: Basic,
    values: Float64Array,
    isInside: (post: number) => boolean,
    isOutside: (post: number) => boolean,
  ): number | null => {
    const communities = frame.communities.map(() => ({ inside: [] as number[], outside: [] as number[] }));
    for (const post of withText) {
      const value = values[post] as number;
      if (Number.isNaN(value) || (path.days === "quiet" && quiet[frame.day[post] as number] === 0)) continue;
      if (path.copies === "left out" && frame.isCopy[post] === 1) continue;
      const own = communities[frame.community[post] as number] as { inside: number[]; outside: number[] };
      if (isInside(post)) own.inside.push(value);
      else if (isOutside(post)) own.outside.push(value);
    }
    const both = communities.flatMap(({ inside, outside }) => {
      if (Math.min(inside.length, outside.length) < FEWEST_POSTS) return [];
      const [one, other] = [middleOf(inside, path.middle), middleOf(outside, path.middle)];
      return other > 0 ? [{ one, other, n: inside.length }] : [];
    });
    if (both.length < FEWEST_COMMUNITIES) return null;
    if (path.weight === "each post") {
      const [drawn, expected] = [
        both.reduce((sum, { one, n }) => sum + n * one, 0),
        both.reduce((sum, { other, n }) => sum + n * other, 0),
      ];
      return drawn / expected;
    }
    const logs = both.flatMap(({ one, other }) => (one > 0 ? [Math.log(one / other)] : []));
    return logs.length === 0 ? null : Math.exp(logs.reduce((sum, value) => sum + value, 0) / logs.length);
  };

  return {
    E2: multiverse(
      {
        ...BASIC,
        everyday: ["work, documents, housing", "work and housing"],
        fewer: ["than others", "by more than a fifth"],
      },
      (path) => {
        const coding = frame.readings[path.reading].topics;
        const mask = maskOf(coding, EVERYDAY[path.everyday]);
        const isInside = (post: number) => ((coding.bits[post] as number) & mask) !== 0;
        const name = `E2 ${Object.values({ ...path, fewer: "" }).join()}`;
        const value = kept(name, () => ratio(path, frame.comments, isInside, () => true));
        return { value, holds: value === null ? null : value < (path.fewer === "than others" ? 1 : EQUIVALENT.low) };
      },
    ),
    E3: multiverse(
      {
        ...BASIC,
        against: ["all other posts", "everyday posts", "posts with another topic"],
        more: ["than others", "by more than a quarter"],
      },
      (path) => {
        const coding = frame.readings[path.reading].topics;
        const [mask, everyday, none] = [["identity"], EVERYDAY["work, documents, housing"], ["other"]].map((topics) =>
          maskOf(coding, topics),
        ) as [number, number, number];
        const isInside = (post: number) => ((coding.bits[post] as number) & mask) !== 0;
        const isOutside = (post: number) => {
          const bits = coding.bits[post] as number;
          return (
            path.against === "all other posts" ||
            (bits & (path.against === "everyday posts" ? everyday : ~none)) !== 0
          );
        };
        const name = `E3 ${Object.values({ ...path, more: "" }).join()}`;
        const ratios = [frame.likes, frame.shares, frame.comments].map((values, column) =>
          kept(`${name} ${column}`, () => ratio(path, values, isInside, isOutside)),
        );
        // An export that does not count shares says nothing of them.
        const known = ratios.filter((value): value is number => value !== null);
        if (known.length === 0) return { value: null, holds: null };
        const least = Math.min(...known);
        return { value: least, holds: least > (path.more === "than others" ? 1 : EQUIVALENT.high) };
      },
    ),
  };
}

function middleOf(values: number[], middle: (typeof BASIC)["middle"][number]): number {
  if (middle === "mean") return values.reduce((sum, value) => sum + value, 0) / values.length;
  if (middle === "share above none") return values.filter((value) => value > 0).length / values.length;
  values.sort((a, b) => a - b);
  return ((values[(values.length - 1) >> 1] as number) + (values[values.length >> 1] as number)) / 2;
}
