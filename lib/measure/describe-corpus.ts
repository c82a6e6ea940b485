import { PLATFORMS, type Platform, type Post } from "../load/post";
import type { Language } from "../text/identify-language";

/** What one platform holds. */
export interface PlatformSummary {
  readonly platform: Platform;
  readonly communities: number;
  readonly posts: number;
  readonly comments: number;
  /** Posts and comments without a text: a picture only. */
  readonly empty: number;
  /** Distinct authors; null where no export says who wrote. */
  readonly authors: number | null;
  /** First and last day, UTC. */
  readonly from: string;
  readonly to: string;
  /** Shares of the posts and comments with text by language, 0 to 1; null where none has a text. */
  readonly russian: number | null;
  readonly kyrgyz: number | null;
  readonly english: number | null;
  /** Texts too short or too mixed to tell, and other languages. */
  readonly rest: number | null;
}

/**
 * Sum up what a corpus holds, a row a platform.
 *
 * @param languages  language of each post
 * @returns platforms that have a post, in the paper's order
 */
export function describeCorpus({
  posts,
  languages,
}: {
  readonly posts: readonly Post[];
  readonly languages: readonly Language[];
}): PlatformSummary[] {
  return PLATFORMS.flatMap((platform): PlatformSummary[] => {
    const numbers = posts.flatMap((post, i) => (post.platform === platform ? [i] : []));
    if (numbers.length === 0) return [];
    const own = numbers.map((i) => posts[i] as Post);
    const spoken = numbers.filter((i) => posts[i]?.text !== "").map((i) => languages[i]);
    const share = (language: Language): number | null => {
      return spoken.length === 0 ? null : spoken.filter((found) => found === language).length / spoken.length;
    };
    const [russian, kyrgyz, english] = [share("ru"), share("ky"), share("en")];
    const authors = new Set(own.flatMap(({ author }) => (author === null ? [] : [author])));
    const times = own.map(({ createdAt }) => createdAt.getTime());
    const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
    return [
      {
        platform,
        communities: new Set(own.map(({ community }) => community)).size,
        posts: own.filter(({ kind }) => kind === "post").length,
        comments: own.filter(({ kind }) => kind === "comment").length,
        empty: own.length - spoken.length,
        authors: authors.size === 0 ? null : authors.size,
        from: day(times.reduce((a, b) => Math.min(a, b))),
        to: day(times.reduce((a, b) => Math.max(a, b))),
        russian,
        kyrgyz,
        english,
        rest: spoken.length === 0 ? null : 1 - (russian ?? 0) - (kyrgyz ?? 0) - (english ?? 0),
      },
    ];
  });
}
