/** A stretch of batches in the burst state. */
export interface Burst {
  /** Places of the first batch and of the last, both in the burst. */
  readonly start: number;
  readonly end: number;
  /** How much cheaper the burst state explains the stretch than the base state, in nats; from 0 up. */
  readonly weight: number;
}

/** What the automaton says of a series. */
export interface BurstStates {
  /**
   * Share of relevant posts in the base state and in the burst state; per batch where there is no
   * denominator.
   */
  readonly p0: number;
  readonly p1: number;
  /** 1 for each batch in the burst state, else 0. */
  readonly states: Uint8Array;
  /** Cost of the whole path, without the binomial coefficients, which are the same on every path. */
  readonly cost: number;
  readonly bursts: readonly Burst[];
}

/** How hard a burst is to enter. */
export interface BurstOptions {
  /** How many times the base share the burst state expects, above 1; 2 by default. */
  readonly s?: number;
  /** Price of entering the burst state, in units of ln(number of batches); 1 by default. */
  readonly gamma?: number;
}

/** No share may be 1: the burst state must be able to meet a post that is not relevant. */
const MOST = 0.9999;

/**
 * Find the bursts of a series by Kleinberg's two-state automaton over batches, with the cheapest path of
 * all.
 *
 * In the base state a batch's posts are relevant with the share of the whole series, in the burst state
 * with s times that share. A path costs minus the log-likelihood of the batches in its states, and γ·ln n
 * for each entry into a burst; leaving is free. It begins in the base state. The path is exact (Viterbi
 * over all 2ⁿ paths); where two cost the same, the one with fewer batches in a burst is taken. A batch
 * without posts costs nothing in either state, so a silent day neither makes nor breaks a burst. With
 * `total` null the counts have no denominator and the two states are Poisson: the limit of many posts.
 *
 * @param relevant  counts a batch, whole numbers from 0 up
 * @param total     posts a batch, at least as many; null where there is no denominator
 * @throws RangeError if the lists differ in length, a count is not one, or s or gamma is out of range
 * @see Kleinberg, J. (2003). Bursty and hierarchical structure in streams. Data Mining and Knowledge
 *   Discovery 7(4), 373-397, section 4.
 *
 * @example
 * findBursts([0, 2, 1, 6, 7, 2, 8, 7, 2, 1], [9, 11, 12, 10, 10, 8, 12, 10, 13, 11]).bursts.length; // 2
 * Array.from(findBursts([1, 0, 9, 9, 0, 1], null).states); // [0, 0, 1, 1, 0, 0]
 */
export function findBursts(
  relevant: ArrayLike<number>,
  total: ArrayLike<number> | null,
  { s = 2, gamma = 1 }: BurstOptions = {},
): BurstStates {
  const n = relevant.length;
  checkCounts(relevant, total);
  if (!(s > 1) || !(gamma >= 0)) {
    throw new RangeError(
      `findBursts: s must be above 1 and gamma from 0 up, found ${s} and ${gamma}; the usual are 2 and 1`,
    );
  }
  let [hits, of] = [0, 0];
  for (let i = 0; i < n; i++) {
    hits += relevant[i] as number;
    of += total === null ? 1 : (total[i] as number);
  }
  const p0 = of === 0 ? 0 : hits / of;
  const p1 = total === null ? s * p0 : Math.min(MOST, s * p0);
  const states = new Uint8Array(n);
  // Nothing relevant, or nothing else: the two states do not differ.
  if (hits === 0 || p1 <= p0) return { p0, p1, states, cost: 0, bursts: [] };

  const costs = [p0, p1].map((p) =>
    total === null ? poissonCosts(relevant, p) : binomialCosts(relevant, total, p),
  );
  const [base, burst] = costs as [Float64Array, Float64Array];
  const entry = gamma * Math.log(n);
  const cost = cheapestPath(base, burst, entry, states);
  return { p0, p1, states, cost, bursts: burstsOf(states, base, burst) };
}

function binomialCosts(relevant: ArrayLike<number>, total: ArrayLike<number>, p: number): Float64Array {
  const [yes, no] = [-Math.log(p), -Math.log(1 - p)];
  return Float64Array.from(relevant, (r, i) => r * yes + ((total[i] as number) - r) * no);
}

function poissonCosts(relevant: ArrayLike<number>, rate: number): Float64Array {
  return Float64Array.from(relevant, (r) => rate - r * Math.log(rate));
}

/** Fill in the cheapest path and return its cost. */
function cheapestPath(
  base: Float64Array,
  burst: Float64Array,
  entry: number,
  states: Uint8Array,
): number {
  const n = base.length;
  // Whether the cheapest way into each state at each batch comes from the burst state.
  const [intoBase, intoBurst] = [new Uint8Array(n), new Uint8Array(n)];
  let [inBase, inBurst] = [0, Infinity];
  for (let i = 0; i < n; i++) {
    const [fromBase, fromBurst] = [inBase, inBurst];
    intoBase[i] = Number(fromBurst < fromBase);
    intoBurst[i] = Number(fromBurst < fromBase + entry);
    inBase = Math.min(fromBase, fromBurst) + (base[i] as number);
    inBurst = Math.min(fromBase + entry, fromBurst) + (burst[i] as number);
  }
  let state = Number(inBurst < inBase);
  for (let i = n - 1; i >= 0; i--) {
    states[i] = state;
    state = (state === 1 ? intoBurst : intoBase)[i] as number;
  }
  return Math.min(inBase, inBurst);
}

function burstsOf(states: Uint8Array, base: Float64Array, burst: Float64Array): Burst[] {
  const bursts: { start: number; end: number; weight: number }[] = [];
  states.forEach((state, i) => {
    if (state === 0) return;
    if (states[i - 1] !== 1) bursts.push({ start: i, end: i, weight: 0 });
    const last = bursts.at(-1) as { end: number; weight: number };
    last.end = i;
    last.weight += (base[i] as number) - (burst[i] as number);
  });
  return bursts;
}

function checkCounts(relevant: ArrayLike<number>, total: ArrayLike<number> | null): void {
  if (total !== null && total.length !== relevant.length) {
    throw new RangeError(
      `findBursts: lists must have one length, found ${relevant.length} and ${total.length}`,
    );
  }
  for (let i = 0; i < relevant.length; i++) {
    const [r, of] = [relevant[i] as number, total === null ? Infinity : (total[i] as number)];
    if (!Number.isSafeInteger(r) || !(r >= 0) || !(r <= of)) {
      throw new RangeError(
        `findBursts: counts must be whole numbers from 0 to the total, found ${r} of ` +
          `${total === null ? "any" : of} ` +
          `at place ${i}; a corrected figure below 0 is no count`,
      );
    }
  }
}
