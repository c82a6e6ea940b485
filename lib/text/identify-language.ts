import { dropUnseen } from "./drop-unseen";
import { LANGUAGE_MODEL } from "./language-model";
import { FUNCTION_WORDS } from "./function-words";
import { scanTokens } from "./tokenise";

/** A language that can be told, or `und` where the text does not say. */
export type Language = "ru" | "ky" | "en" | "kk" | "uz" | "tr" | "und";

/** A language and how far it is ahead of the next. */
export interface LanguageEvidence {
  readonly language: Language;
  /** The language that fits best even where the answer is `und`; `und` when there is no letter. */
  readonly best: Language;
  /**
   * Natural logarithm of the odds against the second best; 0 when there is no letter, Infinity is never
   * given.
   */
  readonly margin: number;
}

/**
 * Tell the language of a post.
 *
 * A naive Bayes classifier over runs of one to three letters (Cavnar and Trenkle's idea with the estimate of
 * Dunning), trained on the Universal Declaration of Human Rights. Three kinds of evidence are added: the
 * script that most letters of the words belong to decides which languages are compared; letters that one
 * language has alone; and function words, which short posts live on. Tags, mentions and addresses count only
 * where there are no words. Kazakh, Uzbek and Turkish are told so that they are not taken for Kyrgyz or
 * English; other languages come out as the nearest of the six. Text that mixes languages gets the one that
 * has more of it.
 *
 * @param text  one post; folding mixed scripts first helps
 * @returns `und` when there are fewer than two letters or the odds against the second best are below e
 * @see Dunning, T. (1994). Statistical identification of language. Technical report MCCS 94-273, New Mexico
 *   State University.
 *
 * @example
 * identifyLanguage("Мекенге кайтып барам"); // "ky"
 * identifyLanguage("Когда откроют границу?"); // "ru"
 * identifyLanguage("👍 12:30"); // "und"
 */
export function identifyLanguage(text: string): Language {
  return weighLanguages(text).language;
}

/**
 * Tell the language with its margin, for a reader who wants another threshold; see {@link identifyLanguage}.
 */
export function weighLanguages(text: string): LanguageEvidence {
  const scores = score(text);
  if (scores === undefined) {
    return { language: "und", best: "und", margin: 0 };
  }
  let best = -1;
  let second = -Infinity;
  for (let i = 0; i < scores.length; i++) {
    const value = scores[i] as number;
    if (best < 0 || value > (scores[best] as number)) {
      second = best < 0 ? second : (scores[best] as number);
      best = i;
    } else if (value > second) {
      second = value;
    }
  }
  const margin = (scores[best] as number) - second;
  const language = languageOf(best);
  return { language: margin < MARGIN ? "und" : language, best: language, margin };
}

const MARGIN = 1;
/** Weight of a function word, in nats: it is worth about as much as four letters that only one language has. */
const WORD_WEIGHT = 4;
const LETTER_WEIGHT = 6;
/**
 * Log prior by class: what a post in these groups is when nothing else is known. Runs of letters overlap, so
 * what they say is counted more than once, and a prior that is to be heard must be as large. Kazakh and Uzbek
 * in Cyrillic are told by letters and words of their own, or not at all: short posts of Russian and Kyrgyz
 * were taken for them far more often than they are written here.
 */
const PRIOR: Record<string, number> = { ru: 2, ky: 0, kk: -18, uz: -20, en: 8, tr: -2, "uz-Latn": -8 };

const CLASSES = LANGUAGE_MODEL.classes;
const WIDTH = CLASSES.length;
const CYRILLIC = 4;
const PRIORS = Float64Array.from(CLASSES, (name) => PRIOR[name] ?? 0);

/** Letters of one language among those that share its script; Ukrainian і is not told from Kazakh. */
const OWN_LETTERS: Readonly<Record<string, string>> = {
  ky: "",
  kk: "әұһі",
  uz: "ўҳ",
  ru: "",
  tr: "ışğ",
  "uz-Latn": "",
  en: "",
};

// Letters get small numbers, three numbers make a place in a table that names the row of costs; 0 is "not in
// the model".
const NUMBERS = new Uint8Array(0x600);
const ROWS = new Uint16Array(1 << 21);
const COSTS = readModel();
const OWN = new Int8Array(0x600).fill(-1);
for (const [name, letters] of Object.entries(OWN_LETTERS)) {
  for (const letter of letters) {
    OWN[letter.charCodeAt(0)] = CLASSES.indexOf(name);
  }
}
const WORDS = new Map<string, readonly number[]>();
for (const [name, listed] of Object.entries(FUNCTION_WORDS)) {
  for (const word of listed.split(" ")) {
    WORDS.set(word, [...(WORDS.get(word) ?? []), CLASSES.indexOf(name)]);
  }
}

function languageOf(column: number): Language {
  const name = CLASSES[column] as string;
  return (name === "uz-Latn" ? "uz" : name) as Language;
}

function readModel(): Float32Array {
  [...LANGUAGE_MODEL.alphabet].forEach((letter, i) => (NUMBERS[letter.charCodeAt(0)] = i + 1));
  const grams = LANGUAGE_MODEL.grams;
  for (let row = 0; row * 3 < grams.length; row++) {
    let place = 0;
    for (const letter of grams.slice(row * 3, row * 3 + 3)) {
      place = letter === "_" ? place : (place << 7) | (NUMBERS[letter.charCodeAt(0)] as number);
    }
    ROWS[place] = row + 1;
  }
  const bytes = Buffer.from(LANGUAGE_MODEL.costs, "base64");
  return Float32Array.from(bytes, (sixteenths) => sixteenths / 16);
}

const sums = new Float64Array(WIDTH);

/**
 * Log likelihood by class, minus infinity for classes of the other script; undefined when there are fewer
 * than two letters.
 */
function score(text: string): Float64Array | undefined {
  const lower = dropUnseen(text).text.toLowerCase();
  let found = wordPlaces(lower, 0);
  if (found.letters < 2) {
    found = wordPlaces(lower, 5);
  }
  if (found.letters < 2) {
    return undefined;
  }
  const from = found.cyrillic >= found.latin ? 0 : CYRILLIC;
  const to = from === 0 ? CYRILLIC : WIDTH;
  if (found.cyrillic + found.latin === 0) {
    return undefined;
  }
  sums.fill(-Infinity);
  for (let i = from; i < to; i++) {
    sums[i] = PRIORS[i] as number;
  }
  const { places } = found;
  for (let i = 0; i < places.length; i += 2) {
    const start = places[i] as number;
    const end = places[i + 1] as number;
    addWord(lower, start, end, from, to);
    const owners = WORDS.get(lower.slice(start, end));
    if (owners !== undefined) {
      for (const owner of owners) {
        sums[owner] = (sums[owner] as number) + WORD_WEIGHT;
      }
    }
  }
  return sums;
}

interface WordPlaces {
  readonly places: number[];
  readonly letters: number;
  readonly cyrillic: number;
  readonly latin: number;
}

/** Places of the tokens of one kind, with how many letters they have of each script. */
function wordPlaces(text: string, wanted: number): WordPlaces {
  const places: number[] = [];
  let letters = 0;
  let cyrillic = 0;
  let latin = 0;
  scanTokens(text, (kind, start, end) => {
    if (kind !== wanted) {
      return;
    }
    places.push(start, end);
    letters += end - start;
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 0x400 && unit < 0x530) {
        cyrillic++;
      } else if (unit < 0x250 && unit > 0x60) {
        latin++;
      }
    }
  });
  return { places, letters, cyrillic, latin };
}

function addWord(text: string, start: number, end: number, from: number, to: number): void {
  const edge = 1;
  let two = 0;
  let one = edge;
  for (let at = start; at <= end; at++) {
    const unit = text.charCodeAt(at);
    const number = at === end || unit === 0x2d ? edge : unit < 0x600 ? (NUMBERS[unit] as number) : 0;
    if (number === one && number === two && number !== edge) {
      continue; // a drawn-out sound (даааа) is evidence once
    }
    if (number === 0) {
      two = 0;
      one = 0;
      continue;
    }
    if (number !== edge) {
      addRow(number, from, to);
      const owner = OWN[unit] as number;
      if (owner >= from && owner < to) {
        sums[owner] = (sums[owner] as number) + LETTER_WEIGHT;
      }
    }
    if (one !== 0) {
      addRow((one << 7) | number, from, to);
      if (two !== 0) {
        addRow((two << 14) | (one << 7) | number, from, to);
      }
    }
    two = number === edge ? 0 : one;
    one = number;
  }
}

function addRow(place: number, from: number, to: number): void {
  const row = ROWS[place] as number;
  if (row !== 0) {
    const base = (row - 1) * WIDTH;
    for (let i = from; i < to; i++) {
      sums[i] = (sums[i] as number) - (COSTS[base + i] as number);
    }
  }
}
