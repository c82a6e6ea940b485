import type { TokenIndex } from "../corpus/token-index";
import type { TypeGroups } from "../corpus/group-types";

/** Occurrences of chosen terms in each part of a corpus. */
export interface PartCounts {
  /** Names of the parts, in the order of their first document. */
  readonly parts: readonly string[];
  /** Counted tokens of each part. */
  readonly sizes: Float64Array;
  /** For each chosen term, its count in each part. */
  readonly counts: readonly Float64Array[];
}

/**
 * Count terms by community, platform, month or any other division of the documents.
 *
 * @param terms   names of the terms, as in `groups.labels`; one that does not occur has counts of 0
 * @param partOf  part of every document of the index; null leaves the document out
 * @throws RangeError if `partOf` is not as long as the index
 */
export function countByPart(
  index: TokenIndex,
  groups: TypeGroups,
  terms: readonly string[],
  partOf: readonly (string | null)[],
): PartCounts {
  if (partOf.length !== index.documentCount) {
    throw new RangeError(
      `countByPart: needs the part of each of ${index.documentCount} documents, found ${partOf.length}`,
    );
  }
  const parts = [...new Set(partOf.filter((part): part is string => part !== null))];
  const numbers = new Map(parts.map((part, i) => [part, i]));
  const places = new Map(terms.map((term, i) => [term, i]));
  const placeOf = Int32Array.from(groups.groupOf, (term) =>
    term < 0 ? -2 : (places.get(groups.labels[term] as string) ?? -1),
  );
  const sizes = new Float64Array(parts.length);
  const counts = terms.map(() => new Float64Array(parts.length));
  for (let document = 0; document < index.documentCount; document++) {
    const part = numbers.get(partOf[document] ?? "");
    if (partOf[document] === null || part === undefined) {
      continue;
    }
    for (let at = index.documentStarts[document] as number; at < (index.documentStarts[document + 1] as number); at++) {
      const place = placeOf[index.tokens[at] as number] as number;
      if (place > -2) {
        sizes[part] = (sizes[part] as number) + 1;
      }
      if (place >= 0) {
        const row = counts[place] as Float64Array;
        row[part] = (row[part] as number) + 1;
      }
    }
  }
  return { parts, sizes, counts };
}
