import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** How a classifier did on documents whose code is known. */
export interface KnownErrors {
  /** Documents that have the code, and how many of them were given it. */
  readonly positives: number;
  readonly truePositives: number;
  /** Documents that do not have it, and how many of them were not given it. */
  readonly negatives: number;
  readonly trueNegatives: number;
}

/** A share as counted, and corrected for the classifier's errors. */
export interface CorrectedShare {
  readonly counted: number;
  /** null where the classifier is no better than chance, so that nothing can be corrected. */
  readonly corrected: number | null;
  /** 95% interval that takes in that the errors too are only estimated. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Whether the estimate fell outside 0 and 1 and was put at the nearest of them. */
  readonly isCut: boolean;
}

const Z = 1.959963984540054;

/**
 * Correct a share of documents for what a classifier misses and what it gives wrongly.
 *
 * The estimate of Rogan and Gladen, (counted + specificity − 1) / (sensitivity + specificity − 1), with the
 * interval of Lang and Reiczigel, which also takes the sizes of the samples that the two were measured on.
 * It holds only where the classifier errs on these documents as it did on those.
 *
 * @param given  documents that were given the code
 * @param of     documents that were classified
 * @throws RangeError for counts that cannot be
 * @see Rogan, W. J. and Gladen, B. (1978). Estimating prevalence from the results of a screening test.
 *   American Journal of Epidemiology 107, 71-76.
 * @see Lang, Z. and Reiczigel, J. (2014). Confidence limits for prevalence of disease adjusted for
 *   estimated sensitivity and specificity. Preventive Veterinary Medicine 113, 13-22.
 *
 * @example
 * const known = { positives: 100, truePositives: 80, negatives: 100, trueNegatives: 90 };
 * Math.round(1000 * (correctPrevalence(31, 100, known).corrected ?? 0)); // 300
 */
export function correctPrevalence(given: number, of: number, known: KnownErrors): CorrectedShare {
  const { positives, truePositives, negatives, trueNegatives } = known;
  for (const [name, part, whole] of [
    ["given", given, of],
    ["truePositives", truePositives, positives],
    ["trueNegatives", trueNegatives, negatives],
  ] as const) {
    if (!(whole >= 1) || !(part >= 0) || !(part <= whole)) {
      throw new RangeError(
        `correctPrevalence: ${name} must be from 0 to a number from 1 up, found ${part} of ${whole}`,
      );
    }
  }
  const counted = given / of;
  const sensitivity = truePositives / positives;
  const specificity = trueNegatives / negatives;
  const power = sensitivity + specificity - 1;
  if (power <= 1e-12) return { counted, corrected: null, interval: null, isCut: false };
  const estimate = (counted + specificity - 1) / power;

  // The primed quantities of the paper, drawn towards the middle.
  const shrunk = (given + (Z * Z) / 2) / (of + Z * Z);
  const se = (truePositives + 1) / (positives + 2);
  const sp = (trueNegatives + 1) / (negatives + 2);
  const middle = (shrunk + sp - 1) / (se + sp - 1);
  const ofSe = (se * (1 - se)) / (positives + 2);
  const ofSp = (sp * (1 - sp)) / (negatives + 2);
  const shift = 2 * Z * Z * (middle * ofSe - (1 - middle) * ofSp);
  const variance =
    (shrunk * (1 - shrunk)) / (of + Z * Z) + middle * middle * ofSe + (1 - middle) ** 2 * ofSp;
  const half = (Z * Math.sqrt(variance)) / (se + sp - 1);
  return {
    counted,
    corrected: cut(estimate),
    interval: se + sp > 1 ? [cut(middle + shift - half), cut(middle + shift + half)] : null,
    isCut: estimate < 0 || estimate > 1,
  };
}

/**
 * Correct the shares of several codes, of which each document has one, for what is taken for what.
 *
 * Counted shares are true shares times the rates of confusion; of all shares that are not negative and sum
 * to one, those are taken under which the counts are most likely (by the EM algorithm). Where inverting the
 * matrix gives no negative share, both agree. The interval is a percentile bootstrap of the counts and of
 * each row of the matrix.
 *
 * @param given   documents that were given each code
 * @param counts  documents whose code is known: `counts[true][given]`
 * @returns one a code, in order; all `corrected` null where the matrix cannot tell some codes apart
 * @throws RangeError if the sizes differ, a count is negative, or a code has no document whose code is known
 * @see Dempster, A. P., Laird, N. M. and Rubin, D. B. (1977). Maximum likelihood from incomplete data via
 *   the EM algorithm. Journal of the Royal Statistical Society B 39, 1-38; for classifiers, Hopkins, D. J.
 *   and King, G. (2010). A method of automated nonparametric content analysis for social science. American
 *   Journal of Political Science 54, 229-247, on why counting labels does not estimate shares.
 *
 * @example
 * const [yes] = correctShares([31, 69], [[80, 20], [10, 90]], { seed: 1, draws: 10 });
 * Math.round(1000 * (yes?.corrected ?? 0)); // 300
 */
export function correctShares(
  given: readonly number[],
  counts: readonly (readonly number[])[],
  { seed, draws = 500 }: { seed: number; draws?: number },
): CorrectedShare[] {
  const size = given.length;
  const of = total(given);
  if (counts.length !== size || counts.some((row) => row.length !== size)) {
    const lengths = counts.map((row) => row.length).join(", ");
    throw new RangeError(
      `correctShares: counts must be ${size} rows of ${size}, found ${counts.length} of ${lengths}`,
    );
  }
  if (
    !(of > 0) ||
    [given, ...counts].some((row) => row.some((count) => !(count >= 0)) || !(total(row) > 0))
  ) {
    throw new RangeError(
      "correctShares: needs counts from 0 up, and one document in every row, found a row without",
    );
  }
  const rates = counts.map(shares);
  const counted = shares(given);
  if (Math.abs(determinant(rates)) < 1e-9) {
    return counted.map((share) => ({ counted: share, corrected: null, interval: null, isCut: false }));
  }
  const corrected = unmix(counted, rates);
  const free = solve(rates, counted);
  const random = xoroshiro128plus(seed);
  const drawn = Array.from({ length: draws }, () =>
    unmix(
      shares(redrawCounts(given, random)),
      counts.map((row) => shares(redrawCounts(row, random))),
    ),
  );
  return counted.map((share, code) => {
    const values = drawn.map((each) => each[code] as number).sort((a, b) => a - b);
    const at = (quantile: number) => values[Math.min(draws - 1, Math.floor(quantile * draws))] as number;
    return {
      counted: share,
      corrected: corrected[code] as number,
      interval: [at(0.025), at(0.975)],
      isCut: (free[code] as number) < -1e-9 || (free[code] as number) > 1 + 1e-9,
    };
  });
}

/** Shares under which the counted ones are most likely, from even shares. */
function unmix(counted: readonly number[], rates: readonly (readonly number[])[]): number[] {
  let mix = counted.map(() => 1 / counted.length);
  for (let step = 0; step < 20_000; step++) {
    const expected = counted.map((_, j) =>
      mix.reduce((sum, share, i) => sum + share * (rates[i]?.[j] as number), 0),
    );
    const next = mix.map(
      (share, i) =>
        share *
        counted.reduce(
          (sum, q, j) =>
            sum + (q === 0 ? 0 : (q * (rates[i]?.[j] as number)) / ((expected[j] as number) || 1)),
          0,
        ),
    );
    const sum = total(next);
    const scaled = next.map((share) => share / (sum || 1));
    const moved = Math.max(...scaled.map((share, i) => Math.abs(share - (mix[i] as number))));
    mix = scaled;
    if (moved < 1e-9) break;
  }
  return mix;
}

/** Shares that the rates would turn into the counted ones, negative ones too. */
function solve(rates: readonly (readonly number[])[], counted: readonly number[]): number[] {
  const rows = counted.map((q, j) => [...rates.map((row) => row[j] as number), q]);
  eliminate(rows);
  return rows.map((row, i) => (row[counted.length] as number) / (row[i] as number));
}

function determinant(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  const sign = eliminate(rows);
  return rows.reduce((product, row, i) => product * (row[i] as number), sign);
}

/**
 * Bring rows to diagonal form by Gauss and Jordan with pivots; returns the sign of the exchange of rows, 0
 * where singular.
 */
function eliminate(rows: number[][]): number {
  let sign = 1;
  for (let i = 0; i < rows.length; i++) {
    let pivot = i;
    for (let k = i + 1; k < rows.length; k++) {
      if (Math.abs(rows[k]?.[i] as number) > Math.abs(rows[pivot]?.[i] as number)) pivot = k;
    }
    if (Math.abs(rows[pivot]?.[i] as number) < 1e-12) return 0;
    if (pivot !== i) {
      [rows[i], rows[pivot]] = [rows[pivot] as number[], rows[i] as number[]];
      sign = -sign;
    }
    const row = rows[i] as number[];
    for (const [k, other] of rows.entries()) {
      if (k === i) continue;
      const factor = (other[i] as number) / (row[i] as number);
      for (let j = i; j < row.length; j++) other[j] = (other[j] as number) - factor * (row[j] as number);
    }
  }
  return sign;
}

/** As many documents drawn again, with replacement; counts of shared documents are rounded in sum. */
function redrawCounts(counts: readonly number[], random: ReturnType<typeof xoroshiro128plus>): number[] {
  const size = Math.max(1, Math.round(total(counts)));
  const ends: number[] = [];
  let end = 0;
  for (const share of shares(counts)) ends.push((end += share));
  const drawn = counts.map(() => 0);
  for (let i = 0; i < size; i++) {
    const at = uniformInt(random, 0, 0x7fffffff) / 0x80000000;
    const code = Math.min(
      counts.length - 1,
      Math.max(
        0,
        ends.findIndex((last) => at < last),
      ),
    );
    drawn[code] = (drawn[code] as number) + 1;
  }
  return drawn;
}

function shares(counts: readonly number[]): number[] {
  const sum = total(counts);
  return counts.map((count) => count / sum);
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function cut(share: number): number {
  return Math.min(1, Math.max(0, share));
}
