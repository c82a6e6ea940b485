import { isAmbiguous } from "./fold-word";
import { LETTER, letterClass } from "./letter-class";

/** A run of letters and marks, with what folding must know of it and of its place. */
export interface Word {
  readonly text: string;
  /** Position of its first code unit. */
  readonly start: number;
  /** Telling Cyrillic letters less telling Latin ones: what it says of the script around it. */
  readonly votes: number;
  readonly line: number;
  /** Words joined by a hyphen, underscore or apostrophe share a number. */
  readonly compound: number;
  /** Whether it mixes scripts, or reads the same in both and touches no digit. */
  readonly mayFold: boolean;
  /** Whether all its letters are Cyrillic. */
  readonly isCyrillic: boolean;
}

/** Web and mail addresses, @names and names of hosts: their letters are not the writer's to choose. */
const ADDRESS = new RegExp(
  [
    /(?:https?:\/\/|www\.)\S+/,
    /[^\s@]{1,64}@[^\s@.]{1,63}\.[^\s@]+/,
    /@[\p{L}\p{M}\p{N}_.]+/u,
    /(?<![\p{L}\p{M}\p{N}])(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\p{L}\p{M}])(?:\/\S*)?/u,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gu",
);
const ADDRESS_SIGN = /@|:\/\/|www\.|[A-Za-z0-9]\.[A-Za-z]{2}/;

const JOINERS = new Set("-_'’ʼ‘‐‑");
const BREAKS = new Set("\n\r\u2028\u2029");

/**
 * Find the words of a composed text that stand outside web and mail addresses and @names.
 *
 * A word here is letters and marks alone: what is joined by a hyphen counts as several words of one compound,
 * because each may be in a script of its own.
 *
 * @returns words in the order of the text
 */
export function findWords(text: string): Word[] {
  const words: Word[] = [];
  const addresses = ADDRESS_SIGN.test(text) ? [...text.matchAll(ADDRESS)] : [];
  let [line, compound, lastEnd] = [0, 0, -2];
  let [address, next] = [addresses[0], 1];
  for (let i = 0; i < text.length; ) {
    if (address?.index === i) {
      i += address[0].length;
      address = addresses[next++];
      continue;
    }
    if ((letterClass(text.charCodeAt(i)) & IN_WORD) === 0) {
      if (BREAKS.has(text.charAt(i))) line += 1;
      i += 1;
      continue;
    }
    const start = i;
    const stop = address?.index ?? text.length;
    let [classes, shared, votes] = [0, -1, 0];
    for (; i < stop; i++) {
      const letter = letterClass(text.charCodeAt(i));
      if ((letter & IN_WORD) === 0) break;
      classes |= letter;
      shared &= letter;
      if ((letter & LETTER.telling) !== 0) votes += (letter & LETTER.cyrillic) !== 0 ? 1 : -1;
    }
    if (start !== lastEnd + 1 || !JOINERS.has(text.charAt(lastEnd))) compound += 1;
    lastEnd = i;
    const word = text.slice(start, i);
    const isMixed = (classes & BOTH) === BOTH;
    const isTwin = (shared & LETTER.exactTwin) !== 0 && isAmbiguous(word);
    const mayFold = isMixed || (isTwin && !isDigit(text.charAt(start - 1)) && !isDigit(text.charAt(i)));
    words.push({ text: word, start, votes, line, compound, mayFold, isCyrillic: (classes & BOTH) === LETTER.cyrillic });
  }
  return words;
}

const IN_WORD = LETTER.latin | LETTER.cyrillic | LETTER.otherScript | LETTER.mark;
const BOTH = LETTER.latin | LETTER.cyrillic;

function isDigit(character: string): boolean {
  return /^\p{N}$/u.test(character);
}
