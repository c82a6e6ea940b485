/**
 * A coefficient of agreement with its interval, or the reason why there is none.
 *
 * Agreement beyond chance is 0 divided by 0 where all used one category, and nothing where no document was
 * coded twice. Such a case is a result to be read, so it is stated and no error: `value` is null then.
 */
export interface Coefficient {
  readonly value: number | null;
  /** 95% interval unless asked otherwise; null where there is none, and `reason` says why. */
  readonly low: number | null;
  readonly high: number | null;
  /** Why value or interval is missing; null where both stand. */
  readonly reason: string | null;
}

/**
 * Say that there is no coefficient, and why.
 *
 * @example
 * noCoefficient("nobody coded"); // { value: null, low: null, high: null, reason: "nobody coded" }
 */
export function noCoefficient(reason: string): Coefficient {
  return { value: null, low: null, high: null, reason };
}
