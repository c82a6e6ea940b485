import { type Coefficient, noCoefficient } from "./coefficient";

/** How far apart two categories are, by their places in the order; 0 for the same one. */
export type Disagreement = (i: number, j: number) => number;

/** How kappa is taken. */
export interface KappaOptions<Label> {
  /**
   * What a disagreement weighs: `none`, each the same; `linear` or `quadratic`, by how many categories lie
   * between; or a function of the two places.
   */
  readonly weights?: "none" | "linear" | "quadratic" | Disagreement;
  /** Categories in their order; needed for weights. By default those that were used. */
  readonly categories?: readonly Label[];
  /** Quantile of the normal distribution for the interval; default 95%. */
  readonly z?: number;
}

/** Cohen's kappa of two coders. */
export interface Kappa extends Coefficient {
  /** Standard error for a kappa that is not 0; null where kappa is undefined. */
  readonly se: number | null;
  /** Share of agreement, weighted where kappa is; null where nothing was coded twice. */
  readonly observed: number | null;
  /** The same, were the coders' frequencies all they had in common. */
  readonly expected: number | null;
  /** Items that both coded. */
  readonly n: number;
}

const WEIGHTS = {
  none: (i: number, j: number) => (i === j ? 0 : 1),
  linear: (i: number, j: number) => Math.abs(i - j),
  quadratic: (i: number, j: number) => (i - j) ** 2,
};

/**
 * Measure how far two coders agree beyond chance (Cohen's kappa, plain or weighted).
 *
 * Chance is taken from each coder's own frequencies. 1 is full agreement, 0 no better than chance. Items that
 * one of them left uncoded (null) are left out. The interval is kappa ± z standard errors, cut at -1 and 1;
 * it holds for some dozens of items and more. Where both used one category alone, kappa is 0 divided by 0;
 * where they agree throughout, the formula's standard error is 0, which is no interval: both are stated.
 *
 * @param a  labels of one coder; null where an item was not coded
 * @param b  labels of the other, of the same items in the same order
 * @returns see {@link Kappa}; never NaN
 * @throws RangeError if the lists differ in length, a label is no category, or weights are asked without
 *   order
 * @see Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological
 *   Measurement 20, 37-46. Cohen, J. (1968). Weighted kappa. Psychological Bulletin 70, 213-220. Fleiss, J.
 *   L., Cohen, J. & Everitt, B. S. (1969). Large sample standard errors of kappa and weighted kappa.
 *   Psychological Bulletin 72, 323-327.
 *
 * @example
 * cohenKappa(["yes", "yes", "no", "no"], ["yes", "no", "no", "no"]).value; // 0.5
 * cohenKappa(["yes", "yes"], ["yes", "yes"]).reason; // "both used one category alone, yes: chance explains all agreement"
 */
export function cohenKappa<Label extends string | number | boolean>(
  a: readonly (Label | null)[],
  b: readonly (Label | null)[],
  options: KappaOptions<Label> = {},
): Kappa {
  if (a.length !== b.length) {
    throw new RangeError(
      `cohenKappa: needs two lists of one length, found ${a.length} and ${b.length}; give both the same items`,
    );
  }
  const { weights = "none", z = 1.959963984540054 } = options;
  if (weights !== "none" && options.categories === undefined) {
    throw new RangeError("cohenKappa: weights need the order of the categories, found none; give categories");
  }
  const pairs: [Label, Label][] = [];
  for (const [i, label] of a.entries()) {
    const other = b[i] as Label | null;
    if (label !== null && other !== null) pairs.push([label, other]);
  }
  if (pairs.length === 0) {
    return { ...noCoefficient("no item was coded by both"), se: null, observed: null, expected: null, n: 0 };
  }
  const categories = options.categories ?? [...new Set(pairs.flat())];
  return kappaOfTable(countPairs(pairs, categories), categories, {
    disagreement: typeof weights === "function" ? weights : WEIGHTS[weights],
    z,
  });
}

function countPairs<Label>(pairs: readonly [Label, Label][], categories: readonly Label[]): number[][] {
  const places = new Map(categories.map((category, i) => [category, i]));
  const counts = categories.map(() => categories.map(() => 0));
  for (const pair of pairs) {
    const [i, j] = pair.map((label) => {
      const place = places.get(label);
      if (place !== undefined) return place;
      throw new RangeError(
        `cohenKappa: labels must be among ${categories.join(", ")}, found ${String(label)}; add it to categories`,
      );
    }) as [number, number];
    (counts[i] as number[])[j]! += 1;
  }
  return counts;
}

/** Kappa of a table of counts: rows are one coder's categories, columns the other's. */
function kappaOfTable(
  counts: readonly (readonly number[])[],
  categories: readonly unknown[],
  { disagreement, z }: { disagreement: Disagreement; z: number },
): Kappa {
  const n = sum(counts.map(sum));
  const rows = counts.map((row) => sum(row) / n);
  const columns = categories.map((_, j) => sum(counts.map((row) => row[j] as number)) / n);
  const most = Math.max(...cells(counts, (i, j) => disagreement(i, j))) || 1;
  const weight = (i: number, j: number) => 1 - disagreement(i, j) / most;

  const observed = sum(cells(counts, (i, j, count) => (weight(i, j) * count) / n));
  const expected = sum(cells(counts, (i, j) => weight(i, j) * rows[i]! * columns[j]!));
  // Exact, unlike a comparison of sums of fractions with 1.
  const used = categories.filter((_, i) => rows[i]! > 0 || columns[i]! > 0);
  if (used.length < 2) {
    const reason = `both used one category alone, ${String(used[0])}: chance explains all agreement`;
    return { ...noCoefficient(reason), se: null, observed, expected, n };
  }

  if ([rows, columns].some((shares) => shares.filter((share) => share > 0).length === 1)) {
    const reason = "one of them used one category alone: kappa is 0 whatever the other did";
    return { value: 0, low: null, high: null, reason, se: 0, observed, expected, n };
  }

  const value = (observed - expected) / (1 - expected);
  const rowMean = rows.map((_, i) => sum(columns.map((share, j) => weight(i, j) * share)));
  const columnMean = columns.map((_, j) => sum(rows.map((share, i) => weight(i, j) * share)));
  const spread = sum(
    cells(counts, (i, j, count) => {
      return (count / n) * (weight(i, j) - (rowMean[i]! + columnMean[j]!) * (1 - value)) ** 2;
    }),
  );
  const centre = value - expected * (1 - value);
  const se = Math.sqrt(Math.max(0, spread - centre ** 2) / n) / (1 - expected);
  const agrees = cells(counts, (i, j, count) => count === 0 || disagreement(i, j) === 0).every(Boolean);
  if (agrees) {
    const reason = "they agree throughout: the standard error is 0, which is no interval";
    return { value: 1, low: null, high: null, reason, se: 0, observed, expected, n };
  }
  const [low, high] = [Math.max(-1, value - z * se), Math.min(1, value + z * se)];
  return { value, low, high, reason: null, se, observed, expected, n };
}

function cells<T>(
  counts: readonly (readonly number[])[],
  read: (i: number, j: number, count: number) => T,
): T[] {
  return counts.flatMap((row, i) => row.map((count, j) => read(i, j, count)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
