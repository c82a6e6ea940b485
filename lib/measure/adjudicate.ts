import type { CodedSheet } from "../load/coded-sheet";
import type { AdjudicatedRow } from "../load/read-coding-sheet";

/** What people agreed and decided on, and what they have not. */
export interface Adjudication {
  readonly rows: readonly AdjudicatedRow[];
  /** Documents on which coders differ and nobody decided. */
  readonly open: readonly string[];
  /** Documents that one coder alone, or none, coded: there was nothing to agree on. */
  readonly single: readonly string[];
}

/**
 * Make one set of codes of several coders' sheets and the decisions on their disagreements.
 *
 * A decision holds whatever the sheets say. Without one, two coders or more who gave the same codes agree.
 *
 * @param sheets     one a coder
 * @param decisions  codes by document, for those that were talked over
 *
 * @example
 * const a = { coder: "A", codings: new Map([["1", ["work"]], ["2", ["work"]], ["3", null]]) };
 * const b = { coder: "B", codings: new Map([["1", ["work"]], ["2", ["housing"]], ["3", ["work"]]]) };
 * adjudicate([a, b], new Map([["2", ["housing"]]])).rows.map(({ how }) => how); // ["agreed", "decided"]
 * adjudicate([a, b], new Map()).open; // ["2"]
 */
export function adjudicate(
  sheets: readonly CodedSheet[],
  decisions: ReadonlyMap<string, readonly string[]>,
): Adjudication {
  const documents = [
    ...new Set([...sheets.flatMap(({ codings }) => [...codings.keys()]), ...decisions.keys()]),
  ];
  const rows: AdjudicatedRow[] = [];
  const open: string[] = [];
  const single: string[] = [];
  for (const post of documents) {
    const decision = decisions.get(post);
    const coded = sheets.flatMap(({ codings }) => {
      const codes = codings.get(post);
      return codes === undefined || codes === null ? [] : [codes];
    });
    const [first] = coded;
    if (decision !== undefined) rows.push({ post, codes: decision, how: "decided" });
    else if (first === undefined || coded.length < 2) single.push(post);
    else if (coded.every((codes) => keyOf(codes) === keyOf(first))) {
      rows.push({ post, codes: first, how: "agreed" });
    } else open.push(post);
  }
  return { rows, open, single };
}

function keyOf(codes: readonly string[]): string {
  return [...codes].sort().join(" ");
}
