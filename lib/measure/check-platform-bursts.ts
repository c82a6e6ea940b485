import { PLATFORMS } from "../load/post";
import { type Checked } from "./checked";
import { type CrisisBurst, FEWEST_POSTS } from "./crisis-bursts";
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
  const isThin = none.length === 0 && (found.length === 0 || thin.length > 0);
  const needs = thin.map(sayNeeded);
  const detail =
    `${found.length} of ${bursts.length} platforms ${found.length === 1 ? "has" : "have"} a burst` +
    (bursts.length === 0
      ? `; the corpus has 0 posts in the study's window, and ${FEWEST_POSTS} in the stretch would be needed.`
      : `: ${bursts.map(sayRatio).join("; ")}.`) +
    (isThin ? needs.map((need) => ` ${need}`).join("") : "");
  const remarks = [
    ...(isThin ? [] : needs),
    ...PLATFORMS.filter((platform) => !bursts.some(({ name }) => name === platform)).map(
      (name) => `There is nothing from ${name}.`,
    ),
  ];
  return {
    holds: isThin ? "too little data" : none.length === 0,
    computed: `${found.length} of ${bursts.length} platforms`,
    detail,
    remarks,
  };
}
