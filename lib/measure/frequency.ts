import type { TokenIndex } from "../corpus/token-index";
import { compareCodePoints } from "../text/compare-code-points";
import { countTerms, topTerms } from "./count-terms";
import { exactForms } from "../corpus/group-types";
import type { TypeGroups } from "../corpus/group-types";

/** One row of a word frequency table as NVivo prints it. */
export interface NvivoRow {
  readonly word: string;
  /** Letters in the word, in code points. */
  readonly length: number;
  readonly count: number;
  /** 100 × count / all words that were not left out. */
  readonly weightedPercentage: number;
}

/** One row of our word frequency table. */
export interface FrequencyRow {
  readonly term: string;
  /** 1 for the most frequent; terms of one count share the lowest rank. */
  readonly rank: number;
  readonly count: number;
  /** 100 × count / all counted tokens. */
  readonly percentage: number;
  /** Documents that hold the term. */
  readonly documents: number;
  /** Communities with at least one such document; null where no communities were given. */
  readonly communities: number | null;
  /** Share of the communities, 0 to 1; null where no communities were given. */
  readonly range: number | null;
  /** Forms counted under the term with their counts, the commonest first. */
  readonly forms: readonly { readonly form: string; readonly count: number }[];
}

/**
 * Word frequency as NVivo would print it: exact forms, upper and lower case alike.
 *
 * NVivo has no Russian or Kyrgyz mode, so it neither folds nor groups: работа, работу and рaбота with a Latin
 * a are three words. Words are those of our tokeniser; NVivo's own rules for hyphens and signs are not published.
 *
 * @param options.minLength  shortest word in letters; default 1
 * @param options.stopWords  lower-case words to leave out, which also leaves them out of the percentage's denominator
 * @param options.documents  numbers of the documents to count; default all
 * @param options.top        rows wanted; default 100
 * @returns rows by falling count, ties by code point; none where no word is left
 */
export function nvivoFrequency(
  index: TokenIndex,
  options: { minLength?: number; stopWords?: Iterable<string>; documents?: ArrayLike<number>; top?: number } = {},
): NvivoRow[] {
  const { minLength = 1, stopWords = [], documents, top = 100 } = options;
  const counts = Float64Array.from(documents === undefined ? index.counts() : index.countTypes(documents));
  for (let type = 0; type < counts.length; type++) {
    if (index.kind(type) !== "word" || (minLength > 1 && index.formLength(type) < minLength)) {
      counts[type] = 0;
    }
  }
  for (const word of stopWords) {
    const type = index.typeOf(word);
    if (type >= 0) {
      counts[type] = 0;
    }
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  return topTerms(counts, (type) => index.form(type), top).map((type) => {
    const count = counts[type] as number;
    return { word: index.form(type), length: index.formLength(type), count, weightedPercentage: (100 * count) / total };
  });
}

/**
 * Word frequency with what stands behind each number: documents, communities, and the forms grouped under a term.
 *
 * @param options.groups       terms (`groupTypes`); default exact forms
 * @param options.documents    numbers of the documents to count; default all
 * @param options.communityOf  community of every document of the index
 * @param options.top          rows wanted; default 100
 * @returns rows by falling count, ties by code point; none where nothing is counted
 * @throws RangeError if `communityOf` is not as long as the index
 */
export function countWords(
  index: TokenIndex,
  options: { groups?: TypeGroups; documents?: ArrayLike<number>; communityOf?: readonly string[]; top?: number } = {},
): FrequencyRow[] {
  const { groups = exactForms(index), documents, communityOf, top = 100 } = options;
  const counts = countTerms(index, groups, documents);
  const order = topTerms(counts.tokens, (term) => groups.labels[term] as string, top);
  const forms = formsOf(index, groups, order, documents);
  const communities = communityOf === undefined ? null : communitiesOf(index, groups, order, communityOf, documents);
  let rank = 0;
  return order.map((term, i): FrequencyRow => {
    const count = counts.tokens[term] as number;
    rank = i > 0 && count === counts.tokens[order[i - 1] as number] ? rank : i + 1;
    const spread = communities?.spread[i] ?? null;
    return {
      term: groups.labels[term] as string,
      rank,
      count,
      percentage: (100 * count) / counts.total,
      documents: counts.documents[term] as number,
      communities: spread,
      range: spread === null || communities === null ? null : spread / communities.total,
      forms: forms[i] as { form: string; count: number }[],
    };
  });
}

function formsOf(
  index: TokenIndex,
  groups: TypeGroups,
  order: readonly number[],
  documents: ArrayLike<number> | undefined,
): { form: string; count: number }[][] {
  const counts = documents === undefined ? index.counts() : index.countTypes(documents);
  const places = new Map(order.map((term, i) => [term, i]));
  const forms: { form: string; count: number }[][] = order.map(() => []);
  for (let type = 0; type < counts.length; type++) {
    const place = places.get(groups.groupOf[type] as number);
    if (place !== undefined && (counts[type] as number) > 0) {
      forms[place]?.push({ form: index.form(type), count: counts[type] as number });
    }
  }
  return forms.map((list) => list.sort((a, b) => b.count - a.count || compareCodePoints(a.form, b.form)));
}

function communitiesOf(
  index: TokenIndex,
  groups: TypeGroups,
  order: readonly number[],
  communityOf: readonly string[],
  documents: ArrayLike<number> | undefined,
): { spread: number[]; total: number } {
  if (communityOf.length !== index.documentCount) {
    throw new RangeError(
      `countWords: needs the community of each of ${index.documentCount} documents, found ${communityOf.length}`,
    );
  }
  const places = new Map(order.map((term, i) => [term, i]));
  const placeOf = Int32Array.from(groups.groupOf, (term) => places.get(term) ?? -1);
  const seen = order.map(() => new Set<string>());
  const all = new Set<string>();
  const size = documents?.length ?? index.documentCount;
  for (let i = 0; i < size; i++) {
    const document = documents === undefined ? i : (documents[i] as number);
    const community = communityOf[document] as string;
    all.add(community);
    for (let at = index.documentStarts[document] as number; at < (index.documentStarts[document + 1] as number); at++) {
      const place = placeOf[index.tokens[at] as number] as number;
      if (place >= 0) {
        seen[place]?.add(community);
      }
    }
  }
  return { spread: seen.map(({ size: spread }) => spread), total: all.size };
}
