/**
 * Compare two strings by code points, so that order does not depend on a locale.
 *
 * @returns below 0, 0 or above 0
 *
 * @example
 * compareCodePoints("е", "ё"); // -28
 * compareCodePoints("а", "а"); // 0
 */
export function compareCodePoints(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length; ) {
    const [one, other] = [a.codePointAt(i) as number, b.codePointAt(i) as number];
    if (one !== other) {
      return one - other;
    }
    i += one > 0xffff ? 2 : 1;
  }
  return a.length - b.length;
}
