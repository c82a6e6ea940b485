/** One day, or one batch, of a regression of counts. */
export interface CountRow {
  readonly count: number;
  /** What the count is proportional to, such as posts of the day; above 0. */
  readonly exposure: number;
  /** Explaining variables, without the constant; as many in every row. */
  readonly x: readonly number[];
}

/** A fitted regression of counts. */
export interface QuasiPoisson {
  /** Constant first, then one a variable: logarithms of rates and of rate ratios. */
  readonly coefficients: readonly number[];
  /** Standard errors robust to autocorrelation and to any spread of the counts (Newey and West). */
  readonly robust: readonly number[];
  /** Standard errors of a quasi-Poisson model: those of Poisson times the root of the dispersion. */
  readonly quasi: readonly number[];
  /** Pearson's chi-squared over degrees of freedom: 1 for Poisson counts. */
  readonly dispersion: number;
  /** Rows that may depend on each other, in Newey and West's kernel. */
  readonly lag: number;
  /** Expected count of each row. */
  readonly fitted: readonly number[];
}

const MOST_STEPS = 50;

/**
 * Fit a log-linear regression of counts with an exposure, rows in order of time.
 *
 * Coefficients are those of Poisson regression, by iteratively reweighted least squares. Counts of posts
 * spread wider than Poisson and a day resembles the day before, so two kinds of standard errors come with
 * them: quasi-Poisson for the first, Newey and West's with Bartlett weights for both.
 *
 * @param options.lag  rows over which neighbours may depend; default ⌊4·(n/100)^(2/9)⌋, Newey and West's
 *   rule
 * @throws RangeError if there are not more rows than coefficients, an exposure is not above 0, or the fit
 *   has no end: a group of rows without any count has the rate 0, whose logarithm does not exist
 * @see Newey, W. K. and West, K. D. (1987). A simple, positive semi-definite, heteroskedasticity and
 *   autocorrelation consistent covariance matrix. Econometrica 55(3), 703-708.
 *
 * @example
 * const rows = [10, 10, 30, 30].map((count, i) => ({ count, exposure: 100, x: [i < 2 ? 0 : 1] }));
 * Math.round(Math.exp(quasiPoisson(rows).coefficients[1]) * 1e6) / 1e6; // 3
 */
export function quasiPoisson(
  rows: readonly CountRow[],
  options: { readonly lag?: number } = {},
): QuasiPoisson {
  const n = rows.length;
  const k = 1 + (rows[0]?.x.length ?? 0);
  const { lag = Math.floor(4 * (n / 100) ** (2 / 9)) } = options;
  if (!(n > k))
    throw new RangeError(
      `quasiPoisson: more rows than coefficients are needed, found ${n} rows for ${k}`,
    );
  const bad = rows.find(
    ({ count, exposure, x }) => !(count >= 0) || !(exposure > 0) || x.length !== k - 1,
  );
  if (bad !== undefined) {
    throw new RangeError(
      `quasiPoisson: counts from 0 up, exposures above 0 and ${k - 1} variables are needed, found ` +
        `${JSON.stringify(bad)}; ` +
        "leave out rows without exposure",
    );
  }
  const design = rows.map(({ x }) => [1, ...x]);
  const { coefficients, fitted } = fit(rows, design, k);
  const bread = inverse(cross(design, fitted));
  const pearson = rows.reduce((sum, { count }, i) => sum + (count - fitted[i]!) ** 2 / fitted[i]!, 0);
  const dispersion = pearson / (n - k);
  const scores = design.map((row, i) => row.map((value) => value * (rows[i]!.count - fitted[i]!)));
  const sandwich = multiply(multiply(bread, neweyWest(scores, lag)), bread);
  const root = (variance: number): number => Math.sqrt(Math.max(0, variance));
  return {
    coefficients,
    robust: sandwich.map((row, i) => root(row[i]!)),
    quasi: bread.map((row, i) => root(dispersion * row[i]!)),
    dispersion,
    lag,
    fitted,
  };
}

type Matrix = number[][];

function fit(rows: readonly CountRow[], design: Matrix, k: number) {
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const exposed = rows.reduce((sum, { exposure }) => sum + exposure, 0);
  let coefficients = Array.from({ length: k }, (_, j) => (j === 0 ? Math.log(total / exposed) : 0));
  let before = Infinity;
  for (let step = 0; step < MOST_STEPS && total > 0; step++) {
    const fitted = rows.map(({ exposure }, i) => exposure * Math.exp(dot(design[i]!, coefficients)));
    const deviance = rows.reduce((sum, { count }, i) => sum + devianceOf(count, fitted[i]!), 0);
    if (Math.abs(deviance - before) <= 1e-12 * (Math.abs(deviance) + 1)) {
      // Rates that go to 0 improve the fit ever less; the fit has then not come to an end.
      if (coefficients.every((value) => Math.abs(value) < 25)) return { coefficients, fitted };
      break;
    }
    before = deviance;
    const weights = cross(design, fitted);
    const right = design[0]!.map((_, j) =>
      design.reduce((sum, row, i) => sum + row[j]! * (rows[i]!.count - fitted[i]!), 0),
    );
    const moved = inverse(weights).map((row) => dot(row, right));
    coefficients = coefficients.map((value, j) => value + moved[j]!);
  }
  throw new RangeError(
    `quasiPoisson: a count above 0 is needed in every group of rows that a variable tells apart, ` +
      `found ${total} in ` +
      `${rows.length} rows and no end to the fit; join the groups`,
  );
}

function devianceOf(count: number, fitted: number): number {
  return 2 * ((count === 0 ? 0 : count * Math.log(count / fitted)) - (count - fitted));
}

/** Long-run covariance of the scores, with weights that fall in a line to 0 beyond the lag (Bartlett). */
function neweyWest(scores: Matrix, lag: number): Matrix {
  const k = scores[0]!.length;
  const sum: Matrix = Array.from({ length: k }, () => Array<number>(k).fill(0));
  for (let apart = 0; apart <= Math.min(lag, scores.length - 1); apart++) {
    const weight = 1 - apart / (lag + 1);
    for (let t = apart; t < scores.length; t++) {
      const [now, then] = [scores[t]!, scores[t - apart]!];
      for (let a = 0; a < k; a++) {
        for (let b = 0; b < k; b++) {
          sum[a]![b]! +=
            weight * (apart === 0 ? now[a]! * now[b]! : now[a]! * then[b]! + then[a]! * now[b]!);
        }
      }
    }
  }
  return sum;
}

/** Sum over rows of weight × row × row'. */
function cross(design: Matrix, weights: readonly number[]): Matrix {
  const k = design[0]!.length;
  const sum: Matrix = Array.from({ length: k }, () => Array<number>(k).fill(0));
  design.forEach((row, i) => {
    for (let a = 0; a < k; a++)
      for (let b = 0; b < k; b++) sum[a]![b]! += weights[i]! * row[a]! * row[b]!;
  });
  return sum;
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, i) => sum + value * b[i]![j]!, 0)));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

/** Inverse by Gauss and Jordan, with the largest pivot of each column. */
function inverse(matrix: Matrix): Matrix {
  const k = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => Number(i === j))]);
  for (let column = 0; column < k; column++) {
    let pivot = column;
    for (let i = column + 1; i < k; i++)
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    const value = rows[pivot]![column]!;
    if (!(Math.abs(value) > 1e-300)) {
      throw new RangeError(
        "quasiPoisson: variables must differ from each other, found two that say the same; leave one out",
      );
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    rows[column] = rows[column]!.map((each) => each / value);
    for (let i = 0; i < k; i++) {
      const factor = rows[i]![column]!;
      if (i !== column && factor !== 0)
        rows[i] = rows[i]!.map((each, j) => each - factor * rows[column]![j]!);
    }
  }
  return rows.map((row) => row.slice(k));
}
