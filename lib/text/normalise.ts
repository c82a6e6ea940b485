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
    return { text: composed.text, repairs: NO_REPAIRS, originalAt: composed.originalAt };
  }
  const words = findWords(composed.text);
  const majority = scriptOfVotes(words.reduce((sum, { votes }) => sum + votes, 0));

  const repairs: Repair[] = [];
  let folded = "";
  let done = 0;
  words.forEach((word, i) => {
    if (!word.mayFold) return;
    const now = foldWord(word.text, scriptAround(words, i, majority));
    if (now === word.text) return;
    folded += composed.text.slice(done, word.start) + now;
    done = word.start + word.text.length;
    repairs.push({ token: word.text, folded: now, at: composed.originalAt(word.start), letters: changes(word.text, now) });
  });
  return { text: folded + composed.text.slice(done), repairs, originalAt: composed.originalAt };
}

const NO_REPAIRS: readonly Repair[] = [];

/**
 * Script around word `at`. In a compound, that of its other words; else that of most of three voters: the nearest telling
 * words on the left and on the right of its line, and the whole text. A word wholly in Cyrillic letters needs all three
 * against it: in these posts it nearly always is what it seems. Null when nothing is decided.
 */
function scriptAround(words: readonly Word[], at: number, majority: Script | null): Script | null {
  const own = words[at];
  if (own === undefined) return null;
  const look = (step: -1 | 1, key: "compound" | "line"): Script | null => {
    for (let i = at + step; words[i]?.[key] === own[key]; i += step) {
      const script = scriptOfVotes(words[i]?.votes ?? 0);
      if (script !== null) return script;
    }
    return null;
  };
  const inCompound = [look(-1, "compound"), look(1, "compound")];
  const isJoined = inCompound.some((script) => script !== null);
  const voters = isJoined ? inCompound : [look(-1, "line"), look(1, "line"), majority];
  const sum = voters.reduce((votes, script) => votes + (script === null ? 0 : script === "Cyrillic" ? 1 : -1), 0);
  return own.isCyrillic && !isJoined && sum > -3 ? null : scriptOfVotes(sum);
}

function scriptOfVotes(votes: number): Script | null {
  return votes === 0 ? null : votes > 0 ? "Cyrillic" : "Latin";
}

function changes(token: string, folded: string): Repair["letters"] {
  return [...token].flatMap((_, index) => {
    const [from, to] = [token.charAt(index), folded.charAt(index)];
    return from === to ? [] : [{ from, to, index }];
  });
}
