import type { CrisisBurst } from "./crisis-bursts";

/** A burst in a few words, for the detail of a card. */
export function sayRatio({ name, hits, quietShare, ratio, low, high, p }: CrisisBurst): string {
  if (ratio === null || low === null || high === null) return `${name} has nothing to compare`;
  if (quietShare === 0)
    return `${name} has ${sayCount(hits, "post", "posts")}, and none on quiet days (${sayP(p)})`;
  return (
    `${name} ${sayNumber(ratio)} times its quiet share (${sayNumber(low)} to ` +
    `${sayNumber(high)}, ${sayP(p)})`
  );
}

/** What too little data would need, one sentence. */
export function sayNeeded({ name, of, needed }: CrisisBurst): string {
  return needed === null
    ? `${name} has enough posts.`
    : `${name} has ${of} posts in the stretch; ${sayThousands(needed)} would be needed to find a doubling four ` +
        `times in five.`;
}

/**
 * A p as a card says it.
 *
 * @example
 * sayP(0.0004); // "p below 0.001"
 * sayP(0.05); // "p 0.050"
 */
export function sayP(p: number | null): string {
  if (p === null) return "no test";
  return p < 0.001 ? "p below 0.001" : `p ${p.toFixed(3)}`;
}

/**
 * A ratio with as many digits as help.
 *
 * @example
 * sayNumber(2.345); // "2.35"
 * sayNumber(23.45); // "23.4"
 * sayNumber(234.5); // "235"
 */
export function sayNumber(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/**
 * A number with its noun.
 *
 * @example
 * sayCount(1, "community", "communities"); // "1 community"
 * sayCount(3, "community", "communities"); // "3 communities"
 */
export function sayCount(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/**
 * A whole number with commas between its thousands.
 *
 * @example
 * sayThousands(11224); // "11,224"
 */
export function sayThousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
