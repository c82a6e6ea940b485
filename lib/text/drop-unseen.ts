/** A text without the unseen characters inside its words, and where each of its positions stood before. */
export interface Seen {
  readonly text: string;
  /** Places in the given text of the characters that were left out, rising. */
  readonly dropped: readonly number[];
  /** The position in the given text of the code unit at `index`, from 0 to `text.length`. */
  readonly originalAt: (index: number) => number;
}

/**
 * Soft hyphen, zero-width space and joiners, word joiner, byte order mark: what the tokeniser lets into
 * words.
 */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/;
const UNSEEN_ANYWHERE = new RegExp(UNSEEN.source, "g");
const LETTER = "[\\p{Script=Latin}\\p{Script=Cyrillic}]";
const IN_WORD = new RegExp(`(?<=${LETTER}\\p{M}*)${UNSEEN.source}+(?=${LETTER})`, "gu");

/**
 * Leave out the characters without width that stand inside Latin and Cyrillic words, such as the soft hyphens
 * of a web page.
 *
 * Nobody sees them, and a word with one matches nothing. Those of other scripts stay, where a joiner may
 * change how letters are drawn, and those of emoji.
 *
 * @example
 * dropUnseen("ра\u00adбота").text; // "работа"
 * dropUnseen("ра\u00adбота").originalAt(2); // 3
 */
export function dropUnseen(text: string): Seen {
  const dropped = UNSEEN.test(text)
    ? [...text.matchAll(IN_WORD)].flatMap(({ index = 0, 0: run }) => [...run].map((_, i) => index + i))
    : [];
  if (dropped.length === 0) return { text, dropped, originalAt: (index) => index };
  let seen = "";
  let from = 0;
  for (const place of dropped) {
    seen += text.slice(from, place);
    from = place + 1;
  }
  const originalAt = (index: number) => index + countBefore(dropped, index);
  return { text: seen + text.slice(from), dropped, originalAt };
}

/**
 * Leave out all unseen characters, for a key: no reader tells two words apart by them, whatever their script.
 *
 * @example
 * withoutUnseen("\ufeffра\u00adбота"); // "работа"
 */
export function withoutUnseen(text: string): string {
  return UNSEEN.test(text) ? text.replace(UNSEEN_ANYWHERE, "") : text;
}

/** Whether a character is one of those. */
export function isUnseen(character: string): boolean {
  return UNSEEN.test(character);
}

/** How many characters were left out before the code unit that now stands at `index`. */
function countBefore(dropped: readonly number[], index: number): number {
  // Without the i characters before it, the one at dropped[i] would stand at dropped[i] - i.
  let [low, high] = [0, dropped.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((dropped[middle] ?? 0) - middle <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}
