/**
 * Count how often two coders of one document agree, over all pairs of coders and all documents.
 *
 * @param coders  one list a coder, of the same documents in the same order; null where a code is missing
 * @returns of 100; null where no document was coded twice
 *
 * @example
 * percentAgreement([["x", "y", "x"], ["x", "x", null]]); // 50
 */
export function percentAgreement<Value>(coders: readonly (readonly (Value | null)[])[]): number | null {
  let agree = 0;
  let pairs = 0;
  for (const [i, list] of coders.entries()) {
    for (const other of coders.slice(i + 1)) {
      for (const [place, value] of list.entries()) {
        const second = other[place] ?? null;
        if (value === null || second === null) continue;
        pairs += 1;
        if (value === second) agree += 1;
      }
    }
  }
  return pairs === 0 ? null : (100 * agree) / pairs;
}
