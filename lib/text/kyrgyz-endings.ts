import { isVowel, realise } from "./kyrgyz-harmony";

/** One way to read a word: a stem and the endings behind it. */
export interface Reading {
  readonly stem: string;
  readonly kind: "noun" | "verb";
  /** Templates from the stem outwards; empty when the word is its own stem. */
  readonly endings: readonly string[];
}

/** An ending; `after` limits it to stems that end in a vowel or a consonant. */
export interface Ending {
  readonly template: string;
  readonly after: "vowel" | "consonant" | "any";
  /** The letters that can stand at each of its places, so that most words are turned away at once. */
  readonly letters: readonly string[];
}

const CHOICES: Readonly<Record<string, string>> = {
  A: "аоеө",
  Y: "ыуиү",
  Л: "лдт",
  Н: "ндт",
  Д: "дт",
  Г: "гк",
  Б: "бп",
};

/**
 * Endings whose ң is also read where it is written н: "you" of courtesy. In shorter ones н is mostly a case
 * (атаң, атан).
 */
const FLAT_TOO = /ң(?:Yз|Aр)/;

/** Make endings from templates as {@link realise} reads them, separated by spaces. */
export function endings(templates: string, after: Ending["after"] = "any"): Ending[] {
  const lettersOf = (template: string) =>
    [...template].map((letter) => (FLAT_TOO.test(template) && letter === "ң" ? "ңн" : (CHOICES[letter] ?? letter)));
  return templates.split(" ").map((template) => ({ template, after, letters: lettersOf(template) }));
}

const PLURAL = endings("ЛAр");
const HIS = [...endings("Y", "consonant"), ...endings("сY", "vowel")];
const MINE = [
  ...endings("Yм Yң YңYз YңAр YңYздAр YбYз", "consonant"),
  ...endings("м ң ңYз ңAр ңYздAр бYз", "vowel"),
];
const CASES = endings("НYн ГA НY ДA ДAн");
const CASES_AFTER_HIS = endings("нYн нA н ндA нAн");
const CASES_AFTER_MINE = [...endings("НYн ГA НY ДA ДAн"), ...endings("A", "consonant")];

const FINITE = [
  ...endings("ДY ДYм ДYк ДYң ДYңYз ГAн сA сAм сAк сAң сAңYз сYн сYнчY ГYлA ГYлAчY ГYн чY"),
  ...endings("ГAнчA ГAлY мAк мAкчY ГYч ГAндYктAн ГAндY ГYсY"),
  ...endings("Aт Aм AсYң AбYз AсYз Aр A AлY Yп YптYр YпчY AрYн AйYн AйYнчY YңYз YңYзчY YңYздAр", "consonant"),
  ...endings("йт йм йсYң йбYз йсYз р й йлY п птYр пчY рYн йYн йYнчY ңYз ңYзчY ңYздAр", "vowel"),
];
const NEGATIVE = endings("БA");
const NEGATIVE_FUTURE = endings("БAс");
const PARTICIPLE = endings("ГAн");
const PASSIVE = [...endings("Yл Yн", "consonant"), ...endings("л н", "vowel")];
const PERSONS = endings("мYн сYң сYз бYз м");

/** A verbal noun ends in a long vowel that swallows the last vowel of the stem; -у also follows a consonant. */
const VERBAL_NOUNS: Readonly<Record<string, readonly string[]>> = {
  оо: ["а", "о"],
  өө: ["е", "ө"],
  уу: ["ы", "у", ""],
  үү: ["и", "ү", ""],
};
/** The same where ө and ү are written о and у. */
const FLAT_VERBAL_NOUNS: Readonly<Record<string, readonly string[]>> = {
  оо: ["а", "о", "е"],
  уу: ["ы", "у", "и", ""],
};

/**
 * Take one ending off a word.
 *
 * @returns the stems it can have stood on: as they stand, with к and п where a vowel made them г and б, and
 *   with the vowel that an ending drove out (орду is орун with у)
 */
export function takeOff(word: string, { template, after, letters }: Ending): string[] {
  const start = word.length - template.length;
  for (let i = template.length - 1; i >= 0; i--) {
    if (start < 2 || !letters[i]?.includes(word.charAt(start + i))) {
      return [];
    }
  }
  const ending = word.slice(start);
  const rest = word.slice(0, start);
  const last = rest.charAt(rest.length - 1);
  const stems = [rest];
  if (isVowel(ending.charAt(0))) {
    if (last === "г" || last === "б") {
      stems.push(rest.slice(0, -1) + (last === "г" ? "к" : "п"));
    }
    if (!isVowel(last) && rest.length >= 3 && !isVowel(rest.charAt(rest.length - 2))) {
      stems.push(...["ы", "и", "у", "ү"].map((vowel) => rest.slice(0, -1) + vowel + last));
    }
  }
  const isFlat = !/[өүң]/.test(word);
  return stems.filter((stem) => {
    const endsInVowel = isVowel(stem.charAt(stem.length - 1));
    if ((after === "vowel" && !endsInVowel) || (after === "consonant" && endsInVowel)) {
      return false;
    }
    return realise(template, stem) === ending || (isFlat && realise(template, stem, true).replace("ң", "н") === ending);
  });
}

/** Stems of a verbal noun such as ачуу, башкаруу, иштөө; none when the word does not end so. */
export function verbalNounStems(word: string): string[] {
  const ending = word.slice(-2);
  const rest = word.slice(0, -2);
  if (rest.length < 2) {
    return [];
  }
  const vowels =
    (/[өүң]/.test(word) ? VERBAL_NOUNS : { ...VERBAL_NOUNS, ...FLAT_VERBAL_NOUNS })[ending] ?? [];
  return vowels.flatMap((vowel) => {
    const last = rest.charAt(rest.length - 1);
    if (vowel !== "") {
      return [rest + vowel];
    }
    const hardened = last === "г" ? [`${rest.slice(0, -1)}к`] : last === "б" ? [`${rest.slice(0, -1)}п`] : [];
    return isVowel(last) ? [] : [rest, ...hardened];
  });
}

type Step = (word: string) => Reading[];

const noun: Step = (stem) => [{ stem, kind: "noun", endings: [] }];

/** Readings of a word whose outermost ending is one of those given and whose rest is read by `inner`. */
function under(list: readonly Ending[], inner: Step): Step {
  return (word) =>
    list.flatMap((ending) =>
      takeOff(word, ending).flatMap((rest) =>
        inner(rest).map((reading) => ({ ...reading, endings: [...reading.endings, ending.template] })),
      ),
    );
}

const either =
  (...steps: readonly Step[]): Step =>
  (word) =>
    steps.flatMap((step) => step(word));

const numbered = either(noun, under(PLURAL, noun));
const his = under(HIS, numbered);
const mine = under(MINE, numbered);
const inCase = either(under(CASES, numbered), under(CASES_AFTER_HIS, his), under(CASES_AFTER_MINE, mine));
const located = either(under(endings("ДAгY"), numbered), under(endings("ндAгY"), his));
const inflected = either(
  under(PLURAL, noun),
  his,
  mine,
  inCase,
  located,
  under(PLURAL, located),
  under(CASES, located),
  under(CASES, under(PLURAL, located)),
);

/**
 * List the readings of a word as a noun, adjective or name: plural, possessive, case, and -дагы with what
 * follows it.
 *
 * @param word  lower-case
 * @returns the word as its own stem first, then every reading that fits the rules of sound; stems need not
 *   exist
 *
 * @example
 * nounReadings("тоолорубузда").some((reading) => reading.stem === "тоо"); // true
 */
export function nounReadings(word: string): Reading[] {
  return [...noun(word), ...inflected(word)];
}

/**
 * List the readings of a word as a verb: finite forms, converbs, participles and verbal nouns, negative and
 * not, with the noun endings that participles and verbal nouns take.
 *
 * @param word  lower-case
 * @returns every reading that fits the rules of sound; stems need not exist
 */
export function verbReadings(word: string): Reading[] {
  const found = finite(word, []);
  for (const ending of PERSONS) {
    for (const rest of takeOff(word, ending)) {
      if (/(?:[гк][аеоө]н|[аеоөыиуү]р|[бп][аеоө]с)$/.test(rest)) {
        found.push(...finite(rest, [ending.template]));
      }
    }
  }
  for (const { stem, endings: outer } of inflected(word)) {
    if (/[гк][аеоө]н$/.test(stem)) {
      found.push(...verb(stem, PARTICIPLE, outer, true));
    }
    found.push(...verbalNoun(stem, outer));
  }
  return found;
}

function finite(word: string, outer: readonly string[]): Reading[] {
  return [
    ...verb(word, FINITE, outer, true),
    ...verb(word, NEGATIVE_FUTURE, outer, false),
    ...verbalNoun(word, outer),
  ];
}

function verbalNoun(word: string, outer: readonly string[]): Reading[] {
  const isAgent = /(?:уу|үү|оо|өө)ч[уү]$/.test(word);
  const stems = verbalNounStems(isAgent ? word.slice(0, -2) : word);
  return stems.flatMap((stem) => withNegative(stem, [isAgent ? "УУчY" : "УУ", ...outer]));
}

function verb(
  word: string,
  list: readonly Ending[],
  outer: readonly string[],
  mayBeNegative: boolean,
): Reading[] {
  return list.flatMap((ending) =>
    takeOff(word, ending).flatMap((stem) => {
      const chain = [ending.template, ...outer];
      return mayBeNegative ? withNegative(stem, chain) : [{ stem, kind: "verb" as const, endings: chain }];
    }),
  );
}

function withNegative(stem: string, chain: readonly string[]): Reading[] {
  const denied = NEGATIVE.flatMap((ending) => takeOff(stem, ending));
  return [
    { stem, kind: "verb", endings: chain },
    ...denied.map((inner) => ({ stem: inner, kind: "verb" as const, endings: ["БA", ...chain] })),
  ];
}

/**
 * Stems that a verb stem can be the passive of.
 *
 * The passive is -л; only where the stem has an л for its last consonant is it -н (алын, белгилен). Other
 * verbs in -н are reflexives with a meaning of their own (түшүн, колдон).
 */
export function activeStems(stem: string): string[] {
  return PASSIVE.flatMap((ending) => {
    const found = takeOff(stem, ending);
    return ending.template.endsWith("н") ? found.filter((base) => /л[аеоөыиуү]?$/.test(base)) : found;
  });
}
