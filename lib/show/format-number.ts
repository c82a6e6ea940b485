/**
 * Write a number the same way on every machine: comma for thousands, point for decimals, a true minus sign.
 *
 * Not `toLocaleString`: what it prints depends on the reader's system.
 *
 * @param value   a number; infinite is "∞"
 * @param digits  decimals, 0 to 20; a value that rounds to 0 is written without a sign
 * @param options `thousands: false` leaves the commas out, as for years
 * @throws RangeError if the value is NaN, or `digits` is not a whole number from 0 to 20
 *
 * @example
 * formatNumber(176312, 0); // "176,312"
 * formatNumber(-0.0549, 2); // "−0.05"
 * formatNumber(2015, 0, { thousands: false }); // "2015"
 */
export function formatNumber(
  value: number,
  digits: number,
  options: { readonly thousands?: boolean } = {},
): string {
  if (Number.isNaN(value)) {
    throw new RangeError(
      "formatNumber: value must be a number, found NaN; find where it was computed, or pass null",
    );
  }
  if (!Number.isInteger(digits) || digits < 0 || digits > 20) {
    throw new RangeError(`formatNumber: digits must be a whole number from 0 to 20, found ${digits}; correct it`);
  }
  const size = Math.abs(value);
  if (size === Infinity) return value > 0 ? "∞" : "−∞";

  const plain = size < 1e21 ? size.toFixed(digits) : BigInt(size).toString();
  const [whole = "", fraction] = plain.split(".");
  const grouped = options.thousands === false ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  const sign = value < 0 && /[1-9]/.test(plain) ? "−" : "";
  return sign + grouped + (fraction === undefined ? "" : `.${fraction}`);
}

/**
 * Write a share as a percentage.
 *
 * @param share   from 0 to 1
 * @param digits  decimals of the percentage
 *
 * @example
 * formatPercent(0.9286, 1); // "92.9%"
 */
export function formatPercent(share: number, digits = 1): string {
  return `${formatNumber(share * 100, digits)}%`;
}
