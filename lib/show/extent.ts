/**
 * Find the least and the greatest of any number of values.
 *
 * Not `Math.min(...values)`: a list of some hundred thousand values has no place among a call's arguments.
 *
 * @returns least and greatest; `[Infinity, -Infinity]` of no values
 *
 * @example
 * extent([3, -1, 2]); // [-1, 3]
 */
export function extent(values: readonly number[]): readonly [least: number, greatest: number] {
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return [least, greatest];
}
