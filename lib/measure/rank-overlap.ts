/**
 * How alike two ranked lists are, the top weighing most (rank-biased overlap, extrapolated).
 *
 * The lists may have different lengths and different items. The overlap at each depth d is weighed by
 * p^(d-1); below the shorter list's end agreement is taken to go on as it was (RBO_EXT, equation 32).
 *
 * @param a  items, the highest rank first, each once
 * @param b  items, the highest rank first, each once
 * @param p  weight kept from one depth to the next, above 0 and below 1; 0.9 gives the first ten ranks 86% of
 *   the weight
 * @returns from 0 (nothing in common) to 1 (the same items in the same order)
 * @throws RangeError if a list is empty or repeats an item, or `p` is not between 0 and 1
 * @see Webber, W., Moffat, A., & Zobel, J. (2010). A similarity measure for indefinite rankings. ACM TOIS 28(4), 20.
 *
 * @example
 * rankBiasedOverlap(["a", "b"], ["a", "b"]); // 1
 * rankBiasedOverlap(["a", "b"], ["c", "d"]); // 0
 */
export function rankBiasedOverlap(a: readonly string[], b: readonly string[], p = 0.9): number {
  if (!(p > 0 && p < 1)) {
    throw new RangeError(`rankBiasedOverlap: p must lie between 0 and 1, found ${p}`);
  }
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  checkList("rankBiasedOverlap", short);
  checkList("rankBiasedOverlap", long);
  const s = short.length;
  const l = long.length;
  const [seenShort, seenLong] = [new Set<string>(), new Set<string>()];
  let overlap = 0;
  let atShort = 0;
  let sum = 0;
  for (let depth = 1; depth <= l; depth++) {
    const item = long[depth - 1] as string;
    const other = depth <= s ? (short[depth - 1] as string) : undefined;
    overlap += item === other ? 1 : Number(seenShort.has(item)) + Number(other !== undefined && seenLong.has(other));
    seenLong.add(item);
    if (other !== undefined) {
      seenShort.add(other);
    }
    if (depth === s) {
      atShort = overlap;
    }
    sum += (overlap / depth) * p ** depth;
    if (depth > s) {
      sum += ((atShort * (depth - s)) / (s * depth)) * p ** depth;
    }
  }
  return ((1 - p) / p) * sum + ((overlap - atShort) / l + atShort / s) * p ** l;
}

/**
 * Share of the items of two lists' tops that stand in both (Jaccard).
 *
 * @param n  how many of each list to take
 * @returns from 0 to 1
 * @throws RangeError if a list is empty or repeats an item
 *
 * @example
 * jaccardOfTop(["a", "b", "c"], ["b", "d", "a"], 2); // 0.3333333333333333
 */
export function jaccardOfTop(a: readonly string[], b: readonly string[], n: number): number {
  const one = new Set(a.slice(0, n));
  const other = new Set(b.slice(0, n));
  checkList("jaccardOfTop", a.slice(0, n));
  checkList("jaccardOfTop", b.slice(0, n));
  const both = [...one].filter((item) => other.has(item)).length;
  return both / (one.size + other.size - both);
}

/**
 * Spearman's rank correlation; ties share their mean rank.
 *
 * @param a  values, such as a theme's share on one platform
 * @param b  values of the same things, in the same order
 * @returns from -1 to 1
 * @throws RangeError if the lists differ in length, hold fewer than two values, or one holds a single value throughout
 *
 * @example
 * spearman([1, 2, 3], [10, 20, 30]); // 1
 */
export function spearman(a: readonly number[], b: readonly number[]): number {
  checkPairs("spearman", a, b);
  const [x, y] = [meanRanks(a), meanRanks(b)];
  const mean = (a.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [(x[i] as number) - mean, (y[i] as number) - mean];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

/**
 * Kendall's rank correlation tau-b, which allows for ties.
 *
 * Every pair is looked at, so it is meant for lists of up to a few thousand.
 *
 * @returns from -1 to 1
 * @throws RangeError as `spearman`
 *
 * @example
 * kendall([1, 2, 3], [1, 3, 2]); // 0.3333333333333333
 */
export function kendall(a: readonly number[], b: readonly number[]): number {
  checkPairs("kendall", a, b);
  let [score, untiedA, untiedB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      const one = Math.sign((a[i] as number) - (a[j] as number));
      const other = Math.sign((b[i] as number) - (b[j] as number));
      score += one * other;
      untiedA += Math.abs(one);
      untiedB += Math.abs(other);
    }
  }
  return score / Math.sqrt(untiedA * untiedB);
}

function meanRanks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((i, j) => (values[i] as number) - (values[j] as number));
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) {
      to++;
    }
    for (const i of order.slice(from, to)) {
      ranks[i] = (from + 1 + to) / 2;
    }
    from = to;
  }
  return ranks;
}

function checkList(name: string, list: readonly string[]): void {
  if (list.length === 0) {
    throw new RangeError(`${name}: needs two lists with at least one item, found an empty one`);
  }
  const twice = list.find((item, i) => list.indexOf(item) < i);
  if (twice !== undefined) {
    throw new RangeError(`${name}: needs each item once in a list, found "${twice}" twice`);
  }
}

function checkPairs(name: string, a: readonly number[], b: readonly number[]): void {
  if (a.length !== b.length || a.length < 2) {
    throw new RangeError(`${name}: needs two lists of one length from 2 up, found ${a.length} and ${b.length}`);
  }
  for (const list of [a, b]) {
    if (list.every((value) => value === list[0])) {
      throw new RangeError(`${name} is undefined: every value of a list is ${list[0]}`);
    }
  }
}
