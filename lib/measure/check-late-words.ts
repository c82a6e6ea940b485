import { type Checked, TOO_FEW } from "./checked";
import { mannKendall } from "./mann-kendall";
import type { MonthShare } from "./share-by-month";

/** Normal deviate that a series without a trend passes once in a hundred times (one-sided). */
export const RISING = 2.33;
/**
 * How much larger the last third of the months must be than the first: a rise that a reader of a figure
 * would see.
 */
const RISE = 1.5;

/**
 * Check that some words became more frequent late in the window (claim F6).
 *
 * They did where their share of posts rises by Mann and Kendall's test, and the last third of the months
 * has at least half as much again as the first. A single month of much talk passes neither.
 *
 * @param months  at least six with 50 posts or more are needed
 */
export function checkLateWords(months: readonly MonthShare[]): Checked {
  const counted = months.filter(({ documents }) => documents >= 50);
  const hits = counted.reduce((sum, month) => sum + month.hits, 0);
  if (counted.length < 6 || hits < 30) {
    const detail =
      `${counted.length} months have 50 posts or more, with ${hits} posts that hold such a ` +
      `word; six months and 30 posts are needed.`;
    return { ...TOO_FEW, detail };
  }
  const { tau, z } = mannKendall(counted.map(({ percentage }) => percentage ?? 0));
  const third = Math.floor(counted.length / 3);
  const shareOf = (rows: readonly MonthShare[]): number => {
    return (
      (100 * rows.reduce((sum, row) => sum + row.hits, 0)) / rows.reduce((sum, row) => sum + row.documents, 0)
    );
  };
  const [early, late] = [shareOf(counted.slice(0, third)), shareOf(counted.slice(-third))];
  const detail =
    `The share of posts with such a word was ${early.toFixed(2)}% in the first ${third} months and ` +
    `${late.toFixed(2)}% in the last ` +
    `${third}; Kendall's tau over ${counted.length} months is ${tau.toFixed(2)} (z ${z.toFixed(2)}).`;
  return {
    holds: z >= RISING && late >= RISE * early,
    computed: `${early.toFixed(2)}% to ${late.toFixed(2)}%, tau ${tau.toFixed(2)}`,
    detail,
    remarks: [],
  };
}
