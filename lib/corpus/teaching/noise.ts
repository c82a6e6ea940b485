import type { WritingHabit } from "./author-pool";
import type { RandomStream } from "./random-stream";
import { readRows } from "./teaching-plan";

/** A text as someone typed it, and what was done to it. */
export interface NoisyText {
  readonly text: string;
  /** Words with Latin letters put among Cyrillic ones. */
  readonly mixedScriptWords: number;
  readonly typingErrors: number;
  /** Words the codebook may list that gave way to others for the same thing. */
  readonly synonyms: number;
  readonly translit: boolean;
}

/** Words to replace, with their replacements. */
export type Synonyms = ReadonlyMap<string, readonly string[]>;

/** Read `data/teaching/synonyms.csv`. */
export function loadSynonyms(): Synonyms {
  return new Map(readRows("data/teaching/synonyms.csv").map((row) => [row.word!, row.instead!.split("|")]));
}

/**
 * Write a text as its author would: another word here, a slip there, Latin letters among Cyrillic, no capitals.
 *
 * Addresses, tags, phone numbers and words of one or two letters stay as they are.
 *
 * @param text         clean text of the bank
 * @param habit        habits of the author
 * @param synonymRate  share of the named words that give way to another
 */
export function addNoise(
  text: string,
  habit: WritingHabit,
  noise: { readonly synonymRate: number; readonly mixedScriptPerWord: number },
  synonyms: Synonyms,
  random: RandomStream,
): NoisyText {
  let mixedScriptWords = 0;
  let typingErrors = 0;
  let replaced = 0;
  const translit = habit.translit;

  const pieces = text.includes("#") || text.includes("@") || text.includes("://") ? text.split(KEPT) : [text];
  const typed = pieces.map((piece, i) => {
    if (i % 2 === 1) return piece;
    return piece.replace(WORD, (word) => {
      let written = word;
      const others = synonyms.get(lower(word));
      if (others !== undefined && random.chance(noise.synonymRate)) {
        written = likeFirst(word, random.pick(others));
        replaced += 1;
      }
      if (written.length > 3 && random.chance(habit.errorsPerWord)) {
        written = slip(written, random);
        typingErrors += 1;
      }
      if (habit.plainLetters) written = written.replace(/[өүңӨҮҢ]/g, (letter) => PLAIN[letter]!);
      if (translit) return toLatin(written);
      if (habit.mixesScripts && TWINS.test(written) && random.chance(noise.mixedScriptPerWord)) {
        const mixed = mixScripts(written, random);
        if (mixed !== written) mixedScriptWords += 1;
        written = mixed;
      }
      if (habit.lowerCase) return lower(written);
      return habit.capitals ? upper(written) : written;
    });
  }).join("");

  let done = typed;
  if (habit.noPunctuation) done = done.replace(/[.!,](?=\s)/g, "").replace(/[.!]$/, "");
  if (habit.emoji && random.chance(0.6)) done = `${done} ${random.pick(EMOJI)}`;
  return { text: done, mixedScriptWords, typingErrors, synonyms: replaced, translit };
}

const KEPT = /((?:https?:\/\/|[#@])\S+|\S+@\S+)/;
const WORD = /[A-Za-zÀ-ÿА-Яа-яЁёҢңӨөҮү]+/g;
const TWINS = /^[А-Яа-яЁёҢңӨөҮү]*[аеорсухАЕОРСХ][А-Яа-яЁёҢңӨөҮү]*$/;
const LATIN_TWIN: Readonly<Record<string, string>> = {
  а: "a", е: "e", о: "o", р: "p", с: "c", у: "y", х: "x", А: "A", Е: "E", О: "O", Р: "P", С: "C", Х: "X",
};
const PLAIN: Readonly<Record<string, string>> = { ө: "о", ү: "у", ң: "н", Ө: "О", Ү: "У", Ң: "Н" };
const EMOJI = ["🙂", "🙏", "👍", "❤️", "🔥", "😊", "💪", "🤝", "😉", "✅"] as const;
const TRANSLIT: Readonly<Record<string, string>> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "yo", ж: "j", з: "z", и: "i", й: "i", к: "k", л: "l", м: "m", н: "n",
  ң: "n", о: "o", ө: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ү: "u", ф: "f", х: "h", ц: "c", ч: "ch", ш: "sh",
  щ: "sh", ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya",
};

// toLowerCase without a locale follows Unicode's own table, which is fixed for these letters.
function lower(word: string): string {
  return word.toLowerCase();
}

function upper(word: string): string {
  return word.toUpperCase();
}

function likeFirst(model: string, word: string): string {
  const first = model[0]!;
  return first === lower(first) ? word : upper(word[0]!) + word.slice(1);
}

function toLatin(word: string): string {
  return word.replace(/[А-Яа-яЁёҢңӨөҮү]/g, (letter) => {
    const latin = TRANSLIT[lower(letter)] ?? letter;
    return letter === lower(letter) ? latin : upper(latin.slice(0, 1)) + latin.slice(1);
  });
}

/** Every о as the paper prints it, or one letter somewhere. */
function mixScripts(word: string, random: RandomStream): string {
  if (random.chance(0.6)) return word.replace(/[оО]/g, (letter) => LATIN_TWIN[letter]!);
  const places = [...word].flatMap((letter, i) => (LATIN_TWIN[letter] === undefined ? [] : [i]));
  const at = random.pick(places);
  return word.slice(0, at) + LATIN_TWIN[word[at]!]! + word.slice(at + 1);
}

/** One slip of the hand: a letter lost, doubled, swapped with the next, or heard and not seen. */
function slip(word: string, random: RandomStream): string {
  const heard = HEARD.filter(([from]) => lower(word).slice(1).includes(from));
  if (heard.length > 0 && random.chance(0.55)) {
    const [from, to] = random.pick(heard);
    const at = lower(word).indexOf(from, 1);
    return word.slice(0, at) + to + word.slice(at + from.length);
  }
  const at = random.between(1, word.length - 2);
  switch (random.below(3)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + word[at]! + word.slice(at);
    default:
      return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
  }
}

const HEARD: readonly (readonly [string, string])[] = [
  ["тся", "ться"], ["ться", "тся"], ["ого", "ово"], ["сч", "щ"], ["стн", "сн"], ["о", "а"], ["е", "и"], ["ё", "е"],
  ["ы", "и"], ["нн", "н"], ["ей", "ий"], ["ф", "в"], ["ие", "ее"], ["ea", "ae"], ["ie", "ei"], ["tt", "t"], ["ll", "l"],
];

/**
 * The same advert again, as people repost their own: a word before or after it, another figure, another sign.
 */
export function repeatText(text: string, random: RandomStream): string {
  switch (random.below(6)) {
    case 0:
      return `${random.pick(["Ап.", "Актуально!", "АКТУАЛЬНО", "Ещё актуально.", "Дагы эле актуалдуу.", "Up!"])} ${text}`;
    case 1:
      return `${text} ${random.pick(["Актуально", "Репост", "Ап", "‼️", "🙏", "Бөлүшкүлө"])}`;
    case 2:
      return text.replace(/\d{2,}(?=\s?(?:руб|тыс(?!яч)|миң|евро|000|сом))/, (sum) => String(Number(sum) + random.between(1, 5)));
    case 3:
      return text.replace(/[.!]+\s/, "!!! ");
    case 4:
      return text.replace(/\s*[👉✅📌🔸▪️•]\s*/gu, " ");
    default:
      return text;
  }
}
