import type { Stance } from "../classify/stance";
import type { Post } from "../load/post";
import { polarisation } from "./polarisation";
import { redraw } from "./redraw";

/** Stances in the order of the rows. */
const STANCES: readonly Stance[] = ["support", "doubt", "neither"];

/** What some posts say of a figure. */
export interface StanceShares {
  readonly posts: number;
  readonly communities: number;
  readonly authors: number;
  /** A row a stance: posts, share, and its 95% interval over redrawn communities; null with one community. */
  readonly rows: readonly {
    readonly stance: Stance;
    readonly posts: number;
    readonly share: number;
    readonly low: number | null;
    readonly high: number | null;
  }[];
  /** See {@link polarisation}; null without posts. */
  readonly polarisation: number | null;
  /** Communities in which both support and doubt were voiced. */
  readonly divided: number;
}

/**
 * Count stances, each with an interval over redrawn communities.
 *
 * @param documents  posts and comments that name the figure
 * @param stanceOf   stance of each; a post that takes both sides is neither
 */
export function stanceShares(
  posts: readonly Post[],
  documents: readonly number[],
  stanceOf: (document: number) => Stance,
  { seed }: { readonly seed: number },
): StanceShares {
  const parts = new Map<string, Record<Stance, number>>();
  const all: Record<Stance, number> = { support: 0, doubt: 0, neither: 0 };
  for (const document of documents) {
    const { platform, community } = posts[document] as Post;
    const key = `${platform} ${community}`;
    const part = parts.get(key) ?? { support: 0, doubt: 0, neither: 0 };
    part[stanceOf(document)]++;
    all[stanceOf(document)]++;
    parts.set(key, part);
  }
  const counts = [...parts.values()];
  const shareOf =
    (stance: Stance) =>
    (drawn: readonly Record<Stance, number>[]): number | null => {
      const of = drawn.reduce((sum, part) => sum + part.support + part.doubt + part.neither, 0);
      return of === 0 ? null : drawn.reduce((sum, part) => sum + part[stance], 0) / of;
    };
  return {
    posts: documents.length,
    communities: counts.length,
    authors: new Set(documents.flatMap((document) => posts[document]?.author ?? [])).size,
    rows: STANCES.map((stance) => {
      const interval = redraw(counts, shareOf(stance), { seed });
      return {
        stance,
        posts: all[stance],
        share: shareOf(stance)(counts) ?? 0,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      };
    }),
    polarisation: polarisation(all),
    divided: counts.filter(({ support, doubt }) => support > 0 && doubt > 0).length,
  };
}
