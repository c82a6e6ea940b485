import { CHARACTER_RANGES } from "./character-ranges";

/**
 * The classes a character can have for the tokeniser.
 *
 * `letter` is Unicode L without the spacing modifier letters U+02B0 to U+02FF; `mark` is M (stress U+0301,
 * the breve of a decomposed й); `digit` is Nd; `joiner` is a hyphen or apostrophe that may stand inside a
 * word; `invisible` is a character without width (soft hyphen, zero-width space, joiners); `pictograph`
 * begins an emoji by itself, `sign` only with U+FE0F behind it (©, ™, arrows); `regional` is half a flag;
 * `surrogate` is half a UTF-16 pair.
 */
export const CLASS = {
  other: 0,
  letter: 1,
  mark: 2,
  digit: 3,
  joiner: 4,
  invisible: 5,
  pictograph: 6,
  sign: 7,
  regional: 8,
  space: 9,
  surrogate: 10,
} as const;

/** Class by code point, for every code point; scanners read it directly. */
export const CHARACTER_CLASSES: Uint8Array = /* @__PURE__ */ readRanges(CHARACTER_RANGES);

/**
 * Tell the class of a character.
 *
 * @param codePoint  whole number from 0 to 0x10FFFF
 * @returns one of the values of {@link CLASS}
 * @throws RangeError if the number is not a code point
 *
 * @example
 * characterClass(0x04a3); // 1
 * characterClass(0x0301); // 2
 */
export function characterClass(codePoint: number): number {
  const found = CHARACTER_CLASSES[codePoint];
  if (found === undefined) {
    throw new RangeError(`characterClass: needs a code point from 0 to 1114111, found ${codePoint}`);
  }
  return found;
}

function readRanges(ranges: string): Uint8Array {
  const classes = new Uint8Array(0x110000);
  let at = 0;
  for (const run of ranges.split(",")) {
    const [gap = 0, length = 0, found = 0] = run.split(" ").map((part) => Number.parseInt(part, 36));
    at += gap;
    classes.fill(found, at, at + length);
    at += length;
  }
  return classes;
}
