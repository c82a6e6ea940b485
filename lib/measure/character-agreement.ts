import type { CodedSpan } from "../load/coded-sheet";
import { type Coefficient, noCoefficient } from "./coefficient";
import { type YesNoCounts, yesNoKappa } from "./yes-no-kappa";

/**
 * How far two coders coded the same characters of a text, or of several; counts are of Unicode code points.
 */
export interface CharacterAgreement extends YesNoCounts {
  /** Characters on which they agree, of 100; null where there is none. */
  readonly percent: number | null;
  /** Without an interval: neighbouring characters are coded together and are no sample. */
  readonly kappa: Coefficient;
}

/**
 * Compare two coders character by character, as NVivo's coding comparison does.
 *
 * A character is coded or not; kappa is Cohen's over these two. Long texts that neither coded push the
 * percentage up, so that kappa may be low where the percentage is high. Where neither coded a character, or
 * both coded all, kappa is 0 divided by 0 and this is stated; NVivo calls full agreement 1 there too.
 *
 * @param texts   text of every document compared, by key; spans in other documents are not looked at
 * @param first   spans of one coder
 * @param second  spans of the other
 * @param code    the one code compared
 * @returns a row a document in the order of `texts`, and all characters together
 * @throws RangeError for a span that is empty or not within its document
 * @see NVivo 12 help, "Coding comparison query".
 *
 * @example
 * const texts = new Map([["a", "Ищу работу"]]);
 * const spans = (from: number) => [{ document: "a", code: "work", from, to: 10 }];
 * characterAgreement(texts, spans(0), spans(4), "work").together.percent; // 60
 */
export function characterAgreement(
  texts: ReadonlyMap<string, string>,
  first: readonly CodedSpan[],
  second: readonly CodedSpan[],
  code: string,
): { documents: (CharacterAgreement & { readonly document: string })[]; together: CharacterAgreement } {
  const [ofFirst, ofSecond] = [byDocument(first, code), byDocument(second, code)];
  const documents = [...texts].map(([document, text]) => {
    const a = markCoded(text, ofFirst.get(document) ?? []);
    const b = markCoded(text, ofSecond.get(document) ?? []);
    return { document, ...compareMarks(text, a, b) };
  });
  const sum = (read: (row: CharacterAgreement) => number) =>
    documents.reduce((total, row) => total + read(row), 0);
  const together = agreementOf(
    sum(({ both }) => both),
    sum((row) => row.first),
    sum((row) => row.second),
    sum(({ neither }) => neither),
  );
  return { documents, together };
}

function byDocument(spans: readonly CodedSpan[], code: string): Map<string, CodedSpan[]> {
  const lists = new Map<string, CodedSpan[]>();
  for (const span of spans) {
    if (span.code !== code) continue;
    const list = lists.get(span.document);
    if (list === undefined) lists.set(span.document, [span]);
    else list.push(span);
  }
  return lists;
}

/** One byte a code unit: 1 where a span covers it. */
function markCoded(text: string, spans: readonly CodedSpan[]): Uint8Array {
  const marks = new Uint8Array(text.length);
  for (const { document, from, to } of spans) {
    if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= text.length)) {
      throw new RangeError(
        `characterAgreement: a span of ${document} must lie from 0 to ${text.length} and hold a character, ` +
          `found ${from} to ${to}; was the text edited after it was coded?`,
      );
    }
    marks.fill(1, from, to);
  }
  return marks;
}

function compareMarks(text: string, a: Uint8Array, b: Uint8Array): CharacterAgreement {
  const counts = [0, 0, 0, 0];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const isCoded = (marks: Uint8Array) => marks.subarray(at, end).includes(1);
    counts[(isCoded(a) ? 2 : 0) + (isCoded(b) ? 1 : 0)]! += 1;
    at = end;
  }
  const [neither, second, first, both] = counts as [number, number, number, number];
  return agreementOf(both, first, second, neither);
}

function agreementOf(both: number, first: number, second: number, neither: number): CharacterAgreement {
  const n = both + first + second + neither;
  const counts = { both, first, second, neither };
  if (n === 0) return { ...counts, percent: null, kappa: noCoefficient("no character to compare") };
  return { ...counts, percent: (100 * (both + neither)) / n, kappa: kappaOf(counts) };
}

function kappaOf(counts: YesNoCounts): Coefficient {
  const value = yesNoKappa(counts);
  if (value !== null)
    return { value, low: null, high: null, reason: "characters are no sample: no interval" };
  const word = counts.both > 0 ? "coded" : "not coded";
  return noCoefficient(`both used one category alone, ${word}: chance explains all agreement`);
}
