import { type Checked } from "./checked";
import { type CrisisBurst, FEWEST_POSTS } from "./crisis-bursts";
import { sayNeeded, sayRatio } from "./say-burst";

/**
 * Check that each of some acts rose with a crisis (claim B3).
 *
 * They did where each has a burst, by the permutation test for all acts together and with a rate ratio
 * above 1.
 *
 * @param bursts  one row an act
 * @param wanted  names of the acts that are claimed
 */
export function checkActsRise(bursts: readonly CrisisBurst[], wanted: readonly string[]): Checked {
  const own = bursts.filter(({ name }) => wanted.includes(name));
  const found = own.filter(({ outcome }) => outcome === "burst");
  const none = own.filter(({ outcome }) => outcome === "no burst");
  if (own.length < wanted.length || wanted.length === 0) {
    const detail =
      wanted.length === 0
        ? "The study names 0 acts to look for; at least 1 is needed."
        : `The corpus has 0 posts in the study's window; ${FEWEST_POSTS} in the stretch would be needed.`;
    return { holds: "too little data", computed: "nothing to count", detail, remarks: [] };
  }
  const isThin = none.length === 0 && found.length < own.length;
  const needs = own.filter(({ outcome }) => outcome === "too little data").map(sayNeeded);
  return {
    holds: isThin ? "too little data" : none.length === 0,
    computed: `${found.length} of ${own.length} acts`,
    detail: [
      `${found.length} of ${own.length} acts have a burst: ${own.map(sayRatio).join("; ")}.`,
      ...(isThin ? needs : []),
    ].join(" "),
    remarks: isThin ? [] : needs,
  };
}
