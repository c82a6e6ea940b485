import {
  activeStems,
  endings as endingsOf,
  nounReadings,
  takeOff,
  verbalNounStems,
  verbReadings,
  type Ending,
  type Reading,
} from "./kyrgyz-endings";
import { isVowel } from "./kyrgyz-harmony";
import { listedLemma, stemForms } from "./kyrgyz-stems";

/** Forms that a stem must show in the word list to be believed. */
const KNOWN_NOUN = 6;
const KNOWN_VERB = 5;
const PLURAL = endingsOf("ЛAр");
const PARTICIPLE = endingsOf("ГAн");
const AGENT = endingsOf("чY");
const ABSTRACT = endingsOf("ЛYк");
const QUESTION = endingsOf("БY");
const WITHOUT = endingsOf("сYз");
const VERB_OF_NOUN = endingsOf("ЛA");
/** Together, and causing. */
const VOICES = [...endingsOf("Yш", "consonant"), ...endingsOf("ш т", "vowel"), ...endingsOf("ДYр")];
const LOAN_PREFIXES =
  "авто|авиа|аэро|агро|био|видео|гидро|интер|кино|ком|мед|микро|мото|радио|соц|спец|спорт|теле|тех|" +
  "транс|фото|эко|электро|энерго";
const LOAN_PREFIX = new RegExp(`^(?:${LOAN_PREFIXES})`);

/**
 * Give the dictionary form of a Kyrgyz word: the bare stem of a noun, name or adjective, the bare stem of a
 * verb.
 *
 * No package has a Kyrgyz stemmer. Here every reading of the word that fits the rules of vowel harmony is
 * listed, and the one is taken whose stem is best attested: `data/kyrgyz-stems.csv` says how many forms of
 * its own paradigm each stem shows in a large word list. Words that only look inflected are in
 * `data/kyrgyz-words.csv`. The passive and the endings -лык, -луу and -сыз of adjectives are taken off too,
 * as in the treebank it is measured on; -чы and the causative stay. A stem that is not in the table loses
 * only endings that can hardly be anything else. Words without ө, ү, ң, as typed on a Russian keyboard, are
 * read too, and come out without them. The particle of questions goes with the word that it asks of (барбы).
 *
 * @param word  lower-case; of words joined by a hyphen only the last is inflected
 * @returns the lemma, lower-case; the word itself where nothing better is known
 * @see Measured on UD Kyrgyz-KTMU in docs/evaluation.md
 *
 * @example
 * kyrgyzLemma("мекендештерибизге"); // "мекендеш"
 * kyrgyzLemma("чакырылган"); // "чакыр"
 * kyrgyzLemma("баткенде"); // "баткен"
 */
export function kyrgyzLemma(word: string): string {
  const hyphen = word.lastIndexOf("-");
  const listed = listedLemma(word);
  if (listed !== undefined) {
    return listed;
  }
  if (hyphen > 0 && hyphen < word.length - 2) {
    return word.slice(0, hyphen + 1) + kyrgyzLemma(word.slice(hyphen + 1));
  }
  if (!/^[а-яёөүң]{3,40}$/.test(word)) {
    return word;
  }
  const best = bestReading(word);
  if (best.kind === "verb") {
    return joinYot(activeStem(best.stem));
  }
  const stem = singular(best.stem);
  const verb = listedLemma(stem) === undefined ? verbOfNoun(stem) : undefined;
  if (verb !== undefined) {
    return joinYot(activeStem(verb));
  }
  return best.endings.length === 0 && listedLemma(stem) === undefined ? withoutAdjectiveEnding(stem) : stem;
}

function bestReading(word: string): Reading {
  // Verbs of three letters are forms of ал, ич, өт; nouns with an ending (үйү, ата) are far more.
  const readings = word.length === 3 ? nounReadings(word) : [...nounReadings(word), ...verbReadings(word)];
  for (const rest of word.length > 4 ? stripped(word, QUESTION) : []) {
    for (const reading of [...nounReadings(rest), ...verbReadings(rest)]) {
      readings.push({ ...reading, endings: [...reading.endings, "БY"] });
    }
  }
  if (word.length > 3 && /[аоуыэ][юяёе]/.test(word)) {
    readings.push(...verbReadings(splitYot(word)));
  }
  let best = readings[0] as Reading;
  let highest = weigh(best, word);
  for (const reading of readings) {
    const weight = weigh(reading, word);
    if (weight > highest) {
      [best, highest] = [reading, weight];
    }
  }
  return best;
}

/**
 * Weigh a reading: how well its stem is attested, and how much of the word it explains.
 *
 * Nothing here is a probability; the order that matters is known stem with endings, unknown stem with safe
 * endings, word as it stands.
 */
function weigh({ stem, kind, endings }: Reading, word: string): number {
  const forms = kind === "noun" ? nounStrength(stem) : verbStrength(stem);
  const isKnown = forms >= (kind === "noun" ? KNOWN_NOUN : KNOWN_VERB);
  if (endings.length === 0) {
    return isKnown ? 2 + 0.35 * forms : 3;
  }
  if (!isKnown) {
    return safety(stem, kind, endings);
  }
  const isPluralAlone = kind === "noun" && endings.length === 1 && endings[0] === "ЛAр";
  // A word that asks is rarer than one whose stem ends in п: себеби, китеби.
  const isAsked = endings[endings.length - 1] === "БY";
  const likelier = (isPluralAlone ? 1.5 : 0) - (isAsked ? 1 : 0);
  return 4 + 0.25 * forms + 0.3 * Math.min(word.length - stem.length, 4) + likelier;
}

/** Weight of endings on a stem that is not in the table: a name, an abbreviation, a loan. */
function safety(stem: string, kind: "noun" | "verb", endings: readonly string[]): number {
  if (kind === "verb") {
    return -5;
  }
  const outer = endings[endings.length - 1] ?? "";
  const isLong = stem.length >= 4;
  const endsInVowel = isVowel(stem.charAt(stem.length - 1));
  if (isLong && /(?:уу|үү|оо|өө)$/.test(stem)) {
    return 3.5;
  }
  if (isLong && outer.endsWith("ДAгY")) {
    return 3.8;
  }
  if (stem.length >= 3 && (outer === "НYн" || outer === "ДAн")) {
    return isLong ? 3.6 : 3.1;
  }
  if (isLong && outer === "ЛAр") {
    return 3.4;
  }
  if (isLong && outer === "нYн") {
    return 3.3;
  }
  const isBare = endings.length === 1 && (!endsInVowel || stem.length >= 5);
  return isLong && isBare && (outer === "НY" || outer === "ДA" || outer === "ГA") ? 3.2 : -5;
}

/** Forms a noun stem shows, counting what is made from a known stem in a regular way as known. */
function nounStrength(stem: string): number {
  // The listed form of a noun can be inflected further (балдар, балдарга); that of a pronoun is not a stem
  // (ага is also a brother).
  if (listedLemma(stem)?.startsWith(stem.slice(0, 3)) === true) {
    return 15;
  }
  const { noun } = stemForms(stem);
  if (noun >= KNOWN_NOUN || stem.length < 4) {
    return isOpenPair(stem) ? 0 : noun;
  }
  const bases = [...stripped(stem, AGENT), ...stripped(stem, ABSTRACT), stem.replace(LOAN_PREFIX, "")];
  return bases.some((base) => base !== stem && base.length >= 3 && stemForms(base).noun >= KNOWN_NOUN)
    ? KNOWN_NOUN
    : noun;
}

/** Forms a verb stem shows; -ла on a known noun and a voice on a known verb make a verb too. */
function verbStrength(stem: string): number {
  const { verb } = stemForms(stem);
  if (verb >= KNOWN_VERB) {
    return isOpenPair(stem) ? 0 : verb;
  }
  const voiced = [...activeStems(stem), ...stripped(stem, VOICES)];
  const isMade =
    isMadeFromNoun(stem) ||
    voiced.some(
      (base) => base.length > 2 && (stemForms(base).verb >= KNOWN_VERB + 1 || isMadeFromNoun(base)),
    );
  return isMade ? KNOWN_VERB + 1 : verb;
}

function isMadeFromNoun(stem: string): boolean {
  return stripped(stem, VERB_OF_NOUN).some(
    (base) => base.length >= 3 && (stemForms(base).noun >= KNOWN_NOUN || base.endsWith("ция")),
  );
}

/** A consonant and a vowel: only the verbs де and же are so short, and both are listed. */
function isOpenPair(stem: string): boolean {
  return stem.length === 2 && isVowel(stem.charAt(1));
}

function stripped(stem: string, list: readonly Ending[]): string[] {
  return list.flatMap((ending) => takeOff(stem, ending));
}

function singular(stem: string): string {
  const listed = listedLemma(stem);
  if (listed?.startsWith(stem.slice(0, 3)) === true) {
    return listed;
  }
  return stripped(stem, PLURAL).find((base) => stemForms(base).noun >= KNOWN_NOUN) ?? stem;
}

/**
 * The verb of a participle or verbal noun that stands as a noun (келгендер, ачууга); undefined for other
 * nouns.
 */
function verbOfNoun(stem: string): string | undefined {
  const bases = [...stripped(stem, PARTICIPLE), ...verbalNounStems(stem)];
  const known = bases.filter((base) => !isOpenPair(base) && stemForms(base).verb >= 7);
  return known.sort((a, b) => stemForms(b).verb - stemForms(a).verb)[0];
}

function activeStem(stem: string): string {
  if (listedLemma(stem) === stem) {
    return stem;
  }
  return (
    activeStems(splitYot(stem)).find(
      (base) => base.length >= 2 && !isOpenPair(base) && stemForms(base).verb >= 7,
    ) ?? stem
  );
}

/**
 * Take -лык, -луу or -сыз off an adjective: off any adjective whose noun is known, and -лык off words not
 * known as nouns.
 */
function withoutAdjectiveEnding(word: string): string {
  const isNoun = stemForms(word).noun >= KNOWN_NOUN;
  for (const base of stripped(word, ABSTRACT)) {
    const known = stemForms(base).noun >= KNOWN_NOUN;
    if (known ? stemForms(word).noun < KNOWN_NOUN + 2 : !isNoun && base.length >= 4) {
      return base;
    }
  }
  const bare = word.slice(0, -3);
  const isAdjective = /[лдт](?:уу|үү)$/.test(word) || (!isNoun && stripped(word, WITHOUT).length > 0);
  return isAdjective && bare.length >= 2 && stemForms(bare).noun >= KNOWN_NOUN ? bare : word;
}

/** Spell й and a vowel as two letters, so that коюлду is seen to be кой with endings. */
function splitYot(word: string): string {
  const split: Readonly<Record<string, string>> = { ю: "йу", я: "йа", ё: "йо", е: "йо" };
  return word.replace(/(?<=[аоуыэ])[юяёе]/g, (letter) => split[letter] ?? letter);
}

function joinYot(stem: string): string {
  const joined: Readonly<Record<string, string>> = { йу: "ю", йа: "я", йо: "ё" };
  return stem.replace(/й[уао]/g, (pair) => joined[pair] ?? pair);
}
