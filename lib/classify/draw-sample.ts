import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** One document of a sample. */
export interface Sampled {
  /** Its place in the list of strata; for a corpus, the index of the post. */
  readonly index: number;
  readonly stratum: string;
  /** Documents of the stratum, and how many of them were drawn; the first by the second is its weight. */
  readonly of: number;
  readonly drawn: number;
}

/** How a sample is drawn. */
export interface SampleOptions {
  readonly size: number;
  readonly seed: number;
  /**
   * `equal`: each stratum gives as many, so that rare ones can be judged; `proportional`: as it has, at least
   * one.
   */
  readonly allocation?: "equal" | "proportional";
}

/**
 * Draw documents from every stratum, and shuffle them.
 *
 * A stratum that has fewer than its part gives all it has, and the others give the rest. Shares counted in
 * the sample speak for the corpus only when each document is weighted by `of / drawn`.
 *
 * @param strata  stratum of every document; null for one that must not be drawn
 * @returns as many as asked, in shuffled order
 * @throws RangeError if there are fewer documents than asked, or fewer places than strata
 * @see Cochran, W. G. (1977). Sampling Techniques, chapter 5. Wiley.
 *
 * @example
 * const drawn = drawSample(["ru", "ru", "ru", "ky", null], { size: 2, seed: 1 });
 * drawn.map(({ stratum }) => stratum).sort(); // ["ky", "ru"]
 */
export function drawSample(
  strata: readonly (string | null)[],
  { size, seed, allocation = "equal" }: SampleOptions,
): Sampled[] {
  const members = new Map<string, number[]>();
  for (const [index, stratum] of strata.entries()) {
    if (stratum === null) continue;
    const list = members.get(stratum);
    if (list === undefined) members.set(stratum, [index]);
    else list.push(index);
  }
  const names = [...members.keys()].sort();
  const sizes = names.map((name) => (members.get(name) as number[]).length);
  const places = allocate(sizes, size, allocation);

  const random = xoroshiro128plus(seed);
  const sample = names.flatMap((stratum, i) => {
    const [list, drawn] = [members.get(stratum) as number[], places[i] as number];
    shuffle(list, (n) => uniformInt(random, 0, n - 1));
    return list.slice(0, drawn).map((index) => ({ index, stratum, of: list.length, drawn }));
  });
  return shuffle(sample, (n) => uniformInt(random, 0, n - 1));
}

/** Put a list into chance order, in place. */
export function shuffle<T>(list: T[], below: (n: number) => number): T[] {
  for (let last = list.length - 1; last > 0; last--) {
    const other = below(last + 1);
    [list[last], list[other]] = [list[other] as T, list[last] as T];
  }
  return list;
}

/** How many each stratum gives; none gives more than it has. */
function allocate(sizes: readonly number[], size: number, allocation: "equal" | "proportional"): number[] {
  const total = sizes.reduce((sum, n) => sum + n, 0);
  if (!Number.isInteger(size) || size < 1 || size > total) {
    throw new RangeError(
      `drawSample: size must be a whole number from 1 to ${total}, found ${size}; ask for fewer`,
    );
  }
  if (size < sizes.length) {
    throw new RangeError(
      `drawSample: size must be at least 1 for each of ${sizes.length} strata, found ${size}; draw more, ` +
        `or by fewer strata`,
    );
  }
  // One each first, then a place at a time to the stratum that is furthest behind its part.
  const places = sizes.map(() => 1);
  for (let left = size - sizes.length; left > 0; left--) {
    let next = -1;
    let furthest = Infinity;
    for (const [i, n] of sizes.entries()) {
      const has = places[i] as number;
      if (has === n) continue;
      const behind = allocation === "equal" ? has : has / n;
      if (behind < furthest) [next, furthest] = [i, behind];
    }
    places[next]! += 1;
  }
  return places;
}
