const LOW: Readonly<Record<string, string>> = {
  а: "а",
  ы: "а",
  у: "а",
  ю: "а",
  я: "а",
  о: "о",
  ё: "о",
  е: "е",
  и: "е",
  э: "е",
  ө: "ө",
  ү: "ө",
};
const HIGH: Readonly<Record<string, string>> = {
  а: "ы",
  ы: "ы",
  я: "ы",
  у: "у",
  о: "у",
  ю: "у",
  ё: "у",
  е: "и",
  и: "и",
  э: "и",
  ө: "ү",
  ү: "ү",
};
const VOICELESS = "пткфхцчшщс";

/** Whether a Kyrgyz letter is a vowel; false for the empty string. */
export function isVowel(letter: string): boolean {
  return letter in LOW;
}

/** The last vowel of a stem, or "" when it has none (an abbreviation). */
export function lastVowel(stem: string): string {
  for (let i = stem.length - 1; i >= 0; i--) {
    const letter = stem.charAt(i);
    if (isVowel(letter)) {
      return letter;
    }
  }
  return "";
}

/**
 * Spell an ending as it sounds after a stem.
 *
 * Kyrgyz endings take their vowels from the last vowel of the stem and their first consonant from its last
 * sound. In a template small letters stand for themselves and capitals for a choice: `A` а о е ө, `Y` ы у и
 * ү, `Л` л д т, `Н` н д т, `Д` д т, `Г` г к, `Б` б п. Each letter that is spelled counts as part of the stem
 * for the next.
 *
 * @param template  an ending such as `ЛAр`
 * @param stem      lower-case
 * @param isFlat    whether the writer leaves out ө, ү, ң, so that у may stand for ү and a following о for ө
 * @returns the ending, with "?" for a vowel that the stem does not decide
 * @see Kirchner, M. (1998). Kirghiz. In Johanson and Csató (eds.), The Turkic Languages. Routledge, 344-356.
 *
 * @example
 * realise("ЛAр", "күн"); // "дөр"
 * realise("ДAн", "мектеп"); // "тен"
 * realise("ДA", "кун", true); // "до"
 */
export function realise(template: string, stem: string, isFlat = false): string {
  let vowel = lastVowel(stem);
  let last = stem.charAt(stem.length - 1);
  let ending = "";
  for (const letter of template) {
    const spelled = spell(letter, vowel, last, isFlat);
    ending += spelled;
    last = spelled;
    vowel = isVowel(spelled) ? spelled : vowel;
  }
  return ending;
}

function spell(letter: string, vowel: string, last: string, isFlat: boolean): string {
  const isVoiceless = VOICELESS.includes(last);
  switch (letter) {
    case "A":
      return isFlat && vowel === "у" ? "о" : (LOW[vowel] ?? "?");
    case "Y":
      return HIGH[vowel] ?? "?";
    case "Л":
      return isVowel(last) || last === "р" || last === "й" ? "л" : isVoiceless ? "т" : "д";
    case "Н":
      return isVowel(last) ? "н" : isVoiceless ? "т" : "д";
    case "Д":
      return isVoiceless ? "т" : "д";
    case "Г":
      return isVoiceless ? "к" : "г";
    case "Б":
      return isVoiceless ? "п" : "б";
    default:
      return letter;
  }
}
