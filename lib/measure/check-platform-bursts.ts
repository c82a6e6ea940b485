import { PLATFORMS } from "../load/post";
import { type Checked } from "./checked";
import type { CrisisBurst } from "./crisis-bursts";
import { sayNeeded, sayRatio } from "./say-burst";

/**
 * Check that a crisis set off a burst on every platform (claim C2).
 *
 * It did where each platform of the corpus has a burst by the permutation test for all platforms together
 * (5%), with a rate ratio whose interval lies above 1. One platform without speaks against it; a platform
 * with too little data is named.
 *
 * @param bursts  one row a platform
 */
export function checkPlatformBursts(bursts: readonly CrisisBurst[]): Checked {
  const found = bursts.filter(({ outcome }) => outcome === "burst");
  const none = bursts.filter(({ outcome }) => outcome === "no burst");
  const thin = bursts.filter(({ outcome }) => outcome === "too little data");
  const detail =
    `${found.length} of ${bursts.length} platforms ${found.length === 1 ? "has" : "have"} a burst` +
    (bursts.length === 0
      ? "; the corpus has no posts in the study's window."
      : `: ${bursts.map(sayRatio).join("; ")}.`);
  const remarks = [
    ...thin.map(sayNeeded),
    ...PLATFORMS.filter((platform) => !bursts.some(({ name }) => name === platform)).map(
      (name) => `There is nothing from ${name}.`,
    ),
  ];
  return {
    holds: none.length > 0 ? false : found.length === 0 || thin.length > 0 ? "too little data" : true,
    computed: `${found.length} of ${bursts.length} platforms`,
    detail,
    remarks,
  };
}
