import { withoutUnseen } from "./drop-unseen";
import { fold } from "./fold";

/**
 * The key under which two spellings of a word count as one: composed, folded, in small letters, ё as е.
 *
 * Folding comes before the change to small letters: H and Н are twins, h and н are not. Characters that
 * nobody sees, such as a soft hyphen, are left out, and İ counts as I.
 *
 * @example
 * matchKey("Kыргызы"); // "кыргызы"
 * matchKey("Партнёр"); // "партнер"
 */
export function matchKey(text: string): string {
  return fold(withoutUnseen(text)).toLowerCase().replaceAll("i\u0307", "i").replaceAll("ё", "е");
}
