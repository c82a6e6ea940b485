/**
 * Write a whole number with commas between thousands, the same on every machine.
 *
 * @example
 * thousands(120067); // "120,067"
 * thousands(999); // "999"
 */
export function thousands(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}
