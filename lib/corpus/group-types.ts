import type { TokenKind } from "../text/tokenise";
import type { TokenIndex } from "./token-index";

/** Which token types are counted as one term, and under which name. */
export interface TypeGroups {
  /** Number of the term of each type; -1 for a type that is left out. */
  readonly groupOf: Int32Array;
  /** Name of each term. */
  readonly labels: readonly string[];
}

/**
 * Decide for each token type under which term it is counted.
 *
 * Folding, lemmas and stop words all come in here. Each type is asked once, so another choice costs
 * milliseconds, not another reading of the texts.
 *
 * @param termOf  gives the term of a form, or null to leave the form out; the spelling first met comes along
 *   because capitals tell an acronym from a word
 * @param kinds   which kinds of token are asked; all others are left out
 * @returns terms numbered in the order of their first form in the corpus
 */
export function groupTypes(
  index: TokenIndex,
  termOf: (form: string, type: number, written: string) => string | null,
  kinds: readonly TokenKind[] = ["word"],
): TypeGroups {
  const groupOf = new Int32Array(index.typeCount).fill(-1);
  const labels: string[] = [];
  const numbers = new Map<string, number>();
  for (let type = 0; type < index.typeCount; type++) {
    if (!kinds.includes(index.kind(type))) {
      continue;
    }
    const term = termOf(index.form(type), type, index.written(type));
    if (term === null) {
      continue;
    }
    let number = numbers.get(term);
    if (number === undefined) {
      number = labels.length;
      numbers.set(term, number);
      labels.push(term);
    }
    groupOf[type] = number;
  }
  return { groupOf, labels };
}

/** Group words as exact, case-insensitive forms, none left out. */
export function exactForms(index: TokenIndex): TypeGroups {
  return groupTypes(index, (form) => form);
}
