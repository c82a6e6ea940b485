/// <reference path="./az.d.ts" />
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import Az, { type Parse } from "az";
import { parse } from "csv-parse/sync";

const OVERRIDES = "data/russian-lemmas.csv";
/**
 * How much less a parse counts, by its grammeme: short adjectives shadow verbs (лежал), abbreviations and
 * rare words shadow others, the imperative a commoner past (пришли), -ие the -ье that is written (счастье).
 */
const DISCOUNTS: readonly (readonly [grammeme: string, factor: number])[] = [
  ["ADJS", 0.5],
  ["Abbr", 0.3],
  ["Arch", 0.5],
  ["Erro", 0.5],
  ["Infr", 0.7],
  ["Poss", 0.3],
  ["Surn", 0.6],
  ["V-be", 0.5],
  ["impr", 0.5],
];

/** The same for a noun made of an adjective (новое, маленькая, белые) where it may be the adjective. */
const ADJECTIVE_NOUN = 0.5;

/** The same for a given name in the plural, which is all but always a surname: назаров, каримов. */
const PLURAL_NAME = 0.05;

/**
 * The same for a surname that is not declined (Красных) and a word guessed to be an abbreviation: each of the
 * cases and numbers of these is a reading of its own.
 */
const SAME_IN_ALL_CASES = 0.3;

/**
 * Surnames made of Kyrgyz given names, in all their cases. The dictionary has few of them, and what it lacks
 * it takes for many men of that given name (жапаров: of the Жапарs).
 */
const SURNAME = new RegExp(
  "^([а-я]*(?:аев|иев|(?:асан|бек|бет|джан|дин|жан|жапар|жолдош|кадыр|кул|курман|мамыт|мат|осмон|раим|сулайман|" +
    "сун|усен|хан|шаршен|эргеш|эсен)[ое]в))(?:а|е|ой|у|ы|ым|ыми|ых)?$",
);

/** Finite verb, infinitive, converb, full and short participle: their lemma is an infinitive. */
const VERB_FORMS = ["VERB", "INFN", "GRND", "PRTF", "PRTS"];

let overrides: ReadonlyMap<string, string> | undefined;

/**
 * Give the dictionary form of a Russian word: nominative, or infinitive.
 *
 * The morphology is `az`, a port of pymorphy2 with the dictionary of OpenCorpora; what the dictionary lacks
 * (лайкнул, бишкекский) is guessed from its ending. Among the readings the likeliest is taken without looking
 * at the sentence, so a form that belongs to two words goes to the more frequent one (стали: стать).
 * `data/russian-lemmas.csv` settles forms in which that is wrong for posts (лет, сочи, оше). Ordinal numbers
 * stay apart from cardinal ones, and participles go with their verb.
 *
 * The dictionary is read at the first call, in about a quarter of a second.
 *
 * @param word  lower-case; ё and е are one letter
 * @returns the lemma, lower-case, with е for ё; the word itself where no reading has one
 * @see Korobov, M. (2015). Morphological analyzer and generator for Russian and Ukrainian languages. AIST
 *   2015, 320-332.
 *
 * @example
 * russianLemma("мигрантами"); // "мигрант"
 * russianLemma("открыли"); // "открыть"
 */
export function russianLemma(word: string): string {
  const plain = word.replaceAll("ё", "е");
  overrides ??= loadOverrides();
  const listed = overrides.get(plain);
  if (listed !== undefined || !/^[а-я]+(?:-[а-я]+)*$/.test(plain) || plain.length > 40) {
    return listed ?? plain;
  }
  const readings = morphology()(word, { ignoreCase: true });
  const surname = SURNAME.exec(plain)?.[1];
  if (surname !== undefined && readings.every(({ parser }) => parser !== "Dictionary")) {
    return surname;
  }
  const mayBeSurname = /[ое]в$/.test(plain);
  if (mayBeSurname && readings.length > 0 && readings.every(isPluralName)) {
    return plain;
  }
  const weights = new Map<string, number>();
  const mayBeAdjective = readings.some(({ tag }) => tag["ADJF"]);
  for (const reading of readings) {
    const lemma = normalForm(reading, plain);
    if (lemma !== undefined) {
      weights.set(lemma, (weights.get(lemma) ?? 0) + weigh(reading, lemma, mayBeAdjective, mayBeSurname));
    }
  }
  let [best, highest] = [plain, 0];
  for (const [lemma, weight] of weights) {
    if (weight > highest) {
      [best, highest] = [lemma, weight];
    }
  }
  return best;
}

/**
 * Tell whether a word is in the Russian dictionary, and not only like its words.
 *
 * @example
 * isRussianWord("границей"); // true
 * isRussianWord("жумуштан"); // false
 */
export function isRussianWord(word: string): boolean {
  return (
    /^[а-яё-]+$/.test(word) &&
    morphology()(word, { ignoreCase: true }).some((reading) => reading.parser === "Dictionary")
  );
}

/** How much a reading counts: its share among those of its word, less what is known to be rarer than that. */
function weigh(reading: Parse, lemma: string, mayBeAdjective: boolean, mayBeSurname: boolean): number {
  const { tag, parser } = reading;
  let weight = reading.score;
  for (const [grammeme, factor] of DISCOUNTS) {
    weight *= tag[grammeme] ? factor : 1;
  }
  if (mayBeAdjective && tag["NOUN"] && /(?:[ое]е|[ыи]е|ая|яя)$/.test(lemma)) {
    weight *= ADJECTIVE_NOUN;
  }
  if (tag["Surn"] && tag["Fixd"]) {
    weight *= SAME_IN_ALL_CASES;
  }
  if (mayBeSurname && isPluralName(reading)) {
    weight *= PLURAL_NAME;
  }
  return parser === "Abbr" ? weight * SAME_IN_ALL_CASES : weight;
}

/** Whether a reading takes a word for several people of one given name (жапаров: of the Жапарs). */
function isPluralName({ tag }: Parse): boolean {
  return Boolean(tag["Name"] && tag["plur"]);
}

/** `az` puts a patronymic with the given name of the father: алексеевна with алексей. */
const PATRONYMIC = /^(?:(.+ич)(?:а|у|ем|е|и|ей|ам|ами|ах)?|(.+(?:вн|ичн))(?:а|ы|е|у|ой|ою|ами|ам|ах)?)$/;

/** Lemma of one reading; undefined where `az` has none or builds one that cannot be. */
function normalForm(reading: Parse, word: string): string | undefined {
  const patronymic = reading.tag["Patr"] ? PATRONYMIC.exec(word) : null;
  if (patronymic !== null) {
    return patronymic[1] ?? `${patronymic[2]}а`;
  }
  const normal = reading.normalize(Boolean(reading.tag["Anum"]));
  const lemma = normal === false ? "" : String(normal).toLowerCase().replaceAll("ё", "е");
  const isVerb = VERB_FORMS.some((grammeme) => Boolean(reading.tag[grammeme]));
  return lemma === "" || lemma.includes("undefined") || (isVerb && !/(?:ть|ти|чь)(?:ся|сь)?$/.test(lemma))
    ? undefined
    : lemma;
}

let isReady = false;

/**
 * `az` with its dictionary, which is read at once: its own way of loading gives back control before it is
 * ready.
 */
function morphology(): typeof Az.Morph {
  if (!isReady) {
    const path = join(
      dirname(createRequire(join(process.cwd(), "package.json")).resolve("az/package.json")),
      "dicts",
    );
    const load = Az.load;
    const wanted: Parameters<typeof load>[] = [];
    try {
      Az.load = (...request) => wanted.push(request);
      Az.Morph.init(path, (error) => {
        if (error !== null) {
          throw error;
        }
      });
    } finally {
      Az.load = load;
    }
    for (const [file, type, done] of wanted) {
      const bytes = readFileSync(file);
      const copied = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
      done(null, type === "json" ? JSON.parse(bytes.toString("utf8")) : copied);
    }
    isReady = true;
  }
  return Az.Morph;
}

function loadOverrides(): Map<string, string> {
  const rows: string[][] = parse(readFileSync(OVERRIDES, "utf8"));
  if (rows[0]?.join() !== "form,lemma") {
    throw new Error(`${OVERRIDES}:1: needed the columns form,lemma, found "${rows[0]?.join()}"`);
  }
  return new Map(rows.slice(1) as [string, string][]);
}
