/**
 * One line of the kernel's measurements: the median times of this kernel and of tslab, and their ratio.
 *
 * @param name   what was measured
 * @param ours   milliseconds, one a round
 * @param stock  the same of tslab; null where the cell failed there, which is shown as "fails", without a ratio
 */
export function lineOfTimes(name: string, ours: readonly number[], stock: readonly (number | null)[]): string {
  const times = stock.filter((time) => time !== null);
  const [a, b] = [median(ours), median(times)];
  const start = `${name.padEnd(34)} this kernel ${a.toFixed(0).padStart(5)}   tslab `;
  if (times.length < stock.length) return `${start}fails`;
  return `${start}${b.toFixed(0).padStart(5)}   ratio ${(a / b).toFixed(2)}`;
}

/** The middle value, of an even number the upper of the two; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
