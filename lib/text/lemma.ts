import { withoutUnseen } from "./drop-unseen";
import { englishLemma } from "./english-lemma";
import { weighLanguages, type Language } from "./identify-language";
import { kyrgyzLemma } from "./kyrgyz-lemma";
import { listedLemma, stemForms } from "./kyrgyz-stems";
import { isRussianWord, russianLemma } from "./russian-lemma";

/** Words kept per language; past that the cache is emptied, so that memory stays bounded on any corpus. */
const CACHE_SIZE = 400_000;
const caches = new Map<Language, Map<string, string>>();

/**
 * Give the key under which the forms of a word are counted as one: its dictionary form.
 *
 * Russian by {@link russianLemma}, Kyrgyz by {@link kyrgyzLemma}, English by {@link englishLemma}; words of
 * other languages stand for themselves. With `und` the word itself decides ({@link wordLanguage}), for tables
 * of types that stand in posts of several languages. The answer depends on the two arguments alone; words
 * already seen come from a cache.
 *
 * @param word      one word of a text folded first; case and ё do not matter
 * @param language  as `identifyLanguage` gives it
 * @returns lower-case, with е for ё; never empty unless the word is
 *
 * @example
 * lemma("Мигранты", "ru"); // "мигрант"
 * lemma("үйлөрдө", "ky"); // "үй"
 * lemma("borders", "en"); // "border"
 * lemma("чегарасында", "und"); // "чегара"
 */
export function lemma(word: string, language: Language): string {
  let cache = caches.get(language);
  if (cache === undefined) {
    cache = new Map();
    caches.set(language, cache);
  }
  let found = cache.get(word);
  if (found === undefined) {
    found = lemmaOf(word.toLowerCase().replaceAll("ё", "е").replace(ODD_HYPHENS, "-"), language);
    if (cache.size >= CACHE_SIZE) {
      cache.clear();
    }
    cache.set(word, found);
  }
  return found;
}

/** Hyphens that look like "-", and marks of stress: the tokeniser lets both in. */
const ODD_HYPHENS = /[\u2010\u2011]/g;
const STRESS = /[\u0300\u0301]/g;

function lemmaOf(word: string, language: Language): string {
  const plain = withoutUnseen(word).replace(STRESS, "");
  switch (language === "und" ? wordLanguage(plain) : language) {
    case "ru":
      return russianLemma(plain);
    case "ky":
      return kyrgyzLemma(plain);
    case "en":
      return englishLemma(plain);
    default:
      return plain;
  }
}

/**
 * Tell the likeliest language of one word without its post.
 *
 * Latin words are English. Cyrillic words with ө, ү or ң are Kyrgyz; others are Russian when the Russian
 * dictionary has them and the Kyrgyz tables do not, Kyrgyz the other way round, and where both or neither
 * know them the letters decide. A word alone says little, so the language of the post is the better choice
 * where it is known.
 *
 * @param word  lower-case
 * @returns "ru", "ky", "en", or "und" for words in other scripts
 *
 * @example
 * wordLanguage("көчө"); // "ky"
 * wordLanguage("граница"); // "ru"
 */
export function wordLanguage(word: string): "ru" | "ky" | "en" | "und" {
  if (/[а-яё]/.test(word)) {
    if (/[өүң]/.test(word)) {
      return "ky";
    }
    return knownLanguage(word) ?? (weighLanguages(word).best === "ky" ? "ky" : "ru");
  }
  return /[a-z]/.test(word) ? "en" : "und";
}

/**
 * Tell whether a Cyrillic word is known to be Russian and not Kyrgyz, or the other way round.
 *
 * @param word  lower-case
 * @returns undefined for words that are known to both or to neither
 *
 * @example
 * knownLanguage("дайте"); // "ru"
 * knownLanguage("кылдым"); // "ky"
 */
export function knownLanguage(word: string): "ru" | "ky" | undefined {
  const { noun, verb } = stemForms(kyrgyzLemma(word));
  const isKyrgyz = listedLemma(word) !== undefined || noun >= 6 || verb >= 5;
  return isKyrgyz === isRussianWord(word) ? undefined : isKyrgyz ? "ky" : "ru";
}
