import type { CodedSpan, CodeLabel } from "../load/coded-sheet";
import { characterAgreement } from "./character-agreement";

/** Two coders on one code, over the characters of all documents. */
export interface SpanAgreement {
  readonly first: string;
  readonly second: string;
  readonly code: string;
  /** Characters coded by both, by one of them, by neither. */
  readonly both: number;
  readonly one: number;
  readonly neither: number;
  readonly percent: number | null;
  readonly kappa: number | null;
  /** Mean of the kappas of the documents where there is one, each document weighing the same. */
  readonly meanKappa: number | null;
  /** How many documents have a kappa: those of which some characters were coded and some not. */
  readonly documents: number;
}

/**
 * Compare each two coders character by character, a row a code that either of them gave.
 *
 * @param texts   text of every document by its key
 * @param coders  coded passages of each coder
 *
 * @example
 * const texts = new Map([["a", "Ищу работу"]]);
 * const span = (from) => ({ document: "a", code: "work", from, to: 10 });
 * const coders = [{ coder: "A", spans: [span(0)] }, { coder: "B", spans: [span(4)] }];
 * const [row] = compareSpans(texts, coders, [{ id: "work", name: "Work", about: "" }]);
 * [row.both, row.one, row.neither]; // [6, 4, 0]
 */
export function compareSpans(
  texts: ReadonlyMap<string, string>,
  coders: readonly { readonly coder: string; readonly spans: readonly CodedSpan[] }[],
  codes: readonly CodeLabel[],
): SpanAgreement[] {
  return coders.flatMap((first, i) =>
    coders.slice(i + 1).flatMap((second) =>
      codes.flatMap(({ id }): SpanAgreement[] => {
        const { documents, together } = characterAgreement(texts, first.spans, second.spans, id);
        if (together.both + together.first + together.second === 0) return [];
        const kappas = documents.flatMap(({ kappa }) => (kappa.value === null ? [] : [kappa.value]));
        return [
          {
            first: first.coder,
            second: second.coder,
            code: id,
            both: together.both,
            one: together.first + together.second,
            neither: together.neither,
            percent: together.percent,
            kappa: together.kappa.value,
            meanKappa:
              kappas.length === 0 ? null : kappas.reduce((sum, kappa) => sum + kappa, 0) / kappas.length,
            documents: kappas.length,
          },
        ];
      }),
    ),
  );
}
