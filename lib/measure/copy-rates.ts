import { dayOf } from "../corpus/calendar-day";
import type { TokenIndex } from "../corpus/token-index";
import type { Study } from "../corpus/study";
import type { Post } from "../load/post";
import { findCopies } from "./find-copies";

/** How many texts of a period are copies. */
export interface CopyRate {
  /** Name of the crisis, or "quiet days". */
  readonly period: string;
  readonly kind: Post["kind"];
  /** Posts or comments with five words or more. */
  readonly texts: number;
  /** Of them reposts, or the same words as an earlier text of the platform. */
  readonly copies: number;
  /** copies / texts; null where there is none. */
  readonly share: number | null;
  /** Largest number of copies of one text. */
  readonly most: number;
}

const QUIET = "quiet days";

/**
 * Count the copies that `findCopies` finds among texts of five words or more.
 *
 * @param posts  in order of time
 * @returns a row a period and kind: quiet days first, then the crises of the study
 */
export function copyRates(
  corpus: { readonly posts: readonly Post[]; readonly index: TokenIndex },
  study: Study,
): CopyRate[] {
  const { isCopy, words } = findCopies(corpus);
  const stretches = study.crises.map((crisis) => ({ name: crisis.name, ...study.stretchOf(crisis) }));
  const periods = [QUIET, ...stretches.map(({ name }) => name)];
  const rows = periods.flatMap((period) =>
    (["post", "comment"] as const).map((kind) => ({
      period,
      kind,
      texts: 0,
      copies: 0,
      counts: new Map<string, number>(),
    })),
  );
  corpus.posts.forEach((post, i) => {
    const key = words[i] ?? null;
    if (key === null) return;
    const day = dayOf(post.createdAt);
    const crisis = stretches.find(({ from, until }) => from <= day && day <= until)?.name;
    const period = crisis ?? (study.isQuiet(day) ? QUIET : null);
    const row = rows.find((one) => one.period === period && one.kind === post.kind);
    if (row === undefined) return;
    row.texts++;
    if (isCopy[i] !== 1) return;
    row.copies++;
    row.counts.set(key, (row.counts.get(key) ?? 0) + 1);
  });
  return rows.map(({ period, kind, texts, copies, counts }) => ({
    period,
    kind,
    texts,
    copies,
    share: texts === 0 ? null : copies / texts,
    most: [...counts.values()].reduce((most, count) => Math.max(most, count), 0),
  }));
}
