import type { Coding } from "../classify/coding";
import type { RedrawOptions } from "./redraw";
import { shareWithin, type WeighedShare } from "./share-within";

/** How many posts have one code. */
export interface CodeShare extends WeighedShare {
  readonly code: string;
  readonly name: string;
}

/**
 * Share of posts that have each code of a coding; the shares sum to more than one where posts have several.
 *
 * @param documents    numbers of the posts to look at, the denominator
 * @param communityOf  number of each post's community
 * @returns a row a code, in the codebook's order
 */
export function codeShares(
  coding: Coding,
  documents: readonly number[],
  communityOf: ArrayLike<number>,
  options: RedrawOptions = { seed: 1 },
): CodeShare[] {
  return coding.codes.map((code, i) => ({
    code,
    name: coding.names[i] as string,
    ...shareWithin(documents, (document) => coding.has(document, code), communityOf, options),
  }));
}
