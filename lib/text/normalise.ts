import { compose } from "./compose";
import { findWords, type Word } from "./find-words";
import { foldWord, type Script } from "./fold-word";

/** One word that was folded. */
export interface Repair {
  /** The word as it stood, composed. */
  readonly token: string;
  readonly folded: string;
  /** Position of its first letter in the text as it was given, in UTF-16 code units. */
  readonly at: number;
  /** Every letter that changed; `index` counts code units from the beginning of the token. */
  readonly letters: readonly { readonly from: string; readonly to: string; readonly index: number }[];
}

/** A text made comparable, with an account of what was done to it. */
export interface Normalised {
  /** The text in composed form (NFC), mixed words folded. */
  readonly text: string;
  /** Words that were folded, in the order of the text. */
  readonly repairs: readonly Repair[];
  /**
   * The position in the given text from which the code unit at `index` came.
   *
   * @throws RangeError if `index` is not from 0 to `text.length`
   */
  readonly originalAt: (index: number) => number;
}

/**
 * Make a text comparable: compose its letters and fold words that mix Latin and Cyrillic.
 *
 * A Latin о in a Cyrillic word looks right and matches nothing, and the paper itself prints 40 of its Cyrillic words so.
 * Only mixed words are folded, towards the script that owns their unambiguous letters ({@link foldWord} has the rules);
 * look-alike tables made for the security of names (TR39) would turn работа into pa6oᴛa. A word made of twins alone
 * (cop, сор) follows the script around it: the nearest telling word on either side in its line and the whole text's
 * majority have a vote each. Parts joined by a hyphen, underscore or apostrophe are folded each for itself (QR-код),
 * but one made of twins alone follows the rest of its compound (e-mail). Web and mail addresses and @names are left
 * alone, as are twins that touch a digit (12.5K).
 *
 * Known weakness: an English word of exact twins alone ("a", "eye") between two Russian words becomes Cyrillic.
 *
 * @param text  one post, comment, name or word
 * @returns the text, of the same length as its composed form
 *
 * @example
 * normalise("Кыргызы в Moскве").text; // "Кыргызы в Москве"
 * normalise("рабoта").repairs; // [{ token: "рабoта", folded: "работа", at: 0, letters: [{ from: "o", to: "о", index: 3 }] }]
 * normalise("работа").repairs; // []
 */
export function normalise(text: string): Normalised {
  const composed = compose(text);
  // One look for a letter of each script: a text of one script has nothing to fold, and most posts are such.
  if (!/\p{Script=Latin}/u.test(composed.text) || !/\p{Script=Cyrillic}/u.test(composed.text)) {
    return { ...composed, repairs: NO_REPAIRS };
  }
  const words = findWords(composed.text);
  if (!words.some(({ mayFold }) => mayFold)) return { ...composed, repairs: NO_REPAIRS };
  const contexts = scriptsAround(words);

  const repairs: Repair[] = [];
  let folded = "";
  let done = 0;
  words.forEach((word, i) => {
    if (!word.mayFold) return;
    const now = foldWord(word.text, contexts[i] ?? null);
    if (now === word.text) return;
    folded += composed.text.slice(done, word.start) + now;
    done = word.start + word.text.length;
    repairs.push({ token: word.text, folded: now, at: composed.originalAt(word.start), letters: changes(word.text, now) });
  });
  return { text: folded + composed.text.slice(done), repairs, originalAt: composed.originalAt };
}

const NO_REPAIRS: readonly Repair[] = [];

/**
 * Script around each word. In a compound, that of its other words; else that of most of three voters: the nearest telling
 * words on the left and on the right of its line, and the whole text. A word wholly in Cyrillic letters needs all three
 * against it: in these posts it nearly always is what it seems. Null where nothing is decided.
 */
function scriptsAround(words: readonly Word[]): (Script | null)[] {
  const inText = Math.sign(words.reduce((sum, { votes }) => sum + votes, 0));
  const inCompound = neighbourVotes(words, "compound");
  const inLine = neighbourVotes(words, "line");
  return words.map((word, i) => {
    const compound = inCompound[i] ?? NO_VOTES;
    const line = inLine[i] ?? NO_VOTES;
    const isJoined = compound.left !== 0 || compound.right !== 0;
    const sum = isJoined ? compound.left + compound.right : line.left + line.right + inText;
    const isCertain = isJoined || !word.isCyrillic || sum === -3;
    return sum > 0 ? "Cyrillic" : sum < 0 && isCertain ? "Latin" : null;
  });
}

/** The signs of the votes of the nearest telling words on both sides: 1 Cyrillic, -1 Latin, 0 for none. */
interface NeighbourVotes {
  left: number;
  right: number;
}
const NO_VOTES: Readonly<NeighbourVotes> = { left: 0, right: 0 };

/** For each word, its neighbours' votes within the same compound or line: one pass from each side. */
function neighbourVotes(words: readonly Word[], unit: "compound" | "line"): NeighbourVotes[] {
  const found = words.map(() => ({ ...NO_VOTES }));
  for (const [side, order] of [["left", words.keys()], ["right", [...words.keys()].reverse()]] as const) {
    let [within, last] = [-1, 0];
    for (const i of order) {
      const [word, own] = [words[i], found[i]];
      if (word === undefined || own === undefined) continue;
      if (word[unit] !== within) last = 0;
      within = word[unit];
      own[side] = last;
      if (word.votes !== 0) last = Math.sign(word.votes);
    }
  }
  return found;
}

function changes(token: string, folded: string): Repair["letters"] {
  return [...token].flatMap((_, index) => {
    const [from, to] = [token.charAt(index), folded.charAt(index)];
    return from === to ? [] : [{ from, to, index }];
  });
}
