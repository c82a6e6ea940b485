import type { TokenIndex } from "../corpus/token-index";
import type { FigureTerm } from "../load/load-figure-terms";
import { fold } from "../text/fold";
import { countTokens, topTerms } from "./count-terms";
import type { TypeGroups } from "../corpus/group-types";

/**

 * How a word of the paper is looked for: letter for letter, with its letters in one script, or in all its

 * forms.

 */
export type Matching = "as printed" | "folded" | "all forms";

/** A word that the paper names, and how often the corpus has it. */
export interface NamedWord extends FigureTerm {
  /** Whether it is printed with letters of two scripts. */
  readonly isMixed: boolean;
  /** Tokens that are letter for letter the printed word, case aside. */
  readonly asPrinted: number;
  /** Tokens that are the word when both are folded. */
  readonly folded: number;
  /** Tokens of all forms of its dictionary form. */
  readonly allForms: number;
  /** Its dictionary form; null where the corpus has no form of it. */
  readonly lemma: string | null;
  /**
   * Rank of the dictionary form among all words of the corpus, stop words left out; null where the corpus
   * has no form of it.
   */
  readonly rank: number | null;
}

/**
 * Look for the words that the paper names, under each way of matching.
 *
 * @param words  as `loadFigureTerms` gives them
 * @param terms  as `openTerms` gives them
 */
export function findNamedWords(
  index: TokenIndex,
  terms: TypeGroups,
  words: readonly FigureTerm[],
): NamedWord[] {
  const counts = index.counts();
  const foldedForms = new Map<string, number>();
  for (let type = 0; type < index.typeCount; type++) {
    if (index.kind(type) !== "word") continue;
    const key = fold(index.written(type)).toLowerCase();
    foldedForms.set(key, (foldedForms.get(key) ?? 0) + (counts[type] as number));
  }
  const inTerms = countTokens(index, terms);
  const order = topTerms(inTerms, (term) => terms.labels[term] as string, terms.labels.length);
  const ranks = new Map(order.map((term, i) => [term, i + 1]));
  return words.map((word): NamedWord => {
    const plain = fold(word.term).toLowerCase();
    const [printed, type] = [index.typeOf(word.term.toLowerCase()), index.typeOf(plain)];
    const term = type < 0 ? -1 : (terms.groupOf[type] as number);
    return {
      ...word,
      isMixed: fold(word.term) !== word.term,
      asPrinted: printed < 0 ? 0 : (counts[printed] as number),
      folded: foldedForms.get(plain) ?? 0,
      allForms: term < 0 ? 0 : (inTerms[term] as number),
      lemma: terms.labels[term] ?? null,
      rank: ranks.get(term) ?? null,
    };
  });
}

/** Tokens of a named word under one way of matching. */
export function countNamed(word: NamedWord, matching: Matching): number {
  return { "as printed": word.asPrinted, folded: word.folded, "all forms": word.allForms }[matching];
}
