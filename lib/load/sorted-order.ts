/**
 * Give the places of numbers in rising order, equal numbers in the order in which they stand.
 *
 * A merge sort over typed arrays: their own `sort` copies everything into the heap when it is given a comparison.
 *
 * @param values  numbers, none of them NaN
 * @returns place of the least number first; 8 bytes a number are needed meanwhile
 *
 * @example
 * [...sortedOrder(Float64Array.of(3, 1, 2, 1))]; // [1, 3, 2, 0]
 */
export function sortedOrder(values: Float64Array): Uint32Array {
  const size = values.length;
  let from = new Uint32Array(size);
  for (let i = 0; i < size; i += 1) from[i] = i;
  let to = new Uint32Array(size);
  for (let run = 1; run < size; run *= 2) {
    for (let start = 0; start < size; start += 2 * run) {
      const middle = Math.min(start + run, size);
      mergeRuns(values, from, to, start, middle, Math.min(middle + run, size));
    }
    [from, to] = [to, from];
  }
  return from;
}

function mergeRuns(
  values: Float64Array, from: Uint32Array, to: Uint32Array, start: number, middle: number, end: number,
): void {
  let [left, right] = [start, middle];
  for (let at = start; at < end; at += 1) {
    const takesLeft = left < middle && (right >= end || values[from[left]!]! <= values[from[right]!]!);
    to[at] = takesLeft ? from[left]! : from[right]!;
    if (takesLeft) left += 1;
    else right += 1;
  }
}
