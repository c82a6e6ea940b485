/** A run of digits in a text and the signs between it and the run before. */
export interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  readonly gap: string;
}

/** What the text around a number says of it. */
export interface NumberContext {
  /** A plus sign stands before it. */
  readonly hasPlus: boolean;
  /** A word such as тел or WhatsApp stands before it. */
  readonly hasCue: boolean;
  /** Whether a service that pays to telephone numbers is named before the number or behind a group. */
  readonly paysTo: (group: DigitGroup) => boolean;
  /** A sign of money stands before it. */
  readonly isMoney: boolean;
  /** Whether a unit (сом, участников) stands behind a group. */
  readonly hasUnit: (group: DigitGroup) => boolean;
}

/** Numbers by country code: least and most digits with the code. Codes not listed need 10 to 15. */
const COUNTRIES: readonly (readonly [code: string, least: number, most: number])[] = [
  ["996", 12, 12],
  ["998", 12, 12],
  ["992", 12, 12],
  ["993", 11, 11],
  ["994", 12, 12],
  ["995", 12, 12],
  ["374", 11, 11],
  ["375", 12, 12],
  ["380", 12, 12],
  ["971", 11, 12],
  ["974", 11, 11],
  ["966", 12, 12],
  ["965", 11, 11],
  ["972", 11, 12],
  ["90", 12, 12],
  ["82", 10, 12],
  ["86", 12, 13],
  ["81", 11, 12],
  ["91", 12, 12],
  ["49", 9, 14],
  ["48", 11, 11],
  ["44", 11, 12],
  ["33", 11, 11],
  ["39", 9, 13],
  ["34", 11, 11],
  ["420", 12, 12],
  ["7", 11, 11],
  ["1", 11, 11],
];

/**
 * Say whether groups of digits begin with a telephone number.
 *
 * The shapes are those of numbers with a country code, of Russian and Kazakh (8 or 7 and ten digits; ten
 * digits from 9), Kyrgyz (0 and nine digits; 555-12-34-56), American (3-3-4), Turkish, Emirati, Korean and
 * German numbers (0 and eight to eleven digits). Thousands in groups of three are no number to call unless a
 * plus, a cue or a leading zero says so.
 *
 * @param run   groups that stand close together
 * @param from  the first group to look at
 * @returns how many groups belong to the number; 0 when none begins here
 * @see ITU-T Recommendation E.164 (2010); national plans as published by the ITU
 */
export function findPhone(run: readonly DigitGroup[], from: number, context: NumberContext): number {
  let best = 0;
  let highest = 0;
  let digits = "";
  const sizes: number[] = [];
  let gaps = "";
  for (let i = from; i < run.length && digits.length <= 15; i++) {
    const group = run[i] as DigitGroup;
    // +49 (0)30: the 0 that is dialled only without the country code is not counted.
    const isTrunk = context.hasPlus && i > from && group.digits === "0" && group.gap.includes("(");
    digits += isTrunk ? "" : group.digits;
    sizes.push(group.digits.length);
    gaps += i === from ? "" : group.gap;
    const weight = weigh(digits, sizes, gaps, context, group);
    if (weight >= highest && weight > 0) {
      [best, highest] = [i - from + 1, weight];
    }
  }
  return best;
}

/** 0 for no telephone number; more for shapes that can be nothing else. */
function weigh(
  digits: string,
  sizes: readonly number[],
  gaps: string,
  context: NumberContext,
  last: DigitGroup,
): number {
  if (context.hasPlus || /^00[1-9]/.test(digits)) {
    if (international(digits.replace(/^00/, ""), sizes.length === 1)) return 5;
    // Of a length that its country does not have: mistyped, for few sums are written with a plus.
    const isSum = context.hasUnit(last) || context.isMoney || digits.endsWith("000");
    return context.hasPlus && !isSum && digits.length >= 10 && digits.length <= 15 ? 1 : 0;
  }
  if (context.hasUnit(last) || context.isMoney) {
    return 0;
  }
  // 8 965-4 44-55-66: hyphens and the shape of a Russian number make up for a digit that stands alone.
  const areHyphens = sizes.join() === "1,3,1,2,2,2" ? gaps.includes("-") : /^-{3,}$/.test(gaps);
  if (areHyphens && /^[78]9\d{9}$/.test(digits) && sizes[1] === 3) {
    return 4;
  }
  if (isPaidTo(digits, sizes) && context.paysTo(last)) {
    return 3;
  }
  const oddGroups =
    sizes.slice(1, -1).some((size) => size < 2) ||
    (sizes.length > 1 && (sizes[sizes.length - 1] ?? 0) < 2 && digits[0] !== "0");
  if (oddGroups || isRound(digits, sizes)) {
    return 0;
  }
  const areThousands =
    sizes.length > 1 &&
    (sizes[0] ?? 0) <= 3 &&
    sizes.slice(1).every((size) => size === 3) &&
    /^[ \u00A0\u2009\u202F.]+$/.test(gaps);
  const first = sizes[0] ?? 0;
  if (/^(?:996|998|992)\d{9}$/.test(digits) && (first === 3 || first >= 6)) {
    return 4;
  }
  if (
    /^(?:9715\d{8}|9[0]5\d{9}|8210\d{8}|491[567]\d{8,9}|375\d{9}|380\d{9}|1[2-9]\d{2}[2-9]\d{6})$/.test(
      digits,
    ) &&
    !areThousands
  ) {
    return digits[0] === "1" && sizes.length === 1 ? 0 : 4;
  }
  if (/^[78][3-9]\d{9}$/.test(digits) && [1, 4, 11].includes(first) && !areThousands) {
    return 4;
  }
  if (/^0[1-9]\d{7,10}$/.test(digits) && !/^0\./.test(gaps) && !startsWithDecimal(digits, sizes, gaps)) {
    return digits.length === 10 || (digits.length === 11 && /^0(?:[2345]\d\d|10|1[567])/.test(digits))
      ? 4
      : 3;
  }
  if (/^9\d{9}$/.test(digits) && [3, 6, 10].includes(first) && !areThousands) {
    return 3;
  }
  if (/^[2-9]\d{2}[2-9]\d{6}$/.test(digits) && sizes.join() === "3,3,4") {
    return 3;
  }
  if (/^5\d{9}$/.test(digits) && sizes.join() === "3,3,2,2") {
    return 3;
  }
  const isKyrgyz =
    /^[2-9]\d{8}$/.test(digits) &&
    (sizes.join() === "3,2,2,2" || (sizes.join() === "3,6" && gaps.includes(")")));
  if (isKyrgyz) {
    return 3;
  }
  return context.hasCue && digits.length >= 6 && digits.length <= 13 ? 1 : 0;
}

/** @param isOneRun  whether nothing stands between the digits */
function international(digits: string, isOneRun: boolean): boolean {
  const country = COUNTRIES.find(([code]) => digits.startsWith(code));
  if (country === undefined) return digits.length >= 10 && digits.length <= 15;
  const [code, least, most] = country;
  // +82 010: the 0 that is dialled only without the country code. Italy's belongs to the number.
  const hasTrunk = code !== "39" && /^0[1-9]/.test(digits.slice(code.length));
  // +9965551234567: one digit too many is a slip, for no sum begins with a plus and such a code.
  const slip = isOneRun && code.length === 3 ? 1 : 0;
  return digits.length >= least && digits.length <= most + (hasTrunk ? 1 : 0) + slip;
}

/** A Kyrgyz mobile number without its 0. */
function isPaidTo(digits: string, sizes: readonly number[]): boolean {
  return (
    /^(?:[57]\d\d|99\d|22\d|20\d)\d{6}$/.test(digits) && ["9", "3,6", "3,3,3"].includes(sizes.join()) &&
    !digits.endsWith("000")
  );
}

/** Prices and their ranges end in zeros (800-900-1000, 9000000000). */
function isRound(digits: string, sizes: readonly number[]): boolean {
  if (sizes.length === 1) {
    return digits.endsWith("000000");
  }
  let at = 0;
  return sizes.every((size) => {
    at += size;
    return digits.slice(at - size, at).endsWith("00");
  });
}

/** 0.75 or 05.2020: a full stop straight behind a short first group that begins with 0. */
function startsWithDecimal(digits: string, sizes: readonly number[], gaps: string): boolean {
  return digits[0] === "0" && (sizes[0] ?? 0) <= 2 && gaps.startsWith(".");
}

/**
 * Say whether groups of digits begin with the number of a bank card.
 *
 * 13 to 19 digits, in one run or in groups of two to seven, that hold Luhn's check digit and begin with 2 to
 * 6 or 9 (the first digits of Mir, Visa, Mastercard, UnionPay, American Express and the Kyrgyz Elkart). Four
 * groups of four need no check digit: a mistyped card is a card.
 *
 * @returns how many groups belong to the number; 0 when none begins here
 * @see ISO/IEC 7812-1:2017, annex B
 */
export function findCard(run: readonly DigitGroup[], from: number): number {
  let digits = "";
  for (let i = from; i < run.length; i++) {
    const group = run[i] as DigitGroup;
    if (i > from && (group.gap.length > 3 || /[()/]/.test(group.gap))) {
      return 0;
    }
    digits += group.digits;
    if (digits.length > 19) {
      return 0;
    }
    const count = i - from + 1;
    const isGrouped =
      count === 1 ||
      (count >= 3 && run.slice(from, i).every((part) => part.digits.length >= 3 && part.digits.length <= 7));
    const areYears = count > 1 && run.slice(from, i + 1).every((part) => /^(?:19|20)\d\d$/.test(part.digits));
    const isInFours =
      count === 4 && digits.length === 16 && run.slice(from, i + 1).every((part) => part.digits.length === 4);
    if (isInFours && !areYears && /^(?:220[0-4]|4|5[1-5]|6|9417)/.test(digits)) {
      return count;
    }
    const isLong = digits.length === 16 || ((digits.length >= 13 || digits.length > 16) && count <= 5);
    const isNext = run[i + 1] !== undefined && digits.length < 16;
    if (
      isLong &&
      isGrouped &&
      !areYears &&
      !(isNext && digits.length < 15) &&
      /^[2-69]/.test(digits) &&
      hasCheckDigit(digits)
    ) {
      return count;
    }
  }
  return 0;
}

/** Luhn's formula: doubled every second digit from the right, the sum of all digits divides by ten. */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
  }
  return sum % 10 === 0;
}
