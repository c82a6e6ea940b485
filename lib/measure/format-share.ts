/**
 * Write a share as a percentage: one decimal below ten percent, none above.
 *
 * @example
 * formatShare(0.5561); // "56%"
 * formatShare(0.0347); // "3.5%"
 */
export function formatShare(share: number): string {
  return `${(100 * share).toFixed(share < 0.0995 ? 1 : 0)}%`;
}
