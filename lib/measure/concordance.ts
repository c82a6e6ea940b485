import type { TokenIndex } from "../corpus/token-index";
import { tokenise } from "../text/tokenise";
import { exactForms } from "../corpus/group-types";
import { parseQuery } from "./parse-query";
import type { Query } from "./parse-query";
import { TermLookup } from "../corpus/term-lookup";
import type { Expansion } from "../corpus/term-lookup";

/** One hit of a search with the tokens around it. */
export interface ConcordanceLine {
  readonly document: number;
  /** Number of the hit's first token in its document, from 0. */
  readonly from: number;
  /** One past its last token. */
  readonly to: number;
  /** Up to `window` tokens before the hit, as lower-case forms. */
  readonly left: readonly string[];
  readonly hit: readonly string[];
  readonly right: readonly string[];
}

/** What a search found. */
export interface Concordance {
  /** Hits in the order of the corpus, at most `limit`. */
  readonly lines: readonly ConcordanceLine[];
  /** All hits, shown or not. */
  readonly hits: number;
  /** Documents with a hit. */
  readonly documents: number;
  /** Every word and pattern of the query with the terms that it stood for. */
  readonly expansions: readonly Expansion[];
}

/** Places where a part of a query holds: spans of tokens in order, and the documents. */
interface Found {
  readonly starts: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
  /** Document of each span. */
  readonly documents: ArrayLike<number>;
}

/**
 * Look up words in context (KWIC).
 *
 * AND and NOT decide by the document; its hits are then those of the words that are wanted. A hit of NEAR
 * runs from the one word to the other. Overlapping hits of one place are shown each.
 *
 * @param query           see {@link parseQuery}
 * @param options.lookup  terms to search in, such as folded ones; make it once for many searches; default exact forms
 * @param options.window  tokens shown on each side; default 5
 * @param options.limit   lines wanted; default 1000
 * @returns lines, counts, and what each pattern stood for; no line where nothing is found
 * @throws QueryError if the query cannot be read
 * @throws RangeError if `window` is not a whole number from 0 up
 */
export function concordance(
  index: TokenIndex,
  query: string,
  options: { lookup?: TermLookup; window?: number; limit?: number } = {},
): Concordance {
  const { lookup = new TermLookup(index, exactForms(index)), window = 5, limit = 1000 } = options;
  if (!Number.isInteger(window) || window < 0) {
    throw new RangeError(`concordance: window must be a whole number from 0 up, found ${window}`);
  }
  const parsed = parseQuery(query);
  const { starts, ends, documents } = find(lookup, parsed);
  const lines: ConcordanceLine[] = [];
  for (let i = 0; i < Math.min(starts.length, limit); i++) {
    const document = documents[i] as number;
    const first = index.documentStarts[document] as number;
    const last = index.documentStarts[document + 1] as number;
    const [start, end] = [starts[i] as number, ends[i] as number];
    lines.push({
      document,
      from: start - first,
      to: end - first,
      left: forms(index, Math.max(first, start - window), start),
      hit: forms(index, start, end),
      right: forms(index, end, Math.min(last, end + window)),
    });
  }
  let distinct = 0;
  for (let i = 0; i < documents.length; i++) {
    distinct += i === 0 || documents[i] !== documents[i - 1] ? 1 : 0;
  }
  const expansions = [...new Set(wordsOf(parsed))].map((word) => lookup.expand(word));
  return { lines, hits: starts.length, documents: distinct, expansions };
}

/**
 * Show a line as it was written, with case and punctuation.
 *
 * @param text    text of the line's document
 * @param window  tokens on each side
 * @returns the text before the hit, the hit, and the text after it
 */
export function quoteLine(
  text: string,
  line: ConcordanceLine,
  window = 5,
): { left: string; hit: string; right: string } {
  const tokens = tokenise(text);
  const start = tokens[line.from]?.start ?? text.length;
  const end = tokens[line.to - 1]?.end ?? text.length;
  return {
    left: text.slice(tokens[Math.max(0, line.from - window)]?.start ?? 0, start),
    hit: text.slice(start, end),
    right: text.slice(end, tokens[Math.min(tokens.length, line.to + window) - 1]?.end ?? text.length),
  };
}

function forms(index: TokenIndex, from: number, to: number): string[] {
  const list: string[] = [];
  for (let at = from; at < to; at++) {
    list.push(index.form(index.tokens[at] as number));
  }
  return list;
}

function wordsOf(query: Query): string[] {
  switch (query.kind) {
    case "phrase":
      return [...query.words];
    case "not":
      return wordsOf(query.part);
    case "near":
      return [...wordsOf(query.left), ...wordsOf(query.right)];
    default:
      return query.parts.flatMap(wordsOf);
  }
}

function find(lookup: TermLookup, query: Query): Found {
  switch (query.kind) {
    case "phrase": {
      const starts = lookup.phrase(query.words);
      return {
        starts,
        ends: starts.map((start) => start + query.words.length),
        documents: lookup.index.documentsAt(starts),
      };
    }
    case "or":
      return union(query.parts.map((part) => find(lookup, part)));
    case "near":
      return near(find(lookup, query.left), find(lookup, query.right), query.within);
    case "and": {
      const wanted = query.parts.filter(({ kind }) => kind !== "not").map((part) => find(lookup, part));
      const unwanted = query.parts.flatMap((part) => (part.kind === "not" ? [find(lookup, part.part)] : []));
      const sets = wanted.map(({ documents }) => new Set(Array.from(documents)));
      const barred = new Set(unwanted.flatMap(({ documents }) => Array.from(documents)));
      return keep(union(wanted), (document) => !barred.has(document) && sets.every((set) => set.has(document)));
    }
    default:
      throw new TypeError("concordance: NOT is read as a part of AND only");
  }
}

/** Spans of all lists in the order of the corpus, equal ones once. */
function union(lists: readonly Found[]): Found {
  if (lists.length === 1) {
    return lists[0] as Found;
  }
  const spans = lists.flatMap(({ starts, ends, documents }) =>
    Array.from(starts, (start, i): [number, number, number] => [start, ends[i] as number, documents[i] as number]),
  );
  return fromSpans(spans);
}

function fromSpans(spans: [start: number, end: number, document: number][]): Found {
  spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const once = spans.filter(([start, end], i) => i === 0 || spans[i - 1]?.[0] !== start || spans[i - 1]?.[1] !== end);
  return {
    starts: once.map(([start]) => start),
    ends: once.map(([, end]) => end),
    documents: once.map(([, , document]) => document),
  };
}

function keep({ starts, ends, documents }: Found, isKept: (document: number) => boolean): Found {
  const spans: [number, number, number][] = [];
  for (let i = 0; i < starts.length; i++) {
    if (isKept(documents[i] as number)) {
      spans.push([starts[i] as number, ends[i] as number, documents[i] as number]);
    }
  }
  return fromSpans(spans);
}

/** Every pair of a span of the one list and one of the other, in one document, that are at most `within` apart. */
function near(left: Found, right: Found, within: number): Found {
  const spans: [number, number, number][] = [];
  let first = 0;
  for (let i = 0; i < left.starts.length; i++) {
    const [start, end, document] = [left.starts[i] as number, left.ends[i] as number, left.documents[i] as number];
    while (first < right.starts.length && (right.documents[first] as number) < document) {
      first++;
    }
    for (let j = first; j < right.starts.length && right.documents[j] === document; j++) {
      const [otherStart, otherEnd] = [right.starts[j] as number, right.ends[j] as number];
      // From the last token of the earlier span to the first of the later one; overlapping spans are no pair.
      const gap =
        otherStart >= end
          ? otherStart - end + 1
          : start >= otherEnd
            ? start - otherEnd + 1
            : Number.POSITIVE_INFINITY;
      if (gap <= within) {
        spans.push([Math.min(start, otherStart), Math.max(end, otherEnd), document]);
      }
    }
  }
  return fromSpans(spans);
}
