import { type Checked, TOO_FEW } from "./checked";
import type { PlatformPair } from "./compare-platforms";
import { LEAST_WORDS } from "./rank-themes";

/**
 * Spearman's correlation of seven themes that chance passes once in twenty times (two-sided critical
 * value).
 */
export const ALIKE_THEMES = 0.786;
/** Rank-biased overlap from which two lists have more in common than not. */
const ALIKE_WORDS = 0.5;

/**
 * Check that the platforms talk about much the same things (claim F4).
 *
 * They do where every two of them order the themes alike and have more of their frequent words in common
 * than not.
 */
export function checkLikeness(pairs: readonly PlatformPair[]): Checked {
  if (pairs.length === 0) {
    const detail = `Two platforms with ${LEAST_WORDS} words of themes each are needed, and there are fewer.`;
    return { ...TOO_FEW, detail };
  }
  const themes = Math.min(...pairs.map((pair) => pair.themes ?? -1));
  const words = Math.min(...pairs.map((pair) => pair.words));
  const detail =
    `Over ${pairs.length} ${pairs.length === 1 ? "pair" : "pairs"} of platforms the order of themes ` +
    `correlates at least ${themes.toFixed(2)}, ` +
    `and the most frequent words overlap at least ${words.toFixed(2)} (1 would be the same list).`;
  const remarks = pairs.length < 3 ? ["One of the three platforms is missing."] : [];
  return {
    holds: themes >= ALIKE_THEMES && words >= ALIKE_WORDS,
    computed: `themes ${themes.toFixed(2)}, words ${words.toFixed(2)}`,
    detail,
    remarks,
  };
}
