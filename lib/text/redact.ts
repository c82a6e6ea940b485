import { findCard, findPhone, type DigitGroup } from "./phone-numbers";

/** What a redacted piece was. */
export type PrivateKind = "email" | "phone" | "card" | "handle";

/** One piece of a text that was replaced. */
export interface Redaction {
  readonly kind: PrivateKind;
  /** First UTF-16 code unit in the text as given, and one past the last. */
  readonly start: number;
  readonly end: number;
  /** First code unit of its placeholder in the redacted text. */
  readonly at: number;
}

/** A text without what would tell who wrote it or whom to call. */
export interface Redacted {
  readonly text: string;
  /** In the order of the text; the redacted pieces themselves are kept nowhere. */
  readonly redactions: readonly Redaction[];
  /**
   * The position in the given text from which the code unit at `index` came; inside a placeholder, where the
   * piece began.
   *
   * @throws RangeError if `index` is not from 0 to `text.length`
   */
  readonly originalAt: (index: number) => number;
}

/**
 * Replace e-mail addresses, telephone numbers, card numbers and @handles by placeholders.
 *
 * The placeholders ‹email›, ‹phone›, ‹card› and ‹handle› are tokens of their own to `tokenise`, so that
 * counts of words do not change. A mention of a person in the mark-up of VKontakte (`[id123|Имя]`) is a
 * handle with its name. Telephone numbers are known by the shapes of the countries the groups live in and of
 * any number with `+`; Kyrgyz ones also without their 0 beside a payment service (mbank 555123456). Dates,
 * times, scores, thousands in groups and numbers with a unit behind them (сом, руб, млн, участников) are left,
 * and so are numbers of land and those called a number of the tax office or a register (ИНН, ОГРН), persons'
 * too. Web addresses stay, but for the number inside a wa.me link. Measured in docs/evaluation.md; a shape
 * nobody planned for can slip through, so texts are not to be called anonymous.
 *
 * @param text  one post
 * @returns the text with placeholders; redacting it again changes nothing
 *
 * @example
 * redact("Пишите: aziz@mail.ru, +996 555 12-34-56").text; // "Пишите: ‹email›, ‹phone›"
 * redact("Патент 5 341 руб., до 15.06.2021").text; // "Патент 5 341 руб., до 15.06.2021"
 */
export function redact(text: string): Redacted {
  const found = MAY_HOLD.test(text) ? findPrivate(text) : [];
  let redacted = "";
  let last = 0;
  const redactions: Redaction[] = [];
  for (const piece of found) {
    redacted += text.slice(last, piece.start);
    redactions.push({ ...piece, at: redacted.length });
    redacted += PLACEHOLDER[piece.kind];
    last = piece.end;
  }
  redacted += text.slice(last);
  return {
    text: redacted,
    redactions,
    originalAt: (index) => originalAt(index, redactions, redacted.length),
  };
}

/** A cheap look first: most posts hold neither @, nor mark-up, nor five digits. */
const MAY_HOLD = /@|\[id\d|[([](?:at|собака|a)[)\]]|\sсобака\s|(?:\d[^\p{L}\d]{0,3}){5}/u;

const PLACEHOLDER: Readonly<Record<PrivateKind, string>> = {
  email: "‹email›",
  phone: "‹phone›",
  card: "‹card›",
  handle: "‹handle›",
};

const LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
const LOCAL = "[\\p{L}\\p{N}_%+](?:[\\p{L}\\p{N}._%+-]{0,62}[\\p{L}\\p{N}_%+-])?";
const AT = "(?:@@?| @ |\\s?[([](?:at|собака|a)[)\\]]\\s?)";
/** Looked for first: at every other letter an address would be tried in vain. */
const HAS_AT = /@|[([](?:at|собака|a)[)\]]|\sсобака\s/i;
const EMAIL = new RegExp(`${LOCAL}${AT}(?:${LABEL}\\.){1,8}(?:[A-Za-z]{2,24}|рф|рус)(?![A-Za-z0-9])`, "giu");
const MAIL_HOST = "(?:mail|gmail|yandex|ya|inbox|list|bk|rambler|icloud|yahoo|hotmail|outlook)";
const MAIL_ENDING = "(?:ru|com|kg|kz|uz|net|org|рф)(?![\\p{L}\\p{N}])";
/** An address with a space that slipped in: before the ending at any host, around the sign at hosts known for mail. */
const BROKEN_EMAIL = new RegExp(
  `${LOCAL}@${LABEL}(?: ?\\. |\\s\\.)${MAIL_ENDING}|` +
    `(?<![\\p{L}\\p{N}.])[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9_])?(?: ?@ ?|\\sсобака\\s)${MAIL_HOST}(?:\\.| \\.|\\. )${MAIL_ENDING}`,
  "giu",
);
const VK_MENTION = /\[id\d+(?::[\w-]+)?\|[^\][\n]{1,100}\]|[@*]id\d+ ?\([^()\n]{1,100}\)/g;
// An underscore before the sign belongs to an address after a letter; else it is a messenger's mark-up
// (__@anna__).
const HANDLE = /(?<![\p{L}\p{N}%+-]|[\p{L}\p{N}]_)@[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[.-](?=[A-Za-z0-9_]))*/gu;
const WITH_SCHEME = '(?:[a-z][a-z0-9+.-]{1,9}://|www\\.)[^\\s<>"«»]+';
const WITH_PATH =
  '(?<![\\p{L}\\p{N}@.])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,5}[a-z]{2,10}/[^\\s<>"«»]*';
const WEB = new RegExp(`${WITH_SCHEME}|${WITH_PATH}`, "giu");
const CALL_LINK = /(?:wa\.me\/|[?&]phone=|tel:|t\.me\/)\+?/i;

type Piece = Omit<Redaction, "at">;

function findPrivate(text: string): Piece[] {
  const found: Piece[] = [];
  // What is taken is blanked out with a character that is part of nothing, so that places stay and nothing is
  // found twice.
  let rest = text;
  const take = (kind: PrivateKind, start: number, end: number) => {
    found.push({ kind, start, end });
    rest = rest.slice(0, start) + BLANK.repeat(end - start) + rest.slice(end);
  };
  const blank = (start: number, end: number) => {
    rest = rest.slice(0, start) + BLANK.repeat(end - start) + rest.slice(end);
  };

  for (const [start, end] of places(VK_MENTION, text)) {
    take("handle", start, end);
  }
  for (const [start, end] of places(WEB, rest)) {
    const address = rest.slice(start, end);
    const call = CALL_LINK.exec(address);
    const from = call === null ? address.length : call.index + call[0].length;
    const digits = /^\d{9,15}/.exec(address.slice(from))?.[0] ?? "";
    if (digits !== "") {
      take("phone", start + from, start + from + digits.length);
    }
    if (!address.includes("@") || address.includes("://")) {
      blank(start, end);
    }
  }
  if (HAS_AT.test(rest)) {
    for (const [start, end] of places(EMAIL, rest)) {
      take("email", start, end);
    }
    for (const [start, end] of places(BROKEN_EMAIL, rest)) {
      take("email", start, end);
    }
    for (const [start, end] of places(HANDLE, rest)) {
      take("handle", start, end);
    }
  }
  for (const pattern of [CODES, DATES]) {
    for (const [start, end] of places(pattern, rest)) {
      blank(start, end);
    }
  }
  for (const run of digitRuns(rest)) {
    takeNumbers(run, rest, take);
  }
  return found.sort((a, b) => a.start - b.start);
}

const BLANK = "\uFFFC";

/** Where a pattern stands in a text: first code unit and one past the last. */
function places(pattern: RegExp, text: string): (readonly [start: number, end: number])[] {
  return [...text.matchAll(pattern)].map(({ index = 0, 0: found }) => [index, index + found.length] as const);
}

/** Numbers of land at the Russian register, and hexadecimal words: digits between letters from a to f. */
const CODES =
  /(?<![\d:])\d\d:\d\d:\d{6,7}(?::\d{1,6})?(?!\d)|(?<![\p{L}\p{N}])(?:0x|\d*[a-f]+)\d+[a-f][\da-f]*(?![\p{L}\p{N}])/giu;

const YEAR = "(?:19|20)\\d\\d";
/** Dates, times, and ranges of years. */
const DATES = new RegExp(
  `(?<!\\d)(?:${[
    `\\d{1,2}[./-]\\d{1,2}[./-]${YEAR}`,
    `${YEAR}[./-]\\d{1,2}[./-]\\d{1,2}`,
    "(?<!\\.)\\d{1,2}\\.(?:0?[1-9]|1[0-2])\\.\\d\\d(?![.\\d])",
    "\\d{1,2}:\\d\\d(?::\\d\\d)?",
    `(?:0?[1-9]|1[0-2])\\.${YEAR}`,
    `(?<!\\d[-. ])${YEAR} ?[-–—/] ?${YEAR}`,
  ].join("|")})(?!\\d)`,
  "g",
);

/** Units that say what the number before them counts; those marked with ! stand only as whole words. */
const UNITS =
  "сом руб р. р! с! ₽ $ € ₸ usd eur kgs rub aed тенге тг! доллар евро долл тыс млн млрд миллион миллиард миң " +
  "участник подписчик человек чел! адам киши мүчө мучо катышуучу жазылуучу просмотр лайк голос раз! members " +
  "followers people views likes штук шт км кг м² м2 га! тонн т. % процент лет! год жыл мин! won som dollar euro " +
  "ruble tl! lira dirham";
const UNIT = new RegExp(
  `^\\s{0,2}(?:[-–—]\\s?)?(?:${UNITS.replace(/[.$]/g, "\\$&").replaceAll("!", "(?!\\p{L})").replaceAll(" ", "|")})`,
  "iu",
);
const MONEY_BEFORE = /[$€₽₸]\s?$/u;
const CUES =
  "тел|моб|сот|номер|звон|позвон|ватсап|вотсап|вацап|вайбер|чалы|чалг|байланыш|связ|whats|viber|phone|call|tel|mobile|contact";
/** Services that send money to a telephone number, which people then write without its 0. */
const PAYMENT = "m-?bank|м-?банк|эл[сc]ом|elsom|(?<!\\p{L})[oо]!? ?(?:деньги|dengi)|mega ?pay|мегапей|optima|оптима|bakai|бакай";
const PAYMENT_BEFORE = new RegExp(`(?:${PAYMENT})[^\\d\\n№]{0,16}$`, "iu");
const PAYMENT_BEHIND = new RegExp(`^[\\s(,:–—-]{0,3}(?:${PAYMENT})`, "iu");
/** Names of numbers that nobody calls: of the tax office, banks, registers and pension funds. */
const REGISTRY = /(?<!\p{L})(?:ИНН|КПП|ОГРН(?:ИП)?|ОКПО|БИК|СНИЛС|ЖСН|ПИН|INN|TIN)(?!\p{L})[^\d\n,;.]{0,24}$/iu;
const CUE = new RegExp(`(?:${CUES})[^\\d\\n]{0,24}$`, "iu");

function* digitRuns(text: string): Generator<DigitGroup[]> {
  let run: DigitGroup[] = [];
  for (const [start, end] of places(/\d+/g, text)) {
    const before = run[run.length - 1];
    const gap = before === undefined ? "" : text.slice(before.end, start);
    if (before !== undefined && !/^[ \u00A0\u2009\u202F().\-–—‑/]{1,4}$/.test(gap)) {
      yield run;
      run = [];
    }
    run.push({ digits: text.slice(start, end), start, end, gap: run.length === 0 ? "" : gap });
  }
  if (run.length > 0) {
    yield run;
  }
}

function takeNumbers(
  run: readonly DigitGroup[],
  text: string,
  take: (kind: PrivateKind, start: number, end: number) => void,
): void {
  let next = 0;
  for (let i = 0; i < run.length;) {
    const first = run[i] as DigitGroup;
    const before = text.slice(Math.max(0, first.start - 40), first.start);
    const context = {
      hasPlus: /\+[ (]{0,2}$/.test(before),
      hasCue: CUE.test(before),
      paysTo: (group: DigitGroup) =>
        PAYMENT_BEFORE.test(before) || PAYMENT_BEHIND.test(text.slice(group.end, group.end + 16)),
      isMoney: MONEY_BEFORE.test(before),
      hasUnit: (group: DigitGroup) => UNIT.test(text.slice(group.end, group.end + 24)),
    };
    if (!context.hasPlus && REGISTRY.test(before)) {
      i++;
      continue;
    }
    const card = context.hasPlus ? 0 : findCard(run, i);
    // The middle of a number written in thousands (9 016 421 865) begins nothing.
    const isInside =
      i > next &&
      first.digits.length === 3 &&
      /^[ \u00A0\u202F.]$/.test(first.gap) &&
      (run[i - 1]?.digits.length ?? 9) <= 3;
    const phone = card === 0 && !isInside ? findPhone(run, i, context) : 0;
    const count = card || phone;
    if (count === 0) {
      i++;
      continue;
    }
    const opening = /(?:\+ ?)?\(? ?$|\+$/.exec(before);
    const last = run[i + count - 1] as DigitGroup;
    const taken = text.slice(first.start, last.end);
    const hasBracket = taken.split(")").length > taken.split("(").length;
    const start = first.start - (card !== 0 ? 0 : leading(opening?.[0] ?? "", hasBracket));
    take(card !== 0 ? "card" : "phone", start, last.end);
    i += count;
    next = i;
  }
}

/**
 * How many of the signs before a number belong to it: a plus with what follows, or a bracket that the number
 * closes.
 */
function leading(signs: string, hasBracket: boolean): number {
  const first = signs.includes("+") ? signs.indexOf("+") : hasBracket ? signs.lastIndexOf("(") : -1;
  return first >= 0 ? signs.length - first : 0;
}

function originalAt(index: number, redactions: readonly Redaction[], length: number): number {
  if (!Number.isInteger(index) || index < 0 || index > length) {
    throw new RangeError(`originalAt needs a whole number from 0 to ${length}, found ${index}`);
  }
  let shift = 0;
  for (const { kind, start, end, at } of redactions) {
    const after = at + PLACEHOLDER[kind].length;
    if (index < at) {
      break;
    }
    if (index < after) {
      return start;
    }
    shift = end - after;
  }
  return index + shift;
}
