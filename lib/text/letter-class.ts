import { CYRILLIC_FOR_LATIN, EXACT_TWINS, LATIN_FOR_CYRILLIC } from "./twins";

/**
 * What one letter says of the script of its word, as bits.
 *
 * `plain`: the letter has no counterpart in the other script, so its word cannot be folded away from it.
 * `telling`: a plain letter that folding never writes either. Only telling letters are counted where words
 * vote on a script, so that folding a text changes no vote, and folding it twice changes nothing more.
 */
export const LETTER = {
  latin: 1,
  cyrillic: 2,
  plain: 4,
  telling: 8,
  exactTwin: 16,
  otherScript: 32,
  mark: 64,
} as const;

let table: Uint8Array | undefined;

/**
 * Say what a UTF-16 code unit is: bits of {@link LETTER}, or 0 for what is neither letter nor mark.
 *
 * Halves of a surrogate pair count as letters of another script: no letter of Russian, Kyrgyz or English
 * needs them.
 */
export function letterClass(unit: number): number {
  table ??= makeTable();
  return table[unit] ?? 0;
}

// Built on first use, in a few milliseconds: a regular expression for each letter would cost more over a
// corpus.
function makeTable(): Uint8Array {
  const written = new Set([...CYRILLIC_FOR_LATIN.values(), ...LATIN_FOR_CYRILLIC.values()]);
  return Uint8Array.from({ length: 0x10000 }, (_, unit) => {
    const letter = String.fromCharCode(unit);
    if (unit >= 0xd800 && unit <= 0xdfff) return LETTER.otherScript;
    if (!/\p{L}/u.test(letter)) return /\p{M}/u.test(letter) ? LETTER.mark : 0;
    const script =
      (/\p{Script=Latin}/u.test(letter) ? LETTER.latin : 0) |
      (/\p{Script=Cyrillic}/u.test(letter) ? LETTER.cyrillic : 0);
    if (script === 0) return LETTER.otherScript;
    const isPlain = !CYRILLIC_FOR_LATIN.has(letter) && !LATIN_FOR_CYRILLIC.has(letter);
    return (
      script |
      (isPlain ? LETTER.plain : 0) |
      (isPlain && !written.has(letter) ? LETTER.telling : 0) |
      (EXACT_TWINS.has(letter) ? LETTER.exactTwin : 0)
    );
  });
}
