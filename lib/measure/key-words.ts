import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

import type { TokenIndex } from "../corpus/token-index";
import { compareCodePoints } from "../text/compare-code-points";
import { countTerms } from "./count-terms";
import { exactForms } from "../corpus/group-types";
import type { TypeGroups } from "../corpus/group-types";
import { keyness } from "./keyness";
import type { Keyness } from "./keyness";

/** One term of a keyness table, with the raw counts behind it. */
export interface KeyWord extends Keyness {
  readonly term: string;
  readonly count: number;
  readonly referenceCount: number;
  /** Documents that hold the term, and the keyness of that: a word that one post repeats is key by tokens only. */
  readonly documents: number;
  readonly referenceDocuments: number;
  readonly byDocuments: Keyness;
  /** Share of permutations of whole posts with a G² at least as large; null where none were asked for. */
  readonly permutationP: number | null;
}

/**
 * List the terms whose frequency differs most between two sets of documents.
 *
 * @param target     numbers of the documents of the target
 * @param reference  numbers of the documents to compare with, none of them in the target
 * @param options.groups        terms (`groupTypes`); default exact forms
 * @param options.minCount      least count in both sets together; default 5
 * @param options.top           rows wanted; default 50
 * @param options.permutations  how often to deal the posts out anew for `permutationP`; default 0
 * @param options.seed          seed of the permutations; default 1
 * @returns rows by falling G², ties by code point
 * @throws RangeError if a set holds no counted token, or a document is in both
 */
export function keyWords(
  index: TokenIndex,
  target: ArrayLike<number>,
  reference: ArrayLike<number>,
  options: { groups?: TypeGroups; minCount?: number; top?: number; permutations?: number; seed?: number } = {},
): KeyWord[] {
  const { groups = exactForms(index), minCount = 5, top = 50, permutations = 0, seed = 1 } = options;
  const inTarget = new Set(Array.from(target));
  const shared = Array.from(reference).find((document) => inTarget.has(document));
  if (shared !== undefined) {
    throw new RangeError(`keyWords: needs two sets without a common document, found document ${shared} in both`);
  }
  const a = countTerms(index, groups, target);
  const b = countTerms(index, groups, reference);
  if (a.total === 0 || b.total === 0) {
    throw new RangeError(`keyWords: needs tokens in target and reference, found ${a.total} and ${b.total}`);
  }
  const rows: (KeyWord & { number: number })[] = [];
  for (let number = 0; number < groups.labels.length; number++) {
    const [count, referenceCount] = [a.tokens[number] as number, b.tokens[number] as number];
    if (count + referenceCount >= minCount) {
      const [documents, referenceDocuments] = [a.documents[number] as number, b.documents[number] as number];
      rows.push({
        number,
        term: groups.labels[number] as string,
        count,
        referenceCount,
        ...keyness(count, a.total, referenceCount, b.total),
        documents,
        referenceDocuments,
        byDocuments: keyness(documents, a.documentTotal, referenceDocuments, b.documentTotal),
        permutationP: null,
      });
    }
  }
  rows.sort((x, y) => y.g2 - x.g2 || compareCodePoints(x.term, y.term));
  const shown = rows.slice(0, top);
  const ps = permutations > 0 ? permute(index, groups, shown, target, reference, permutations, seed) : null;
  return shown.map(({ number: _, ...row }, i) => ({ ...row, permutationP: ps === null ? null : (ps[i] as number) }));
}

/**
 * Deal the documents out anew, target and reference keeping their numbers of documents, and count how often
 * G² gets as large.
 */
function permute(
  index: TokenIndex,
  groups: TypeGroups,
  rows: readonly { number: number; g2: number }[],
  target: ArrayLike<number>,
  reference: ArrayLike<number>,
  permutations: number,
  seed: number,
): number[] {
  const documents = [...Array.from(target), ...Array.from(reference)];
  const places = new Map(rows.map(({ number }, i) => [number, i]));
  const placeOf = Int32Array.from(groups.groupOf, (term) => (term < 0 ? -2 : (places.get(term) ?? -1)));
  // For each row the documents that hold it, with counts; most rows stand in few documents.
  const holders: { at: number[]; counts: number[] }[] = rows.map(() => ({ at: [], counts: [] }));
  const lengths = documents.map((document, i) => {
    let length = 0;
    for (const type of index.document(document)) {
      const place = placeOf[type] as number;
      length += place > -2 ? 1 : 0;
      const holder = holders[place];
      if (holder !== undefined) {
        if (holder.at.at(-1) === i) {
          holder.counts[holder.counts.length - 1] = (holder.counts.at(-1) as number) + 1;
        } else {
          holder.at.push(i);
          holder.counts.push(1);
        }
      }
    }
    return length;
  });
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const totals = holders.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  const isTarget = Uint8Array.from(documents, (_, i) => Number(i < target.length));
  const random = xoroshiro128plus(seed);
  const atLeast = rows.map(() => 1);
  for (let round = 0; round < permutations; round++) {
    for (let i = isTarget.length - 1; i > 0; i--) {
      const j = uniformInt(random, 0, i);
      const kept = isTarget[i] as number;
      isTarget[i] = isTarget[j] as number;
      isTarget[j] = kept;
    }
    let total = 0;
    for (let i = 0; i < lengths.length; i++) {
      total += isTarget[i] === 1 ? (lengths[i] as number) : 0;
    }
    holders.forEach(({ at, counts }, row) => {
      let count = 0;
      for (let i = 0; i < at.length; i++) {
        count += isTarget[at[i] as number] === 1 ? (counts[i] as number) : 0;
      }
      // Where all tokens fell to one side, frequencies cannot differ.
      const isOneSided = total === 0 || total === all;
      const g2 = isOneSided ? 0 : keyness(count, total, (totals[row] as number) - count, all - total).g2;
      if (g2 >= (rows[row] as { g2: number }).g2 - 1e-9) {
        atLeast[row] = (atLeast[row] as number) + 1;
      }
    });
  }
  return atLeast.map((count) => count / (permutations + 1));
}
