import { normalise } from "./normalise";

/**
 * Fold the words of a text that mix Latin and Cyrillic, as {@link normalise} does, without its account.
 *
 * @example
 * fold("рaбота"); // "работа"
 * fold("QR-код, KOICAнын"); // "QR-код, KOICAнын"
 */
export function fold(text: string): string {
  return normalise(text).text;
}
