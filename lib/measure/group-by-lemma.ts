import type { TokenIndex } from "../corpus/token-index";
import { fold } from "../text/fold";
import type { Language } from "../text/identify-language";
import { knownLanguage, lemma } from "../text/lemma";
import { isStopWord } from "../text/stop-words";
import { groupTypes } from "../corpus/group-types";
import type { TypeGroups } from "../corpus/group-types";

const TOLD = ["ru", "ky", "en"] as const;

/** Share of a word's tokens from which on a second language can claim it: people mix the two in one post. */
const MIXED = 0.2;

/**
 * Group words by their dictionary form, folded first: the terms of our frequency tables.
 *
 * The lemma is found once for each word of the corpus. Its language is that of the most documents' tokens it
 * stands in; where no languages are given, or they are level, the word itself decides. So it does where a
 * fifth of its tokens are in Russian documents and a fifth in Kyrgyz ones and only one of the two knows it
 * (дайте in Kyrgyz posts).
 *
 * @param options.languages      language of every document of the index, as `identifyLanguage` gives it
 * @param options.keepStopWords  default false: stop words of all three languages are left out, by form and by lemma
 * @throws RangeError if `languages` is not as long as the index
 */
export function groupByLemma(
  index: TokenIndex,
  options: { languages?: readonly Language[]; keepStopWords?: boolean } = {},
): TypeGroups {
  const { languages, keepStopWords = false } = options;
  const counts = languages === undefined ? null : countLanguages(index, languages);
  return groupTypes(index, (_, type, written) => {
    const folded = fold(written).toLowerCase();
    if (!keepStopWords && isStopWord(folded)) {
      return null;
    }
    const term = lemma(folded, counts === null ? "und" : languageOf(folded, counts, type * TOLD.length));
    return term === "" || (!keepStopWords && isStopWord(term)) ? null : term;
  });
}

/** For each type how many of its tokens are in documents of each language of `TOLD`. */
function countLanguages(index: TokenIndex, languages: readonly Language[]): Uint32Array {
  if (languages.length !== index.documentCount) {
    throw new RangeError(
      `groupByLemma: needs the language of each of ${index.documentCount} documents, found ${languages.length}`,
    );
  }
  const counts = new Uint32Array(index.typeCount * TOLD.length);
  for (let document = 0; document < languages.length; document++) {
    const language = TOLD.indexOf(languages[document] as (typeof TOLD)[number]);
    if (language < 0) {
      continue;
    }
    for (let at = index.documentStarts[document] as number; at < (index.documentStarts[document + 1] as number); at++) {
      const slot = (index.tokens[at] as number) * TOLD.length + language;
      counts[slot] = (counts[slot] as number) + 1;
    }
  }
  return counts;
}

/** Language of a word whose counts begin at a place. */
function languageOf(word: string, counts: Uint32Array, at: number): Language {
  const own = counts.subarray(at, at + TOLD.length);
  const [russian, kyrgyz] = own as unknown as [number, number];
  const least = MIXED * (russian + kyrgyz);
  const known = russian > least && kyrgyz > least && /^[а-яё]/.test(word) ? knownLanguage(word) : undefined;
  if (known !== undefined) {
    return known;
  }
  const most = Math.max(...own);
  const best = TOLD.filter((_, i) => own[i] === most);
  return best.length === 1 ? (best[0] as Language) : "und";
}
