import type { Platform } from "../load/post";
import { type Checked, TOO_FEW } from "./checked";
import type { NamedWord } from "./named-words";

/** Words in NVivo's word cloud, and in its list, unless one asks otherwise. */
const CLOUD_WORDS = 100;
const LIST_WORDS = 1000;

/**
 * Check that the words the paper names are among the most frequent (claim F5).
 *
 * They are where each stands among the 1,000 words of NVivo's list for the whole corpus, and at least half
 * among the 100 words of the cloud of a platform, since the paper reads its words off three clouds.
 *
 * @param words     as `findNamedWords` gives them
 * @param clouds    the 100 most frequent words of each platform
 * @param distinct distinct words of the corpus; with fewer than twice NVivo's list nearly every word would
 *   stand on it
 */
export function checkNamedWords(
  words: readonly NamedWord[],
  clouds: { readonly [platform in Platform]?: readonly { readonly term: string }[] },
  distinct: number,
): Checked {
  if (distinct < 2 * LIST_WORDS) {
    const detail =
      `The corpus has ${distinct} distinct words; ${2 * LIST_WORDS} are needed for a rank among ` +
      `${LIST_WORDS} to say anything.`;
    return { ...TOO_FEW, detail };
  }
  const inCloud = new Set(
    Object.values(clouds).flatMap((rows) => rows.slice(0, CLOUD_WORDS).map(({ term }) => term)),
  );
  const read = words.filter(({ lemma }) => lemma !== null && inCloud.has(lemma)).length;
  const missing = words.filter(({ rank }) => rank === null || rank > LIST_WORDS).map(({ gloss }) => gloss);
  const listed = words.length - missing.length;
  const others =
    missing.length === 0
      ? ""
      : `; not ${missing.slice(0, 6).join(", ")}${missing.length > 6 ? " and others" : ""}`;
  return {
    holds: listed === words.length && 2 * read >= words.length,
    computed: `${read} in a cloud of ${CLOUD_WORDS}, ${listed} in the list of ${LIST_WORDS}`,
    detail:
      `Of ${words.length} named words, folded and in all their forms, ${read} are among the ` +
      `${CLOUD_WORDS} most frequent of a platform ` +
      `and ${listed} among the ${LIST_WORDS} of the corpus${others}.`,
    remarks: [
      `Letter for letter as printed, the ${words.length} words occur ${sum(words, "asPrinted")} times; ` +
        `folded, ${sum(words, "folded")} times.`,
    ],
  };
}

function sum(words: readonly NamedWord[], count: "asPrinted" | "folded"): number {
  return words.reduce((total, word) => total + word[count], 0);
}
