import type { Coding } from "../classify/coding";

/** What section 5 calls everyday issues: employment, housing, documents and legal questions. */
export const EVERYDAY = ["work", "housing", "documents"] as const;
/** Explicit politics: of the homeland, and its border conflict. */
export const POLITICAL = ["politics", "border"] as const;
/** National pride, history and culture. */
export const IDENTITY = ["identity"] as const;

/**
 * Make a question of some codes: whether a post has at least one of them.
 *
 * A code that the coding does not know is refused, since it would never be met.
 *
 * @throws RangeError for a code that is not in the coding
 * @example
 * const coding = { codes: ["work", "housing"], bits: Uint32Array.from([2, 0]) };
 * [0, 1].map(hasAny(coding, ["work", "housing"])); // [true, false]
 */
export function hasAny(coding: Coding, codes: readonly string[]): (post: number) => boolean {
  const mask = codes.reduce((bits, code) => {
    const place = coding.codes.indexOf(code);
    if (place === -1) {
      throw new RangeError(
        `hasAny: code must be one of ${coding.codes.join(", ")}, found "${code}"; correct it`,
      );
    }
    return bits | (1 << place);
  }, 0);
  return (post) => ((coding.bits[post] as number) & mask) !== 0;
}
