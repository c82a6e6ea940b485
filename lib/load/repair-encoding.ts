import { isUtf8 } from "node:buffer";

import { repairLatin1 } from "./repair-latin1";
import { UPPER_HALF_1251 } from "./windows-1251";

/** A text as it was before its UTF-8 was read in a code page. */
export interface RepairedText {
  readonly text: string;
  /** The code page in which the UTF-8 had been read; null where nothing was repaired. */
  readonly from: string | null;
  /** Whether it looks read in a code page and could not be repaired, having lost characters since. */
  readonly isDamaged: boolean;
}

/** Bytes 0x80 to 0x9F in Windows-1252, from the Unicode Consortium's CP1252.TXT; five are unassigned. */
const MIDDLE_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const UPPER_1252 = Array.from({ length: 0x60 }, (_, i) => String.fromCharCode(0xa0 + i)).join("");

/** Decoders give the control character of the same number for a byte that a code page leaves unassigned. */
const CODE_PAGES = [
  codePage("Windows-1251", UPPER_HALF_1251.replace("\ufffd", "\u0098")),
  codePage("Windows-1252", MIDDLE_1252 + UPPER_1252),
];

/**
 * Undo one reading of UTF-8 bytes as Latin-1, Windows-1251 or Windows-1252, where that certainly happened.
 *
 * A text is repaired only when all of it stands for valid UTF-8 and there is more evidence than chance gives: two
 * unlike letters of two bytes side by side (`РџСЂ` is Пр), a common sign of three (`вЂ™` is ’) or an emoji. Words of
 * clean Russian, Kyrgyz, German or Turkish are no UTF-8: their letters would be first bytes one after another. The
 * evidence is for what is left, such as `её”` or `О…О…` by itself.
 *
 * @example
 * repairEncoding("РџСЂРёРІРµС‚").text; // "Привет"
 * repairEncoding("ÐŸÑ€Ð¸Ð²ÐµÑ‚").from; // "Windows-1252"
 * repairEncoding("Привет").from; // null
 */
export function repairEncoding(text: string): RepairedText {
  const latin = repairLatin1(text);
  if (latin !== text) return { text: latin, from: "Latin-1", isDamaged: false };
  const suspects = CODE_PAGES.filter(({ evidence }) => evidence.test(text));
  for (const { name, bytes } of suspects) {
    const encoded = encode(text, bytes);
    if (encoded !== null && isUtf8(encoded)) return { text: encoded.toString("utf8"), from: name, isDamaged: false };
  }
  return { text, from: null, isDamaged: suspects.some(({ run }) => run.test(text)) };
}

interface CodePage {
  readonly name: string;
  readonly bytes: ReadonlyMap<string, number>;
  /** Two letters of two bytes, a common sign of three, or an emoji. */
  readonly evidence: RegExp;
  /** Four letters of Cyrillic side by side, as a word has them. */
  readonly run: RegExp;
}

function codePage(name: string, upper: string): CodePage {
  const bytes = new Map([...upper].map((character, i) => [character, 0x80 + i]));
  const range = (from: number, to = from): string => upper.slice(from - 0x80, to - 0x7f);
  const next = `[${range(0x80, 0xbf)}]`;
  // First bytes of the Latin letters of German and Turkish, and of Cyrillic.
  const letter = `[${range(0xc3, 0xc5)}${range(0xd0, 0xd3)}]${next}`;
  const sign = `${range(0xe2)}[${range(0x80)}${range(0x82)}${range(0x84)}${range(0x99, 0x9f)}]${next}`;
  const emoji = `${range(0xf0)}${range(0x9f)}${next}{2}`;
  return {
    name,
    bytes,
    evidence: new RegExp(`(${letter})(?!\\1)${letter}|${sign}|${emoji}`),
    run: new RegExp(`(?:[${range(0xd0, 0xd3)}]${next}){4}`),
  };
}

/** The bytes of a text in a code page; null where it has a character of another. */
function encode(text: string, bytes: ReadonlyMap<string, number>): Buffer | null {
  const encoded = Buffer.alloc(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const byte = code < 0x80 ? code : bytes.get(text[i]!);
    if (byte === undefined) return null;
    encoded[i] = byte;
  }
  return encoded;
}
