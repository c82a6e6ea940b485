import { fold } from "./fold";

/**
 * The key under which two spellings of a word count as one: composed, folded, in small letters, ё as е.
 *
 * Folding comes before the change to small letters: H and Н are twins, h and н are not.
 *
 * @example
 * matchKey("Kыргызы"); // "кыргызы"
 * matchKey("Партнёр"); // "партнер"
 */
export function matchKey(text: string): string {
  return fold(text).toLowerCase().replaceAll("ё", "е");
}
