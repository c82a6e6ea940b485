import { compose } from "./compose";
import { dropUnseen, isUnseen } from "./drop-unseen";
import { findWords, type Word } from "./find-words";
import { foldWord, type Script } from "./fold-word";

/** One word that was folded or lost unseen characters. */
export interface Repair {
  /** The word as it stood, composed; in a web or mail address the unseen character alone. */
  readonly token: string;
  readonly folded: string;
  /** Position of its first letter in the text as it was given, in UTF-16 code units. */
  readonly at: number;
  /**
   * Every character that changed, `to` nothing where it was left out; `index` counts code units of the token.
   */
  readonly letters: readonly { readonly from: string; readonly to: string; readonly index: number }[];
}

/** A text made comparable, with an account of what was done to it. */
export interface Normalised {
  /** The text in composed form (NFC), without unseen characters inside words, mixed words folded. */
  readonly text: string;
  /** Words that were changed, in the order of the text. */
  readonly repairs: readonly Repair[];
  /**
   * The position in the given text from which the code unit at `index` came.
   *
   * @throws RangeError if `index` is not from 0 to `text.length`
   */
  readonly originalAt: (index: number) => number;
}

/**
 * Make a text comparable: leave out unseen characters inside words ({@link dropUnseen}), compose letters, and
 * fold words that mix Latin and Cyrillic.
 *
 * A Latin о in a Cyrillic word looks right and matches nothing, and the paper itself prints 40 of its
 * Cyrillic words so. Only mixed words are folded, towards the script that owns their unambiguous letters
 * ({@link foldWord} has the rules); look-alike tables made for the security of names (TR39) would turn работа
 * into pa6oᴛa. A word made of twins alone (cop, сор) follows the script around it: the nearest telling word
 * on either side in its line and the whole text's majority have a vote each. Parts joined by a hyphen,
 * underscore or apostrophe are folded each for itself (QR-код), but one made of twins alone follows the rest
 * of its compound (e-mail). Web and mail addresses and @names are left alone, as are twins that touch a digit
 * (12.5K).
 *
 * Known weakness: an English word of exact twins alone ("a", "eye") between two Russian words becomes
 * Cyrillic.
 *
 * @param text  one post, comment, name or word
 * @returns the text; folding alone keeps the length of the composed form
 *
 * @example
 * normalise("Кыргызы в Moскве").text; // "Кыргызы в Москве"
 * normalise("рабoта").repairs; // [{ token: "рабoта", folded: "работа", at: 0, letters: [{ from: "o", to: "о", index: 3 }] }]
 * normalise("работа").repairs; // []
 */
export function normalise(text: string): Normalised {
  const seen = dropUnseen(text);
  const composed = compose(seen.text);
  const originalAt = (index: number) => seen.originalAt(composed.originalAt(index));
  // One look for a letter of each script: a text of one script has nothing to fold, and most posts are such.
  const mayFold = /\p{Script=Latin}/u.test(composed.text) && /\p{Script=Cyrillic}/u.test(composed.text);
  const words = mayFold || seen.dropped.length > 0 ? findWords(composed.text) : [];
  if (seen.dropped.length === 0 && !words.some((word) => word.mayFold)) {
    return { text: composed.text, repairs: NO_REPAIRS, originalAt };
  }
  const contexts = scriptsAround(words);

  const repairs: Repair[] = [];
  const ends: number[] = [];
  let folded = "";
  let done = 0;
  words.forEach((word, i) => {
    const now = word.mayFold ? foldWord(word.text, contexts[i] ?? null) : word.text;
    const end = word.start + word.text.length;
    const at = originalAt(word.start);
    const token = seen.dropped.length === 0 ? word.text : text.slice(at, originalAt(end)).normalize("NFC");
    if (now === token) return;
    folded += composed.text.slice(done, word.start) + now;
    done = end;
    repairs.push({ token, folded: now, at, letters: changes(token, now) });
    ends.push(originalAt(end));
  });
  return {
    text: folded + composed.text.slice(done),
    repairs: withLoneDrops(repairs, ends, seen.dropped, text),
    originalAt,
  };
}

const NO_REPAIRS: readonly Repair[] = [];

/**
 * Script around each word. In a compound, that of its other words; else that of most of three voters: the
 * nearest telling words on the left and on the right of its line, and the whole text. A word wholly in
 * Cyrillic letters needs all three against it: in these posts it nearly always is what it seems. Null where
 * nothing is decided.
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

/**
 * The repairs, which end at `ends`, and one for each unseen character left out of an address, which is no
 * word.
 */
function withLoneDrops(
  repairs: readonly Repair[],
  ends: readonly number[],
  dropped: readonly number[],
  text: string,
): readonly Repair[] {
  let next = 0;
  const lone = dropped.filter((place) => {
    while ((ends[next] ?? Infinity) <= place) next += 1;
    return (repairs[next]?.at ?? Infinity) > place;
  });
  if (lone.length === 0) return repairs;
  const found = lone.map((at) => {
    const token = text.charAt(at);
    return { token, folded: "", at, letters: [{ from: token, to: "", index: 0 }] };
  });
  return [...repairs, ...found].sort((a, b) => a.at - b.at);
}

function changes(token: string, folded: string): Repair["letters"] {
  const letters: { from: string; to: string; index: number }[] = [];
  let next = 0;
  for (let index = 0; index < token.length; index++) {
    const from = token.charAt(index);
    const to = isUnseen(from) ? "" : folded.charAt(next++);
    if (from !== to) letters.push({ from, to, index });
  }
  return letters;
}
