import type { Coding } from "../classify/coding";

/** What documents of each true code were coded as. */
export interface Confusion {
  /** Codes of rows and columns, in the codebook's order; the last stands for no code. */
  readonly codes: readonly string[];
  /** Documents: `counts[true][given]`. */
  readonly counts: readonly (readonly number[])[];
}

/** Name of the row and column of documents without a code. */
const NO_CODE = "none";

/**
 * Count what was taken for what.
 *
 * Every document weighs one. One with several codes is shared among all pairs of a true and a given code:
 * first codes that are both true and given are matched with themselves, then what is left on both sides is
 * spread evenly.
 *
 * @param truth      codes that a document has in truth
 * @param documents  numbers of the documents to compare
 */
export function confusion(
  coding: Coding,
  truth: (document: number) => readonly string[],
  documents: readonly number[],
): Confusion {
  const codes = [...coding.codes, NO_CODE];
  const counts = codes.map(() => codes.map(() => 0));
  const none = codes.length - 1;
  const placeOf = (code: string): number => {
    const place = coding.codes.indexOf(code);
    return place < 0 ? none : place;
  };
  for (const document of documents) {
    const given = coding.of(document).map(placeOf);
    const had = [...new Set(truth(document).map(placeOf))];
    const right = had.filter((code) => given.includes(code));
    const missed = had.filter((code) => !right.includes(code));
    const wrong = given.filter((code) => !right.includes(code));
    const pairs = right.map((code): [number, number] => [code, code]);
    // A missed code beside right ones was given to nobody, and a wrong one beside right ones belongs to
    // none missed.
    const rows = missed.length > 0 ? missed : wrong.length > 0 && right.length > 0 ? right : [none];
    const columns = wrong.length > 0 ? wrong : missed.length > 0 && right.length > 0 ? right : [none];
    if (missed.length > 0 || wrong.length > 0 || right.length === 0) {
      for (const row of rows) for (const column of columns) pairs.push([row, column]);
    }
    for (const [row, column] of pairs) {
      const line = counts[row] as number[];
      line[column] = (line[column] as number) + 1 / pairs.length;
    }
  }
  return { codes, counts };
}
