import { matchKey } from "./match-key";

const FLAT: Readonly<Record<string, string>> = { ө: "о", ү: "у", ң: "н" };

/**
 * A second key, for Kyrgyz: as {@link matchKey}, with ө ү ң written о у н, as on a Russian keyboard.
 *
 * It makes different words equal now and then (өң and он), so a match on it is weaker than one on `matchKey`.
 *
 * @example
 * flatKey("Үй керек, шаардын өңү"); // "уй керек, шаардын ону"
 */
export function flatKey(text: string): string {
  return matchKey(text).replace(/[өүң]/g, (letter) => FLAT[letter] ?? letter);
}
