import { foldedLookup } from "../corpus/folded-lookup";
import type { Expansion, TermLookup } from "../corpus/term-lookup";
import type { TokenIndex } from "../corpus/token-index";
import type { Codebook, CodebookTerm } from "../load/load-codebook";
import { wilsonInterval } from "./wilson-interval";

/** Most themes that one codebook may have: a text's themes are the bits of one number. */
const MOST_THEMES = 31;

/** Where each theme of a codebook is found in a corpus. */
export interface ThemeMatches {
  /** Themes of each document: bit i is set where theme i of the codebook is found. */
  readonly documents: Uint32Array;
  /** Themes of each token, in the same bits; a token of a phrase carries the phrase's themes. */
  readonly tokens: Uint32Array;
  /**
   * For each theme its terms, with the words of the corpus that each stood for; a phrase has its occurrences
   * as one word.
   */
  readonly expansions: readonly (readonly (Expansion & {
    readonly origin: CodebookTerm["origin"];
    readonly gloss: string;
  })[])[];
}

/** How much of a corpus speaks of a theme. */
export interface ThemeShare {
  readonly theme: string;
  readonly name: string;
  /** Tokens that are words of the theme. */
  readonly tokens: number;
  /** 100 × tokens / all words and tags: the summed weighted percentage of the theme's words. */
  readonly percentage: number;
  /** Documents with at least one of its words. */
  readonly documents: number;
  /** Share of all documents, with Wilson's 95% interval; null where there are no documents. */
  readonly share: number | null;
  readonly interval: readonly [low: number, high: number] | null;
}

/** The lookup in which themes are found; see `foldedLookup`. */
export function themeLookup(index: TokenIndex): TermLookup {
  return foldedLookup(index);
}

/**
 * Find the themes of a codebook in every document and token.
 *
 * Each distinct word of the corpus is classified once, so the texts themselves cost one addition of bits a token.
 *
 * @param lookup  as `themeLookup` makes it
 * @throws RangeError if the codebook has more than 31 themes
 */
export function findThemes(
  index: TokenIndex,
  codebook: Codebook,
  lookup: TermLookup = themeLookup(index),
): ThemeMatches {
  const { themes } = codebook;
  if (themes.length > MOST_THEMES) {
    throw new RangeError(`findThemes: needs at most ${MOST_THEMES} themes, found ${themes.length}`);
  }
  const typeThemes = new Uint32Array(index.typeCount);
  const tokens = new Uint32Array(index.tokenCount);
  const phrases: { position: number; length: number; bit: number }[] = [];
  const barredOf = themes.map(() => new Set<number>());
  const expansions = themes.map(({ terms, exclude }, i) => {
    const bit = 2 ** i;
    const excluded = new Set(
      exclude.filter(({ words }) => words.length === 1).flatMap(({ term }) => lookup.find(term)),
    );
    const barred = barredOf[i] as Set<number>;
    for (const { words } of exclude.filter(({ words: all }) => all.length > 1)) {
      for (const position of lookup.phrase(words)) {
        words.forEach((_, j) => barred.add(position + j));
      }
    }
    return terms.map(({ term, words, origin, gloss }) => {
      if (words.length > 1) {
        const positions = lookup.phrase(words).filter((position) => !barred.has(position));
        for (const position of positions) {
          phrases.push({ position, length: words.length, bit });
        }
        const met = positions.length === 0 ? [] : [{ term, count: positions.length }];
        return { pattern: term, terms: met, origin, gloss };
      }
      const found = lookup.find(term).filter((number) => !excluded.has(number));
      for (const type of found.flatMap((number) => lookup.typesOf(number))) {
        typeThemes[type] = ((typeThemes[type] as number) | bit) >>> 0;
      }
      const { labels } = lookup.groups;
      const counts = found.map((number) => ({ term: labels[number] as string, count: lookup.count(number) }));
      return { pattern: term, terms: counts.sort((a, b) => b.count - a.count), origin, gloss };
    });
  });
  const documents = new Uint32Array(index.documentCount);
  addBits(index, typeThemes, tokens, documents);
  // Excluded phrases take single words back; few, so the documents they stand in are done again.
  barredOf.forEach((barred, i) => unbar(index, tokens, documents, barred, 2 ** i));
  for (const { position, length, bit } of phrases) {
    for (let at = position; at < position + length; at++) {
      tokens[at] = ((tokens[at] as number) | bit) >>> 0;
    }
    const document = index.documentAt(position);
    documents[document] = ((documents[document] as number) | bit) >>> 0;
  }
  return { documents, tokens, expansions };
}

/**
 * Sum up how much of a corpus, or a part of it, speaks of each theme.
 *
 * @param documents  numbers of the documents to count; default all
 * @returns a row a theme, in the order of the codebook; the last, `other` by convention, where it has no
 *   words: documents without any theme
 */
export function themeShares(
  index: TokenIndex,
  codebook: Codebook,
  matches: ThemeMatches,
  documents?: ArrayLike<number>,
): ThemeShare[] {
  const size = codebook.themes.length;
  const [inTokens, inDocuments] = [new Float64Array(size), new Float64Array(size)];
  const isCounted = Uint8Array.from(index.types.kinds, (_, type) => Number(["word", "tag"].includes(index.kind(type))));
  const total = documents?.length ?? index.documentCount;
  let words = 0;
  let without = 0;
  for (let i = 0; i < total; i++) {
    const document = documents === undefined ? i : (documents[i] as number);
    const bits = matches.documents[document] as number;
    without += bits === 0 ? 1 : 0;
    for (let theme = 0; theme < size; theme++) {
      inDocuments[theme] = (inDocuments[theme] as number) + ((bits >>> theme) & 1);
    }
    for (let at = index.documentStarts[document] as number; at < (index.documentStarts[document + 1] as number); at++) {
      words += isCounted[index.tokens[at] as number] as number;
      for (let left = matches.tokens[at] as number; left !== 0; left &= left - 1) {
        const theme = 31 - Math.clz32(left & -left);
        inTokens[theme] = (inTokens[theme] as number) + 1;
      }
    }
  }
  return codebook.themes.map(({ id, name, terms }, theme) => {
    const count = terms.length === 0 ? without : (inDocuments[theme] as number);
    const tokens = inTokens[theme] as number;
    return {
      theme: id,
      name,
      tokens,
      percentage: words === 0 ? 0 : (100 * tokens) / words,
      documents: count,
      share: total === 0 ? null : count / total,
      interval: total === 0 ? null : wilsonInterval(count, total),
    };
  });
}

function addBits(index: TokenIndex, typeThemes: Uint32Array, tokens: Uint32Array, documents: Uint32Array): void {
  const { documentStarts, tokens: types } = index;
  for (let document = 0; document < documents.length; document++) {
    const end = documentStarts[document + 1] as number;
    let bits = 0;
    for (let at = documentStarts[document] as number; at < end; at++) {
      const found = typeThemes[types[at] as number] as number;
      if (found !== 0) {
        tokens[at] = found;
        bits |= found;
      }
    }
    documents[document] = bits >>> 0;
  }
}

function unbar(
  index: TokenIndex,
  tokens: Uint32Array,
  documents: Uint32Array,
  barred: ReadonlySet<number>,
  bit: number,
): void {
  const touched = new Set<number>();
  for (const position of barred) {
    tokens[position] = ((tokens[position] as number) & ~bit) >>> 0;
    touched.add(index.documentAt(position));
  }
  for (const document of touched) {
    const start = index.documentStarts[document] as number;
    const end = index.documentStarts[document + 1] as number;
    const rest = tokens.subarray(start, end).some((bits) => (bits & bit) !== 0);
    documents[document] = (((documents[document] as number) & ~bit) | (rest ? bit : 0)) >>> 0;
  }
}
