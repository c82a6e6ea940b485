/** How far two numbers may lie apart and still count as the same. */
export interface Tolerance {
  /** Share of the larger magnitude. */
  readonly relative: number;
  /** For numbers near zero, where a share means nothing. */
  readonly absolute: number;
}

/**
 * Sums taken in another order differ in the last few of a double's 16 digits; a changed input does not hide in
 * nine.
 */
export const DEFAULT_TOLERANCE: Tolerance = { relative: 1e-9, absolute: 1e-12 };

/** One place where two JSON values differ. */
export interface ValueDifference {
  /** Such as `data[0].y[3]`; empty for the value itself. */
  readonly path: string;
  readonly was: unknown;
  readonly is: unknown;
}

/**
 * Compare two JSON values place by place: numbers within a tolerance, all else exactly.
 *
 * Lists of different lengths are reported by their lengths and the first item that differs, since one item
 * added at the front shifts all others.
 *
 * @returns the places that differ, in the order of the first value; empty when none do
 *
 * @example
 * compareValues({ y: [1, 2] }, { y: [1, 3] }); // [{ path: "y[1]", was: 2, is: 3 }]
 */
export function compareValues(
  was: unknown,
  is: unknown,
  tolerance: Tolerance = DEFAULT_TOLERANCE,
  path = "",
): ValueDifference[] {
  if (typeof was === "number" && typeof is === "number")
    return isNear(was, is, tolerance) ? [] : [{ path, was, is }];
  if (Array.isArray(was) && Array.isArray(is)) {
    const items = was
      .slice(0, is.length)
      .flatMap((item, i) => compareValues(item, is[i], tolerance, `${path}[${i}]`));
    if (was.length === is.length) return items;
    return [{ path, was: `${was.length} items`, is: `${is.length} items` }, ...items.slice(0, 1)];
  }
  if (isRecord(was) && isRecord(is)) {
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return keys.flatMap((key) =>
      compareValues(was[key], is[key], tolerance, path === "" ? key : `${path}.${key}`),
    );
  }
  return Object.is(was, is) ? [] : [{ path, was, is }];
}

/** Whether a value is an object with names, not a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNear(a: number, b: number, { relative, absolute }: Tolerance): boolean {
  return (
    Object.is(a, b) || Math.abs(a - b) <= Math.max(absolute, relative * Math.max(Math.abs(a), Math.abs(b)))
  );
}
