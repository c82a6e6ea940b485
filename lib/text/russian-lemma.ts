/// <reference path="./az.d.ts" />
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import Az, { type Parse } from "az";
import { parse } from "csv-parse/sync";

const OVERRIDES = "data/russian-lemmas.csv";
/**
 * How much less a parse counts, by its grammeme: short adjectives shadow verbs (лежал), abbreviations and
 * rare words shadow others.
 */
const DISCOUNTS: readonly (readonly [grammeme: string, factor: number])[] = [
  ["ADJS", 0.5],
  ["Abbr", 0.3],
  ["Arch", 0.5],
  ["Erro", 0.5],
  ["Infr", 0.7],
  ["Surn", 0.6],
];

/**
 * The same for the plural of a noun made of an adjective's neuter (новое) where it may be the adjective's:
 * новые.
 */
const NEUTER_NOUN = 0.5;

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
  const weights = new Map<string, number>();
  const readings = morphology()(word, { ignoreCase: true });
  const mayBeAdjective = readings.some(({ tag }) => tag["ADJF"]);
  for (const reading of readings) {
    const lemma = normalForm(reading);
    if (lemma !== undefined) {
      const isNeuterNoun =
        mayBeAdjective && reading.tag["NOUN"] && reading.tag["plur"] && /[ое]е$/.test(lemma);
      const weight = DISCOUNTS.reduce(
        (score, [grammeme, factor]) => (reading.tag[grammeme] ? score * factor : score),
        isNeuterNoun ? reading.score * NEUTER_NOUN : reading.score,
      );
      weights.set(lemma, (weights.get(lemma) ?? 0) + weight);
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

/** Lemma of one reading; undefined where `az` has none or builds one that cannot be. */
function normalForm(reading: Parse): string | undefined {
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
