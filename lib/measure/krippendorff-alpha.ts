import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

import { type Coefficient, noCoefficient } from "./coefficient";

/** What the difference between two values means: another name, another rank, or another amount. */
export type AlphaLevel = "nominal" | "ordinal" | "interval";

/** How alpha is taken. */
export interface AlphaOptions<Value> {
  readonly level: AlphaLevel;
  /** Values from low to high, for ordinal values that are no numbers. Numbers have their own order. */
  readonly order?: readonly Value[];
  /**
   * Whole number; the same seed gives the same interval on every machine. Without it there is no interval.
   */
  readonly seed?: number;
  /** Bootstrap draws; default 2000. */
  readonly draws?: number;
  /** Default 0.95. */
  readonly confidence?: number;
}

/** Krippendorff's alpha. */
export interface Alpha extends Coefficient {
  /** Documents with two values or more; the others say nothing about agreement. */
  readonly units: number;
  /** Values in these documents. */
  readonly values: number;
}

/** Values of one document that can be compared: counts by place of the value. */
type Unit = readonly (readonly [place: number, count: number])[];

/**
 * Measure how far any number of coders agree beyond chance (Krippendorff's alpha).
 *
 * Missing codes (null) are left out and need no filling. 1 is full agreement, 0 is what values dealt out by
 * chance would give. The interval is a percentile bootstrap over documents: whole documents are drawn again,
 * as another sample from the same corpus would bring them. Hayes and
 * Krippendorff (2007) draw single disagreements instead and hold the expected disagreement fixed; their
 * interval differs.
 *
 * @param coders  one list a coder; place i of every list is document i
 * @returns see {@link Alpha}; `value` is null with a reason where no document was coded twice or all values
 *   are the same, never NaN
 * @throws RangeError if lists differ in length, a value is not in `order`, or ordinal or interval values are
 *   no numbers and have no order
 * @see Hayes, A. F. & Krippendorff, K. (2007). Answering the call for a standard reliability measure for
 *   coding data. Communication Methods and Measures 1, 77-89.
 *
 * @example
 * krippendorffAlpha([["a", "a", "b", null], ["a", "b", "b", "a"]], { level: "nominal" }).units; // 3
 * krippendorffAlpha([[1, 2, 3], [1, 2, 3]], { level: "interval" }).value; // 1
 */
export function krippendorffAlpha<Value extends string | number | boolean>(
  coders: readonly (readonly (Value | null)[])[],
  options: AlphaOptions<Value>,
): Alpha {
  const { level, seed, draws = 2000, confidence = 0.95 } = options;
  const length = coders[0]?.length ?? 0;
  for (const list of coders) {
    if (list.length !== length) {
      throw new RangeError(
        `krippendorffAlpha: needs lists of one length, found ${length} and ${list.length}; give null for ` +
          `a missing code`,
      );
    }
  }
  const order = valuesInOrder(coders.flat(), options);
  const places = new Map(order.map((value, i) => [value, i]));
  const units: Unit[] = [];
  for (let i = 0; i < length; i++) {
    const counts = new Map<number, number>();
    let coded = 0;
    for (const list of coders) {
      const value = list[i] as Value | null;
      if (value === null) continue;
      const place = places.get(value) as number;
      counts.set(place, (counts.get(place) ?? 0) + 1);
      coded += 1;
    }
    if (coded > 1) units.push([...counts]);
  }

  const size = { units: units.length, values: units.reduce((sum, unit) => sum + sizeOf(unit), 0) };
  if (units.length === 0) return { ...noCoefficient("no document was coded by two coders"), ...size };
  const amounts = level === "interval" ? order.map(Number) : [];
  const value = alphaOf(units, order.length, level, amounts);
  if (value === null) {
    const only = String(order[units[0]?.[0]?.[0] ?? 0]);
    return {
      ...noCoefficient(`all values are ${only}: without variation there is no agreement beyond chance`),
      ...size,
    };
  }
  if (value === 1) {
    return {
      value,
      low: null,
      high: null,
      reason: "they agree throughout: drawing again gives no interval",
      ...size,
    };
  }
  if (seed === undefined)
    return { value, low: null, high: null, reason: "no seed was given for an interval", ...size };

  const random = xoroshiro128plus(seed);
  const drawn: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const sample = units.map(() => units[uniformInt(random, 0, units.length - 1)] as Unit);
    const again = alphaOf(sample, order.length, level, amounts);
    if (again !== null) drawn.push(again);
  }
  // Draws without variation have no alpha; were many left out, the interval would be that of lucky draws.
  if (drawn.length < 0.95 * draws) {
    const reason = `too little variation: ${draws - drawn.length} of ${draws} draws hold one value alone`;
    return { value, low: null, high: null, reason, ...size };
  }
  drawn.sort((x, y) => x - y);
  const at = (quantile: number) =>
    drawn[Math.min(drawn.length - 1, Math.floor(quantile * drawn.length))] as number;
  return { value, low: at((1 - confidence) / 2), high: at((1 + confidence) / 2), reason: null, ...size };
}

function valuesInOrder<Value>(
  values: readonly (Value | null)[],
  { level, order }: Pick<AlphaOptions<Value>, "level" | "order">,
): readonly Value[] {
  const used = [...new Set(values.filter((value): value is Value => value !== null))];
  if (order !== undefined && level !== "interval") {
    const unknown = used.find((value) => !order.includes(value));
    if (unknown === undefined) return order;
    throw new RangeError(
      `krippendorffAlpha: values must be among ${order.join(", ")}, found ${String(unknown)}; add it to order`,
    );
  }
  if (level === "nominal") return used;
  const word = used.find((value) => typeof value !== "number" || !Number.isFinite(value));
  if (word !== undefined) {
    const next = level === "ordinal" ? "give their order" : "use the level nominal or ordinal";
    throw new RangeError(
      `krippendorffAlpha: ${level} values must be numbers, found ${String(word)}; ${next}`,
    );
  }
  return used.sort((a, b) => Number(a) - Number(b));
}

/** One minus observed over expected disagreement; null where all values are the same. */
function alphaOf(
  units: readonly Unit[],
  nValues: number,
  level: AlphaLevel,
  amounts: readonly number[],
): number | null {
  const totals = new Array<number>(nValues).fill(0);
  for (const unit of units) for (const [place, count] of unit) totals[place]! += count;
  const difference = differenceOf(level, totals, amounts);

  let observed = 0;
  for (const unit of units) {
    let within = 0;
    for (const [i, n] of unit) for (const [j, m] of unit) within += n * m * difference(i, j);
    observed += within / (sizeOf(unit) - 1);
  }
  let expected = 0;
  let n = 0;
  for (const [i, count] of totals.entries()) {
    n += count;
    for (const [j, other] of totals.entries()) expected += count * other * difference(i, j);
  }
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

function differenceOf(level: AlphaLevel, totals: readonly number[], amounts: readonly number[]) {
  if (level === "nominal") return (i: number, j: number) => (i === j ? 0 : 1);
  if (level === "interval") return (i: number, j: number) => (amounts[i]! - amounts[j]!) ** 2;
  // The place of a rank is the middle of the values that share it.
  let below = 0;
  const middles = totals.map((count) => {
    below += count;
    return below - count / 2;
  });
  return (i: number, j: number) => (middles[i]! - middles[j]!) ** 2;
}

function sizeOf(unit: Unit): number {
  return unit.reduce((sum, [, count]) => sum + count, 0);
}
