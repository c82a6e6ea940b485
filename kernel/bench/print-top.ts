import { createHash } from "node:crypto";

/**
 * Print what the benchmark reads from each process: the hash of its hundred words with their counts, and its
 * use of the machine.
 */
export function printTop(rows: readonly (readonly [word: string, count: number])[]): void {
  const hash = createHash("sha1").update(rows.map(([word, count]) => `${word}\t${count}\n`).join("")).digest("hex");
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6;
  console.log(
    JSON.stringify({
      hash,
      rows: rows.length,
      first: rows[0],
      peakMb: Math.round(maxRSS / 1000),
      cpuSeconds,
    }),
  );
}
