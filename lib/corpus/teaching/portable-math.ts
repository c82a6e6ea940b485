/**
 * Exponential of x, the same to the last bit on every machine.
 *
 * `Math.exp` may differ between engines, and one differing bit would change a corpus. This one uses only addition,
 * multiplication and division, which IEEE 754 fixes: x = k·ln 2 + r, then a Taylor series in r.
 *
 * @param x  any number from -700 to 700
 * @returns e to the x, exact to about 15 digits
 *
 * @example
 * portableExp(0); // 1
 */
export function portableExp(x: number): number {
  if (!(x >= -700 && x <= 700)) throw new RangeError(`portableExp: x must be from -700 to 700, found ${x}`);
  const k = Math.round(x / LN2);
  const r = x - k * LN2;
  let term = 1;
  let sum = 1;
  for (let i = 1; i <= 18; i++) {
    term = (term * r) / i;
    sum += term;
  }
  const factor = k < 0 ? 0.5 : 2;
  for (let i = Math.abs(k); i > 0; i--) sum *= factor;
  return sum;
}

/**
 * Natural logarithm of x, the same to the last bit on every machine.
 *
 * x = m·2^k with m from 1/√2 to √2, then the series of 2·artanh((m - 1) / (m + 1)).
 *
 * @example
 * portableLog(1); // 0
 */
export function portableLog(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) throw new RangeError(`portableLog: x must be above 0, found ${x}`);
  let m = x;
  let k = 0;
  for (; m > 1.4142135623730951; k++) m /= 2;
  for (; m < 0.7071067811865476; k--) m *= 2;
  const t = (m - 1) / (m + 1);
  const square = t * t;
  let power = t;
  let sum = 0;
  for (let i = 1; i <= 31; i += 2) {
    sum += power / i;
    power *= square;
  }
  return 2 * sum + k * LN2;
}

/** x to the power y, for x above 0. */
export function portablePower(x: number, y: number): number {
  return portableExp(y * portableLog(x));
}

const LN2 = 0.6931471805599453;
