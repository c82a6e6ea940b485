import { foldedLookup } from "../corpus/folded-lookup";
import type { TokenIndex } from "../corpus/token-index";
import type { CodebookPattern } from "../load/codebook-rules";
import type { TokenKind } from "../text/tokenise";

/** Kinds of token that `<…>` asks for, and the form that it must have, if any. */
const KINDS: Readonly<Record<string, { readonly kind: TokenKind; readonly form?: RegExp }>> = {
  "<number>": { kind: "number" },
  "<time>": { kind: "number", form: /^\d{1,2}:\d\d$/ },
  "<url>": { kind: "url" },
  "<tag>": { kind: "tag" },
  "<emoji>": { kind: "emoji" },
  "<phone>": { kind: "placeholder", form: /phone/ },
  "<card>": { kind: "placeholder", form: /card/ },
  "<email>": { kind: "placeholder", form: /email/ },
  "<handle>": { kind: "placeholder", form: /handle/ },
};

interface Phrase {
  readonly pattern: number;
  /** Types that each word stands for. */
  readonly words: readonly ReadonlySet<number>[];
}

/**
 * Finds which of many terms stand where in a document.
 *
 * Each distinct token of the corpus is compared with the terms once; a document then costs one look-up a
 * token. Words meet folded, as in `foldedLookup`.
 */
export class TermMatcher {
  private readonly singles: (number[] | undefined)[];
  private readonly phrases: (Phrase[] | undefined)[];
  /** Whether a type begins any match, so that the rest is passed over quickly. */
  private readonly begins: Uint8Array;

  constructor(
    private readonly index: TokenIndex,
    readonly patterns: readonly CodebookPattern[],
  ) {
    this.singles = new Array<undefined>(index.typeCount);
    this.phrases = new Array<undefined>(index.typeCount);
    this.begins = new Uint8Array(index.typeCount);
    const known = new Map<string, ReadonlySet<number>>();
    const typesOf = (word: string): ReadonlySet<number> => {
      const types = known.get(word) ?? new Set(findTypes(index, word));
      known.set(word, types);
      return types;
    };
    for (const [pattern, { words }] of patterns.entries()) {
      const phrase = words.length === 1 ? null : { pattern, words: words.map(typesOf) };
      for (const type of typesOf(words[0] as string)) {
        this.begins[type] = 1;
        if (phrase === null) (this.singles[type] ??= []).push(pattern);
        else (this.phrases[type] ??= []).push(phrase);
      }
    }
  }

  /** Call a function for every type that a term of one word meets, term by term in order. */
  forSingles(visit: (type: number, pattern: number) => void): void {
    this.singles.forEach((patterns, type) => patterns?.forEach((pattern) => visit(type, pattern)));
  }

  /**
   * Call a function for every match in a document, in the order of the text.
   *
   * @param visit  number of the pattern, first token in the document from 0, and one past the last
   */
  scan(document: number, visit: (pattern: number, from: number, to: number, type: number) => void): void {
    const { index, begins } = this;
    const start = index.documentStarts[document] as number;
    const end = index.documentStarts[document + 1] as number;
    for (let at = start; at < end; at++) {
      const type = index.tokens[at] as number;
      if (begins[type] === 0) continue;
      const singles = this.singles[type];
      if (singles !== undefined) {
        for (const pattern of singles) visit(pattern, at - start, at - start + 1, type);
      }
      const phrases = this.phrases[type];
      if (phrases === undefined) continue;
      for (const { pattern, words } of phrases) {
        const to = at + words.length;
        if (to > end) continue;
        let fits = true;
        for (let i = 1; fits && i < words.length; i++) {
          fits = (words[i] as ReadonlySet<number>).has(index.tokens[at + i] as number);
        }
        if (fits) visit(pattern, at - start, to - start, type);
      }
    }
  }
}

function findTypes(index: TokenIndex, word: string): number[] {
  const wanted = KINDS[word];
  if (wanted === undefined) {
    const lookup = foldedLookup(index);
    return lookup.find(word).flatMap((term) => lookup.typesOf(term));
  }
  const found: number[] = [];
  for (let type = 0; type < index.typeCount; type++) {
    if (index.kind(type) === wanted.kind && (wanted.form?.test(index.form(type)) ?? true)) found.push(type);
  }
  return found;
}
