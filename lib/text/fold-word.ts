import { LETTER, letterClass } from "./letter-class";
import {
  CYRILLIC_FOR_LATIN,
  CYRILLIC_SHAPES,
  ENGLISH_TWIN_WORDS,
  EXACT_TWINS,
  LATIN_FOR_CYRILLIC,
  LATIN_NAMES,
} from "./twins";

export type Script = "Latin" | "Cyrillic";

/**
 * Fold one word, letters only, that may mix Latin and Cyrillic.
 *
 * 1. A Latin brand with a Cyrillic ending keeps its brand: KOICAнын, Airlinesтын. A brand is the Latin
 *    beginning, when it holds a letter without a Cyrillic twin or is three capitals or more before a small
 *    letter.
 * 2. A word with plain letters of one script goes to that script: рaбота, Kыргызы, wоrk.
 * 3. A word with plain letters of both scripts is left as it is.
 * 4. A mixed word of twins alone goes to Cyrillic among Cyrillic words. Elsewhere it is an English word with
 *    Cyrillic letters (cоpe) only if it is such a word or stands among Latin ones, and then it goes to the
 *    script of most of its letters, on a tie to that around it. A small т к м is not drawn as a Latin letter,
 *    so among Latin words, too, стaтyc is Cyrillic.
 * 5. A word of exact twins alone that is not mixed (cop) goes to the script around it, and stays where that
 *    is unknown. Names such as EKB stay.
 *
 * @param word     letters and marks, NFC
 * @param context  script of the words around it; null when unknown or divided
 * @returns the folded word, of the same length in code units; the word itself where nothing changed
 *
 * @example
 * foldWord("рaботa", null); // "работа"
 * foldWord("KOICAнын", null); // "KOICAнын"
 * foldWord("cop", "Cyrillic"); // "сор"
 */
export function foldWord(word: string, context: Script | null): string {
  const has = classesOf(word);
  if ((has & LETTER.otherScript) !== 0) return word;
  const isMixed = (has & LETTER.latin) !== 0 && (has & LETTER.cyrillic) !== 0;
  if (!isMixed) return isAmbiguous(word) && context !== null ? toScript(word, context) : word;

  const { brand, ending } = splitBrand(word, context);
  if (brand !== "") return brand + toScript(ending, "Cyrillic");

  const plain = plainScripts(word);
  if (plain.length === 2) return word;
  return toScript(word, plain[0] ?? scriptOfTwins(word, context));
}

/** Script of a mixed word in which every letter has a twin. */
function scriptOfTwins(word: string, context: Script | null): Script {
  if (context === "Cyrillic") return "Cyrillic";
  const isEnglish = ENGLISH_TWIN_WORDS.has(toScript(word, "Latin").toLowerCase());
  if (!isEnglish && (context === null || hasCyrillicShape(word))) return "Cyrillic";
  const guesses = isAmbiguous(word) ? [context, scriptOfMost(word)] : [scriptOfMost(word), context];
  return guesses[0] ?? guesses[1] ?? "Cyrillic";
}

/**
 * Whether a word has a small к м т, which no Latin letter is drawn like, and no small k m t, which nobody
 * takes for them.
 */
function hasCyrillicShape(word: string): boolean {
  return [...word].some((letter) => CYRILLIC_SHAPES.has(letter)) && !/[kmt]/.test(word);
}

/**
 * Say whether a word reads the same in both scripts: it is made of exact twins alone and is no known Latin
 * name.
 *
 * @example
 * isAmbiguous("cop"); // true
 * isAmbiguous("take"); // false
 */
export function isAmbiguous(word: string): boolean {
  for (const letter of word) if (!EXACT_TWINS.has(letter)) return false;
  return !LATIN_NAMES.has(word.toUpperCase());
}

/** The classes of all letters of a word, joined. */
function classesOf(word: string): number {
  let classes = 0;
  for (let i = 0; i < word.length; i++) classes |= letterClass(word.charCodeAt(i));
  return classes;
}

function plainScripts(word: string): Script[] {
  let [latin, cyrillic] = [false, false];
  for (let i = 0; i < word.length; i++) {
    const letter = letterClass(word.charCodeAt(i));
    if ((letter & LETTER.plain) === 0) continue;
    if ((letter & LETTER.latin) !== 0) latin = true;
    else cyrillic = true;
  }
  return [...(latin ? (["Latin"] as const) : []), ...(cyrillic ? (["Cyrillic"] as const) : [])];
}

/** Cut a word into Latin brand and Cyrillic ending; the brand is empty where there is none. */
function splitBrand(word: string, context: Script | null): { brand: string; ending: string } {
  let at = 0;
  while (at < word.length && (letterClass(word.charCodeAt(at)) & LETTER.cyrillic) === 0) at += 1;
  const [brand, ending] = [word.slice(0, at), word.slice(at)];
  const endingScripts = plainScripts(ending);
  if (plainScripts(brand).length > 0) {
    // An ending of twins alone (Skypeа) tells little: two letters of it, and a small к м т or Cyrillic words
    // around, are enough.
    const isBare = isCyrillicEnding(ending) && (context === "Cyrillic" || hasCyrillicShape(ending));
    if (isBare || endingScripts.join() === "Cyrillic") return { brand, ending };
  } else if (/^\p{Lu}{3,}$/u.test(brand) && /^\p{Ll}/u.test(ending)) {
    const isBare = isCyrillicEnding(ending) && hasCyrillicShape(ending);
    if (isBare || endingScripts.join() === "Cyrillic") return { brand, ending };
  }
  return { brand: "", ending: word };
}

function isCyrillicEnding(ending: string): boolean {
  return /^\p{Script=Cyrillic}{2,}$/u.test(ending);
}

function toScript(word: string, script: Script): string {
  const twins = script === "Cyrillic" ? CYRILLIC_FOR_LATIN : LATIN_FOR_CYRILLIC;
  let folded = "";
  for (const letter of word) folded += twins.get(letter) ?? letter;
  // A new letter might merge with a mark behind it; such a word would change its length, so it is left alone.
  return folded.normalize("NFC") === folded ? folded : word;
}

/** Script of most letters, null on a tie; stand-ins such as ö do not count. */
function scriptOfMost(word: string): Script | null {
  let balance = 0;
  for (const letter of word) {
    if (LATIN_FOR_CYRILLIC.has(letter)) balance += 1;
    else if (LATIN_FOR_CYRILLIC.has(CYRILLIC_FOR_LATIN.get(letter) ?? "") && !STAND_INS.has(letter)) balance -= 1;
  }
  return balance === 0 ? null : balance > 0 ? "Cyrillic" : "Latin";
}

/** Latin letters that pass for a Cyrillic one which does not pass for them. */
const STAND_INS = new Set(
  [...CYRILLIC_FOR_LATIN]
    .filter(([latin, cyrillic]) => LATIN_FOR_CYRILLIC.get(cyrillic) !== latin)
    .map(([latin]) => latin),
);
