import type { Coding } from "../classify/coding";

/** One thing taken for another. */
export interface CommonConfusion {
  /** What the post has in truth, and what it was given instead; names joined where it has several. */
  readonly truth: string;
  readonly given: string;
  readonly posts: number;
  /** A post for which it happened: the shortest text that says enough. */
  readonly example: string;
}

/** A shorter text seldom shows why. */
const ENOUGH = 40;

/**
 * Find what a classifier most often takes for something else, with an example of each.
 *
 * @param truth      ids of the codes that a post has in truth
 * @param documents  numbers of the posts to look at
 * @param texts      of all posts
 * @param options.top  how many; default 10
 * @returns the commonest first, ties by name in code-unit order
 */
export function commonConfusions(
  coding: Coding,
  truth: (post: number) => readonly string[],
  documents: readonly number[],
  texts: readonly { readonly text: string }[],
  { top = 10 }: { readonly top?: number } = {},
): CommonConfusion[] {
  const namesOf = (codes: readonly string[]): string => {
    const names = coding.codes.flatMap((code, i) =>
      codes.includes(code) ? [coding.names[i] as string] : [],
    );
    return names.length === 0 ? "none" : names.join(", ");
  };
  const found = new Map<string, { truth: string; given: string; posts: number[] }>();
  for (const post of documents) {
    const pair = { truth: namesOf(truth(post)), given: namesOf(coding.of(post)) };
    if (pair.truth === pair.given) continue;
    const key = `${pair.truth}\n${pair.given}`;
    const row = found.get(key) ?? { ...pair, posts: [] };
    found.set(key, row);
    row.posts.push(post);
  }
  return [...found.entries()]
    .sort(([a, one], [b, other]) => other.posts.length - one.posts.length || (a < b ? -1 : 1))
    .slice(0, top)
    .map(([, { truth: had, given, posts }]) => {
      const lengthOf = (post: number): number => texts[post]?.text.length ?? 0;
      const long = posts.filter((post) => lengthOf(post) >= ENOUGH);
      const [first] = (long.length > 0 ? long : posts).sort((a, b) => lengthOf(a) - lengthOf(b) || a - b);
      const example = (texts[first as number]?.text ?? "").replace(/\s+/gu, " ").trim();
      return { truth: had, given, posts: posts.length, example };
    });
}
