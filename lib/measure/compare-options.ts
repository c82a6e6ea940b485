import type { MultiverseClaim } from "./claim-multiverses";
import type { Multiverse } from "./multiverse";

/** How a claim fares under two options of one decision, all others varied. */
export interface ComparedOptions {
  readonly id: MultiverseClaim;
  /** Shares of the computed specifications in which the claim holds; null where none could be computed. */
  readonly first: number | null;
  readonly second: number | null;
  /** second - first; null where one of them is. */
  readonly difference: number | null;
}

/**
 * Compare two options of one decision over all claims that have it.
 *
 * @param choice  such as "copies"
 * @param first   one of its options, such as "kept"
 * @param second  another
 * @returns a row a claim, in the order of the paper
 */
export function compareOptions(
  multiverses: Readonly<Record<MultiverseClaim, Multiverse>>,
  choice: string,
  first: string,
  second: string,
): ComparedOptions[] {
  return (Object.keys(multiverses) as MultiverseClaim[]).sort(byPaper).flatMap((id) => {
    const shareOf = (option: string) =>
      multiverses[id].options.find((row) => row.choice === choice && row.option === option);
    const [one, other] = [shareOf(first), shareOf(second)];
    if (one === undefined || other === undefined) return [];
    const difference = one.share === null || other.share === null ? null : other.share - one.share;
    return [{ id, first: one.share, second: other.share, difference }];
  });
}

const LETTERS = "SFECOBX";

function byPaper(a: string, b: string): number {
  return LETTERS.indexOf(a.charAt(0)) - LETTERS.indexOf(b.charAt(0)) || Number(a.slice(1)) - Number(b.slice(1));
}
