/** A mean that says of how many. */
export interface KnownMean {
  /** Null where no value is known. */
  readonly mean: number | null;
  /** Values that are known, the denominator. */
  readonly of: number;
  /** Values that are not: left out, never counted as 0. */
  readonly unknown: number;
}

/**
 * Mean of the values that are known, with their number.
 *
 * @example
 * meanKnown([1, null, 3]); // { mean: 2, of: 2, unknown: 1 }
 */
export function meanKnown(values: readonly (number | null)[]): KnownMean {
  const known = values.filter((value): value is number => value !== null);
  const mean = known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  return { mean, of: known.length, unknown: values.length - known.length };
}
