import { redraw, type RedrawOptions } from "./redraw";

/** How many posts of one kind there are for each of another. */
export interface ShareRatio {
  readonly rare: number;
  readonly common: number;
  /** rare / common; null where there is no common one. */
  readonly ratio: number | null;
  /** 95% interval over redrawn communities; null with fewer than two. */
  readonly low: number | null;
  readonly high: number | null;
  readonly communities: number;
}

/**
 * Ratio of the numbers of two kinds of posts, which may overlap, with an interval over communities.
 *
 * @param documents  numbers of the posts to look at
 * @example
 * shareRatio([0, 1, 2], (post) => post === 0, (post) => post > 0, [0, 0, 1]).ratio; // 0.5
 */
export function shareRatio(
  documents: readonly number[],
  isRare: (document: number) => boolean,
  isCommon: (document: number) => boolean,
  communityOf: ArrayLike<number>,
  options: RedrawOptions = { seed: 1 },
): ShareRatio {
  const parts = new Map<number, Part>();
  for (const document of documents) {
    const community = communityOf[document] as number;
    const part = parts.get(community) ?? { rare: 0, common: 0 };
    parts.set(community, part);
    part.rare += Number(isRare(document));
    part.common += Number(isCommon(document));
  }
  const list = [...parts.entries()].sort(([a], [b]) => a - b).map(([, part]) => part);
  const sum = (drawn: readonly Part[], of: "rare" | "common"): number =>
    drawn.reduce((all, part) => all + part[of], 0);
  const ratioOf = (drawn: readonly Part[]): number | null => {
    return sum(drawn, "common") === 0 ? null : sum(drawn, "rare") / sum(drawn, "common");
  };
  const interval = redraw(list, ratioOf, options);
  return {
    rare: sum(list, "rare"),
    common: sum(list, "common"),
    ratio: ratioOf(list),
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    communities: list.length,
  };
}

interface Part {
  rare: number;
  common: number;
}
