/**
 * How far opinions stand apart, from 0 to 1: the variance of for (+1), against (−1) and neither (0) over
 * its largest value.
 *
 * It is 1 where half are for and half against, 0 where all say the same, and in between where many say
 * neither or one side prevails. It measures the spread of what was said, and not whether people speak to
 * each other.
 *
 * @param support, doubt, neither  posts or authors, from 0 up
 * @returns null where there is none
 * @see Flache, A. and Macy, M. (2011). Small worlds and cultural polarization. Journal of Mathematical
 *   Sociology 35, 146-176, who measure polarisation by variance.
 *
 * @example
 * polarisation({ support: 10, doubt: 10, neither: 0 }); // 1
 * polarisation({ support: 10, doubt: 0, neither: 0 }); // 0
 * polarisation({ support: 1, doubt: 1, neither: 2 }); // 0.5
 */
export function polarisation({
  support,
  doubt,
  neither,
}: Record<"support" | "doubt" | "neither", number>): number | null {
  const all = support + doubt + neither;
  if (![support, doubt, neither].every((count) => count >= 0)) {
    throw new RangeError(
      `polarisation: counts from 0 up are needed, found ${support}, ${doubt} and ${neither}`,
    );
  }
  if (all === 0) return null;
  const mean = (support - doubt) / all;
  return (support + doubt) / all - mean * mean;
}
