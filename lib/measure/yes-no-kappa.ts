/** How often two coders said yes and no to the same things. */
export interface YesNoCounts {
  readonly both: number;
  /** Yes by the first alone. */
  readonly first: number;
  /** Yes by the second alone. */
  readonly second: number;
  readonly neither: number;
}

/**
 * Take Cohen's kappa of two yes-or-no answers from the four counts.
 *
 * @returns kappa, from -1 to 1; null where both always said yes, both always said no, or nothing was asked
 *
 * @example
 * yesNoKappa({ both: 20, first: 5, second: 10, neither: 15 })?.toFixed(12); // "0.400000000000"
 * yesNoKappa({ both: 0, first: 0, second: 0, neither: 9 }); // null
 */
export function yesNoKappa({ both, first, second, neither }: YesNoCounts): number | null {
  const n = both + first + second + neither;
  if (both === n || neither === n) return null;
  const [a, b] = [both + first, both + second];
  const expected = (a * b + (n - a) * (n - b)) / n;
  return (both + neither - expected) / (n - expected);
}
