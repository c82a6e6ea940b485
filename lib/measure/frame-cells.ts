import { PLATFORMS } from "../load/post";
import type { CodedFrame } from "./coded-frame";
import type { DailySeries } from "./daily-series";

/** Decisions about which texts are counted, and for how much. */
export const TEXTS = ["posts", "comments", "both"] as const;
export const COPIES = ["kept", "left out"] as const;
export const WEIGHTS = ["each post", "each community", "each platform"] as const;
export type Texts = (typeof TEXTS)[number];
export type Copies = (typeof COPIES)[number];
export type Weight = (typeof WEIGHTS)[number];

/** Posts counted by community and day: `hits` of `of`, community by community. */
export interface Cells {
  readonly hits: Uint16Array;
  readonly of: Uint16Array;
}

/** Posts of each community over some days. */
export interface Part {
  readonly hits: number;
  readonly of: number;
}

/** Fewest posts of a community from which it weighs as much as another. */
const FEWEST_OF_COMMUNITY = 10;
/** Fewest posts from which a share is taken at all. */
export const FEWEST = 50;
/** Fewest posts of the kind that is counted, in two stretches together, from which their shares are compared. */
export const FEWEST_HITS = 5;

/**
 * Count posts by community and day, once for all specifications that add them up in another way.
 *
 * @param isHit  whether a post is among those counted
 * @param among  whether it is among those of which they are a share; all with a text, by default
 */
export function countCells(
  frame: CodedFrame,
  { texts, copies }: { readonly texts: Texts; readonly copies: Copies },
  isHit: (post: number) => boolean,
  among: (post: number) => boolean = (post) => frame.hasText[post] === 1,
): Cells {
  const width = frame.days.length;
  const size = frame.communities.length * width;
  const [hits, of] = [new Uint16Array(size), new Uint16Array(size)];
  const kind = texts === "both" ? -1 : Number(texts === "comments");
  for (let post = 0; post < frame.day.length; post++) {
    const day = frame.day[post] as number;
    if (day < 0 || (kind >= 0 && frame.isComment[post] !== kind)) continue;
    if ((copies === "left out" && frame.isCopy[post] === 1) || !among(post)) continue;
    const cell = (frame.community[post] as number) * width + day;
    of[cell]!++;
    if (isHit(post)) hits[cell]!++;
  }
  return { hits, of };
}

/** Sum cells over some days, a part a community. */
export function sumCells({ communities, days }: CodedFrame, { hits, of }: Cells, isKept: Uint8Array): Part[] {
  return communities.map((_, community) => {
    const part = { hits: 0, of: 0 };
    for (let day = 0; day < days.length; day++) {
      if (isKept[day] !== 1) continue;
      part.hits += hits[community * days.length + day] as number;
      part.of += of[community * days.length + day] as number;
    }
    return part;
  });
}

/** Share over parts under a way of weighing; null where there is too little of it. */
export function shareOver({ communities }: CodedFrame, parts: readonly Part[], weight: Weight): number | null {
  const whole = addParts(parts);
  if (whole.of < FEWEST) return null;
  if (weight === "each post") return whole.hits / whole.of;
  const units =
    weight === "each community"
      ? parts.filter(({ of }) => of >= FEWEST_OF_COMMUNITY)
      : PLATFORMS.map((platform) => addParts(parts.filter((__, i) => communities[i]?.platform === platform))).filter(
          ({ of }) => of >= FEWEST,
        );
  if (units.length === 0) return null;
  return units.reduce((sum, { hits, of }) => sum + hits / of, 0) / units.length;
}

/**
 * Sum parts.
 *
 * @example
 * addParts([{ hits: 1, of: 4 }, { hits: 2, of: 6 }]); // { hits: 3, of: 10 }
 */
export function addParts(parts: readonly Part[]): Part {
  return parts.reduce((sum, { hits, of }) => ({ hits: sum.hits + hits, of: sum.of + of }), { hits: 0, of: 0 });
}

/** Cells of some communities as one daily series. */
export function seriesOf(frame: CodedFrame, { hits, of }: Cells, isKept: (community: number) => boolean): DailySeries {
  const width = frame.days.length;
  const [all, posts] = [new Float64Array(width), new Float64Array(width)];
  frame.communities.forEach((_, community) => {
    if (!isKept(community)) return;
    for (let day = 0; day < width; day++) {
      all[day]! += hits[community * width + day] as number;
      posts[day]! += of[community * width + day] as number;
    }
  });
  return { days: frame.days, hits: all, of: posts };
}

/**
 * Keep what is computed under its name, for specifications that share it.
 *
 * @example
 * const squares = remember();
 * squares("two", () => 4); // 4
 * squares("two", () => 5); // 4
 */
export function remember<Value>(): (name: string, compute: () => Value) => Value {
  const known = new Map<string, Value>();
  return (name, compute) => {
    let value = known.get(name);
    if (value === undefined) {
      value = compute();
      known.set(name, value);
    }
    return value;
  };
}
