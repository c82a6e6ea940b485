import { CHARACTER_CLASSES, CLASS } from "./character-class";

/** What a token is. The order is the numbering of {@link TOKEN_KINDS}, which an index may store as a byte. */
export type TokenKind = "word" | "number" | "url" | "email" | "mention" | "tag" | "emoji" | "placeholder";

/** Kinds by number, as {@link scanTokens} reports them. */
export const TOKEN_KINDS = [
  "word",
  "number",
  "url",
  "email",
  "mention",
  "tag",
  "emoji",
  "placeholder",
] as const;

// Own names for what is imported: run through a transpiler, an imported name is a getter call, which the
// loops below would pay for.
const CLASSES = CHARACTER_CLASSES;
const {
  other: OTHER,
  letter: LETTER,
  mark: MARK,
  digit: DIGIT,
  joiner: JOINER,
  invisible: INVISIBLE,
  pictograph: PICTOGRAPH,
  sign: SIGN,
  regional: REGIONAL,
  surrogate: SURROGATE,
} = CLASS;

const [WORD, NUMBER, URL, EMAIL, MENTION, TAG, EMOJI, PLACEHOLDER] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** One token and where it stands. */
export interface Token {
  readonly kind: TokenKind;
  /** As written: neither folded nor lower-cased. */
  readonly text: string;
  /** First UTF-16 code unit in the text. */
  readonly start: number;
  /** One past the last code unit. */
  readonly end: number;
}

/**
 * Cut a text into words, numbers, addresses, tags, emoji.
 *
 * A scanner over character classes from a fixed table (`character-class.ts`), not `\w` and `\b`, which do not
 * know Cyrillic, nor `Intl.Segmenter`, which loses tags and changes with the ICU of the machine. It stands
 * still at no character twice but for bounded look-ahead, so time is linear in the length. The same rules
 * hold for a scanner of UTF-8 bytes; the shared examples are in `token-cases.json`. From each position the
 * first rule that fits takes the longest token; a character that begins none is passed over.
 *
 * 1. **placeholder**: exactly `‹email›`, `‹phone›`, `‹card›` or `‹handle›` (U+2039, U+203A), as `redact`
 *    writes them.
 * 2. **emoji**: a pictograph, or a sign (©, ™, ↔) with U+FE0F behind it, then any of U+FE0F, U+1F3FB..1F3FF,
 *    U+20E3 and U+E0020..E007F, then, while U+200D and a pictograph or sign follow, these too; two regional
 *    letters (one, where it stands alone); a keycap: one of `0-9 # *`, U+FE0F or not, U+20E3.
 * 3. **url, email** are tried only where a word or number of rule 6 or 7 begins with an ASCII letter or digit
 *    and is followed at once by one of `. @ : _ % + - 0-9 A-Z a-z /` (that is, at little cost in Cyrillic
 *    text):
 *    - *email*: 1 to 64 of `A-Za-z0-9._%+-`, the first and last of them no `. -`, then `@`, then 1 to 8
 *      labels each ended by a dot, then 2 to 24 ASCII letters and no ASCII letter or digit after them. A
 *      label is 1 to 63 of `A-Za-z0-9-` that neither begins nor ends with `-`.
 *    - *url with scheme*: 1 to 16 of `A-Za-z0-9+.-`, `://`, body of at least one character.
 *    - *bare url*: `www.` in any case, then a label and up to 7 more behind dots; or 1 to 8 labels each ended
 *      by a dot and one of the lower-case `ENDINGS`; in both no ASCII letter, digit or `_` behind; then `:`
 *      with 1 to 5 digits or not; then a body that begins with `/`, `?` or `#`, or nothing.
 *    - A *body* goes up to white space, a control character or one of ``< > " « » “ ” „ ‹ › { } | \ ^ ` ``;
 *      letters of any script belong to it. Of a whole url the last characters are then given back while
 *      they are one of `. , ; : ! ? ' ’ * _ ~ … ]`, or a `)` while the url holds more `)` than `(`.
 *    Order: email, scheme, bare.
 * 4. **mention**: `@`, then letters, marks, digits and `_`, at least one of them a letter or digit; inside,
 *    `.` or `-` between two ASCII letters or digits.
 * 5. **tag**: `#` or `＃` (U+FF03), then letters, marks, digits and `_`, at least one of them a letter.
 * 6. **word**: a letter, then letters and marks; a joiner (``- ‐ ‑ ' ’ ‘ ʻ ʼ ` ´``) is inside when a letter
 *    follows it at once; invisible characters (soft hyphen, U+200B..200D, U+2060, U+FEFF) are inside when a
 *    letter or mark follows them. No digits: COVID-19 and covid19 are both the word covid and the number 19;
 *    30да is 30 and да.
 * 7. **number**: digits of any script; `.`, `,` or `:` is inside when a digit follows it at once (1,5 and
 *    12:30 and 01.05.2020).
 *
 * @param text  any string; NFC or not, lone surrogates are passed over
 * @returns tokens in order of their place, not overlapping; `text.slice(start, end)` is the token's text
 *
 * @example
 * tokenise("Айбек, #Ош!").map((token) => token.text); // ["Айбек", "#Ош"]
 * tokenise("t.me/kg 👍🏽 2,5").map((token) => token.kind); // ["url", "emoji", "number"]
 */
export function tokenise(text: string): Token[] {
  const found: Token[] = [];
  scanTokens(text, (kind, start, end) => {
    found.push({ kind: TOKEN_KINDS[kind] as TokenKind, text: text.slice(start, end), start, end });
  });
  return found;
}

/**
 * List the words of a text as written, without numbers, addresses, tags and emoji.
 *
 * @example
 * words("Ысык-Көлдө 3 күн: #тоо"); // ["Ысык-Көлдө", "күн"]
 */
export function words(text: string): string[] {
  const found: string[] = [];
  scanTokens(text, (kind, start, end) => {
    if (kind === WORD) {
      found.push(text.slice(start, end));
    }
  });
  return found;
}

/**
 * Visit the tokens of a text without making an object for each.
 *
 * @param visit  called with the kind's place in {@link TOKEN_KINDS}, the first code unit and one past the
 *   last
 */
export function scanTokens(text: string, visit: (kind: number, start: number, end: number) => void): void {
  const length = text.length;
  let at = 0;
  while (at < length) {
    const unit = text.charCodeAt(at);
    let found = CLASSES[unit] as number;
    let width = 1;
    if (found === SURROGATE) {
      const codePoint = text.codePointAt(at) as number;
      found = codePoint > 0xffff ? (CLASSES[codePoint] as number) : OTHER;
      width = codePoint > 0xffff ? 2 : 1;
    }

    let kind = -1;
    let end = at + width;
    if (found === LETTER) {
      kind = WORD;
      end = wordEnd(text, end);
    } else if (found === DIGIT) {
      end = keycapEnd(text, at);
      kind = end > at ? EMOJI : NUMBER;
      end = kind === EMOJI ? end : numberEnd(text, at);
    } else if (found >= PICTOGRAPH && found <= REGIONAL) {
      end = emojiEnd(text, at, found);
      kind = end > at ? EMOJI : -1;
    } else if (unit === HASH || unit === WIDE_HASH || unit === ASTERISK) {
      end = keycapEnd(text, at);
      kind = end > at ? EMOJI : TAG;
      end = kind === EMOJI ? end : unit === ASTERISK ? at : tagEnd(text, at + 1);
    } else if (unit === AT) {
      kind = MENTION;
      end = mentionEnd(text, at + 1);
    } else if (unit === QUOTE) {
      kind = PLACEHOLDER;
      end = match(PLACEHOLDERS, text, at);
    }

    if (unit < 128 && (kind === WORD || kind === NUMBER) && isAddressSign(text.charCodeAt(end))) {
      const emailEnd = match(EMAILS, text, at);
      const urlEnd =
        emailEnd > at ? at : trimUrl(text, at, Math.max(match(SCHEMES, text, at), match(BARE, text, at)));
      if (emailEnd > at || urlEnd > at) {
        kind = emailEnd > at ? EMAIL : URL;
        end = Math.max(emailEnd, urlEnd);
      }
    }
    if (kind >= 0 && end > at) {
      visit(kind, at, end);
      at = end;
    } else {
      at += width;
    }
  }
}

const [HASH, WIDE_HASH, ASTERISK, AT, QUOTE] = [0x23, 0xff03, 0x2a, 0x40, 0x2039];
const [UNDERSCORE, DOT, COMMA, COLON, HYPHEN, SLASH, PERCENT, PLUS] = [
  0x5f, 0x2e, 0x2c, 0x3a, 0x2d, 0x2f, 0x25, 0x2b,
];
const [EMOJI_SELECTOR, ZERO_WIDTH_JOINER, KEYCAP] = [0xfe0f, 0x200d, 0x20e3];

/**
 * Endings by which an address without scheme is known: those of the region, of short links, and the common
 * ones.
 */
const ENDINGS =
  "kg|ru|com|org|net|info|me|su|kz|uz|tj|tr|ua|by|de|uk|us|eu|io|cc|ly|gl|gg|be|tv|co|biz|pro|site|online|app|" +
  "dev|edu|gov|int|link|media|news|shop|club|top|xyz|ws|fm|am|ai";
const LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const BODY =
  "[^\\u0000-\\u0020\\u007F-\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF" +
  '<>"«»“”„‹›{}|\\\\^`]';
const EMAILS = new RegExp(
  `[A-Za-z0-9_%+](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_%+])?@(?:${LABEL}\\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9])`,
  "y",
);
const SCHEMES = new RegExp(`[A-Za-z0-9+.-]{1,16}://${BODY}+`, "y");
const HOST = `[Ww]{3}\\.${LABEL}(?:\\.${LABEL}){0,7}|(?:${LABEL}\\.){1,8}(?:${ENDINGS})`;
const BARE = new RegExp(`(?:${HOST})(?![A-Za-z0-9_])(?::[0-9]{1,5})?(?:[/?#]${BODY}*)?`, "y");
const PLACEHOLDERS = /‹(?:email|phone|card|handle)›/y;

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function isAsciiAlphanumeric(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** Whether an address may go on here; false for NaN, which is the end of the text. */
function isAddressSign(unit: number): boolean {
  return (
    unit < 128 &&
    (isAsciiAlphanumeric(unit) ||
      unit === DOT ||
      unit === AT ||
      unit === COLON ||
      unit === UNDERSCORE ||
      unit === PERCENT ||
      unit === PLUS ||
      unit === HYPHEN ||
      unit === SLASH)
  );
}

/** Class of the character at a place; `other` past the end. */
function classAt(text: string, at: number): number {
  const found = CLASSES[text.charCodeAt(at)];
  if (found === SURROGATE) {
    return CLASSES[text.codePointAt(at) as number] as number;
  }
  return found ?? OTHER;
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const found = CLASSES[text.charCodeAt(at)];
    if (found === LETTER || found === MARK) {
      at++;
      continue;
    }
    if (found === SURROGATE) {
      const wide = classAt(text, at);
      if (wide === LETTER || wide === MARK) {
        at += 2;
        continue;
      }
    } else if (found === JOINER) {
      if (classAt(text, at + 1) === LETTER) {
        at += 1 + widthAt(text, at + 1);
        continue;
      }
    } else if (found === INVISIBLE) {
      let next = at + 1;
      while (CLASSES[text.charCodeAt(next)] === INVISIBLE) {
        next++;
      }
      const after = classAt(text, next);
      if (after === LETTER || after === MARK) {
        at = next + widthAt(text, next);
        continue;
      }
    }
    return at;
  }
}

function numberEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const found = classAt(text, at);
    if (found === DIGIT) {
      at += widthAt(text, at);
      continue;
    }
    const unit = text.charCodeAt(at);
    if ((unit === DOT || unit === COMMA || unit === COLON) && classAt(text, at + 1) === DIGIT) {
      at++;
      continue;
    }
    return at;
  }
}

function keycapEnd(text: string, at: number): number {
  if (text.charCodeAt(at) > 0x39) {
    return at;
  }
  const next = text.charCodeAt(at + 1) === EMOJI_SELECTOR ? at + 2 : at + 1;
  return text.charCodeAt(next) === KEYCAP ? next + 1 : at;
}

function emojiEnd(text: string, from: number, found: number): number {
  let at = from + widthAt(text, from);
  if (found === REGIONAL) {
    return classAt(text, at) === REGIONAL ? at + 2 : at;
  }
  if (found === SIGN && text.charCodeAt(at) !== EMOJI_SELECTOR) {
    return from;
  }
  for (;;) {
    const codePoint = text.codePointAt(at) ?? 0;
    const isModifier =
      codePoint === EMOJI_SELECTOR ||
      codePoint === KEYCAP ||
      (codePoint >= 0x1f3fb && codePoint <= 0x1f3ff) ||
      (codePoint >= 0xe0020 && codePoint <= 0xe007f);
    if (isModifier) {
      at += codePoint > 0xffff ? 2 : 1;
      continue;
    }
    if (codePoint === ZERO_WIDTH_JOINER) {
      const joined = classAt(text, at + 1);
      if (joined === PICTOGRAPH || joined === SIGN) {
        at += 1 + widthAt(text, at + 1);
        continue;
      }
    }
    return at;
  }
}

/** End of a run of name characters, or `from` when the run holds none of the wanted classes. */
function tagEnd(text: string, from: number): number {
  let at = from;
  let hasLetter = false;
  for (;;) {
    const found = classAt(text, at);
    if (found === LETTER || found === MARK || found === DIGIT || text.charCodeAt(at) === UNDERSCORE) {
      hasLetter ||= found === LETTER;
      at += widthAt(text, at);
      continue;
    }
    return hasLetter ? at : from - 1;
  }
}

function mentionEnd(text: string, from: number): number {
  let at = from;
  let hasName = false;
  for (;;) {
    const found = classAt(text, at);
    const unit = text.charCodeAt(at);
    const isName = found === LETTER || found === DIGIT;
    if (isName || found === MARK || unit === UNDERSCORE) {
      hasName ||= isName;
      at += widthAt(text, at);
      continue;
    }
    const isInner =
      (unit === DOT || unit === HYPHEN) &&
      at > from &&
      isAsciiAlphanumeric(text.charCodeAt(at - 1)) &&
      isAsciiAlphanumeric(text.charCodeAt(at + 1));
    if (isInner) {
      at++;
      continue;
    }
    return hasName ? at : from - 1;
  }
}

/**
 * Give back the punctuation that ends a sentence and not the address; nothing is given back before `from`.
 */
function trimUrl(text: string, from: number, to: number): number {
  let open = 0;
  for (let at = from; at < to; at++) {
    open += text[at] === "(" ? 1 : text[at] === ")" ? -1 : 0;
  }
  let end = to;
  while (end > from) {
    const last = text[end - 1] as string;
    if (last === ")" ? open >= 0 : !".,;:!?'’*_~…]".includes(last)) {
      return end;
    }
    open += last === ")" ? 1 : 0;
    end--;
  }
  return from;
}
