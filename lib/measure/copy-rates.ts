import { dayOf } from "../corpus/calendar-day";
import type { TokenIndex } from "../corpus/token-index";
import type { Study } from "../corpus/study";
import type { Post } from "../load/post";

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

/** Words from which the same again is a copy and no coincidence. */
const LEAST_WORDS = 5;
const QUIET = "quiet days";

/**
 * Count copies: reposts, adverts put up again, slogans pasted under many posts.
 *
 * Two texts are copies of each other if their words are the same in the same order; numbers, signs and emoji
 * are passed over, since they are what a paster changes. Whether a person or a program pasted cannot be told from it.
 *
 * @param posts  in order of time
 * @returns a row a period and kind: quiet days first, then the crises of the study
 */
export function copyRates(
  corpus: { readonly posts: readonly Post[]; readonly index: TokenIndex },
  study: Study,
): CopyRate[] {
  const { posts, index } = corpus;
  const isWord = Uint8Array.from(index.types.kinds, (_, type) => Number(index.kind(type) === "word"));
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
  const seen = new Set<string>();
  posts.forEach((post, i) => {
    const words = index.document(i).filter((type) => isWord[type] === 1);
    if (words.length < LEAST_WORDS) return;
    const key = `${post.platform} ${words.join(" ")}`;
    const isCopy = post.repost || seen.has(key);
    seen.add(key);
    const day = dayOf(post.createdAt);
    const crisis = stretches.find(({ from, until }) => from <= day && day <= until)?.name;
    const period = crisis ?? (study.isQuiet(day) ? QUIET : null);
    const row = rows.find((one) => one.period === period && one.kind === post.kind);
    if (row === undefined) return;
    row.texts++;
    if (!isCopy) return;
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
