/** The place at which something was listed, beside the ranks that its value allows. */
export interface RankComparison {
  readonly name: string;
  readonly value: number;
  /** Place in the list, from 1. */
  readonly place: number;
  /** Best rank of its value, from 1, with largest first. */
  readonly firstRank: number;
  /** Worst rank of its value: the same as `firstRank` where no other has it. */
  readonly lastRank: number;
  /** Whether the place is one that its value allows. */
  readonly agrees: boolean;
}

/**
 * Compare an order in which things are listed with the order of their values, largest first.
 *
 * Equal values share a range of ranks, and any order among them agrees.
 *
 * @param listed  in the order to be checked
 * @returns a row each, in that order
 * @throws RangeError if a value is NaN, which has no rank
 *
 * @example
 * const tied = [{ name: "a", value: 11 }, { name: "b", value: 10 }, { name: "c", value: 10 }];
 * rankComparison(tied).map((row) => row.agrees); // [true, true, true]
 * rankComparison([{ name: "a", value: 1 }, { name: "b", value: 2 }]).map((row) => row.firstRank); // [2, 1]
 */
export function rankComparison(listed: readonly { readonly name: string; readonly value: number }[]): RankComparison[] {
  listed.forEach(({ name, value }, i) => {
    if (!Number.isNaN(value)) return;
    throw new RangeError(
      `rankComparison: value of "${name}" in row ${i + 1} must be a number, found NaN; find where it was computed`,
    );
  });
  return listed.map(({ name, value }, i) => {
    const firstRank = 1 + listed.filter((other) => other.value > value).length;
    const lastRank = listed.filter((other) => other.value >= value).length;
    const place = i + 1;
    return { name, value, place, firstRank, lastRank, agrees: firstRank <= place && place <= lastRank };
  });
}
