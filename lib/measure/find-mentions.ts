import type { TermLookup } from "../corpus/term-lookup";

/** Where some words stand. */
export interface Mentions {
  /** Documents that hold one of the words, each once, in order of their numbers. */
  readonly documents: readonly number[];
  /** Forms met, the commonest first, for a reader to check. */
  readonly forms: readonly string[];
}

/**
 * Find the documents that hold one of some words or phrases.
 *
 * @param lookup    as `themeLookup` makes it: folded, without case, ө ү ң as о у н
 * @param words     words, `*` for any ending; more than one word is a phrase
 * @param isWanted  whether a document is counted; all, by default
 */
export function findMentions(
  lookup: TermLookup,
  words: readonly string[],
  isWanted: (document: number) => boolean = () => true,
): Mentions {
  const { index, groups } = lookup;
  const documents = new Set<number>();
  const forms = new Map<string, number>();
  for (const pattern of words) {
    const parts = pattern.split(" ");
    const positions = lookup.phrase(parts);
    for (const document of index.documentsAt(positions)) if (isWanted(document)) documents.add(document);
    if (parts.length > 1) {
      if (positions.length > 0) forms.set(pattern, positions.length);
    } else {
      for (const term of lookup.find(pattern))
        forms.set(groups.labels[term] as string, lookup.count(term));
    }
  }
  const commonest = [...forms].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([form]) => form);
  return { documents: [...documents].sort((a, b) => a - b), forms: commonest };
}
