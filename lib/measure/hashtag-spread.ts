import { dayOf } from "../corpus/calendar-day";
import type { TokenIndex } from "../corpus/token-index";
import type { Post } from "../load/post";
import { compareCodePoints } from "../text/compare-code-points";
import type { CodeSeries } from "./code-series";
import { communitySeries } from "./community-series";

/** How one tag, with its other spellings, went round. */
export interface HashtagSpread {
  /** As asked for, with its sign. */
  readonly tag: string;
  /** Spellings found, with the number of posts and comments that have each; the commonest first. */
  readonly variants: readonly { readonly form: string; readonly documents: number }[];
  /** Posts and comments that have any of them, in order of time. */
  readonly documents: readonly number[];
  /** First day with it, UTC; null where there is none. */
  readonly first: string | null;
  readonly communities: number;
  readonly platforms: number;
  /** Authors that are known. */
  readonly authors: number;
}

/** Passport spelling of 2019 for Russian, with h for х as in English tags, and the Kyrgyz letters. */
const LATIN: ReadonlyMap<string, string> = new Map([
  ...[..."абвгдеёжзийклмнңоөпрстуүфхцыэ"].map((letter, i): [string, string] => {
    return [letter, "abvgdeejziiklmnnooprstuufhcye"[i] as string];
  }),
  ...Object.entries({ ч: "ch", ш: "sh", щ: "sh", ю: "yu", я: "ya", ъ: "", ь: "" }),
]);

/** Letters from which one slip of the finger still leaves a tag what it is. */
const LONG = 8;

/**
 * What spellings of a tag have in common: no sign, no case, no underscores, one script, no letter twice
 * in a row.
 *
 * @example
 * tagKey("#Stop_Tajik_Aggression"); // "stoptajikagresion"
 * tagKey("#стопРахмон"); // "stoprahmon"
 */
export function tagKey(tag: string): string {
  const letters = tag
    .normalize("NFC")
    .toLowerCase()
    .replace(/[#＃_\p{P}]/gu, "");
  const latin = [...letters].map((letter) => LATIN.get(letter) ?? letter).join("");
  return latin.replace(/kh/g, "h").replace(/(.)\1+/gu, "$1");
}

/**
 * Whether two tags are spellings of one: the same key, or for tags of eight letters or more one letter
 * missing, added or changed.
 *
 * @example
 * isSameTag("#stoprahmon", "#STOP_RAHMON"); // true
 * isSameTag("#stoprahmon", "#savekyrgyzstan"); // false
 */
export function isSameTag(a: string, b: string): boolean {
  const [first, second] = [tagKey(a), tagKey(b)];
  return (
    first === second || (Math.min(first.length, second.length) >= LONG && isOneEditApart(first, second))
  );
}

/**
 * Find the spellings of some tags and who used them.
 *
 * @param tags     with or without their sign
 * @param stretch  days that are counted, both ends included; all, by default
 * @returns a row a tag, in order
 * @throws RangeError if two of the tags are spellings of one
 */
export function hashtagSpread(
  corpus: { readonly posts: readonly Post[]; readonly index: TokenIndex },
  tags: readonly string[],
  stretch: { readonly from: string; readonly until: string } | null = null,
): HashtagSpread[] {
  const { posts, index } = corpus;
  const isKept = ({ createdAt }: Post): boolean => {
    return stretch === null || (dayOf(createdAt) >= stretch.from && dayOf(createdAt) <= stretch.until);
  };
  tags.forEach((tag, i) => {
    const twin = tags.slice(0, i).find((other) => isSameTag(tag, other));
    if (twin !== undefined)
      throw new RangeError(`hashtagSpread: tags must differ, found ${twin} and ${tag}; leave one out`);
  });
  const found = tags.map(() => new Map<number, number[]>());
  for (let type = 0; type < index.typeCount; type++) {
    if (index.kind(type) !== "tag") continue;
    const tag = tags.findIndex((wanted) => isSameTag(index.form(type), wanted));
    if (tag >= 0)
      found[tag]!.set(
        type,
        distinct(index.documentsAt(index.positions(type))).filter((document) => isKept(posts[document]!)),
      );
  }
  return tags.map((tag, i) => {
    const documents = distinct([...found[i]!.values()].flat()).sort(
      (a, b) => posts[a]!.createdAt.getTime() - posts[b]!.createdAt.getTime() || a - b,
    );
    const count = (key: (post: Post) => string | null): number =>
      new Set(documents.flatMap((document) => key(posts[document]!) ?? [])).size;
    return {
      tag: `#${tag.replace(/^[#＃]/u, "")}`,
      variants: [...found[i]!]
        .map(([type, own]) => ({ form: index.written(type), documents: own.length }))
        .filter((variant) => variant.documents > 0)
        .sort((a, b) => b.documents - a.documents || compareCodePoints(a.form, b.form)),
      documents,
      first: documents.length === 0 ? null : dayOf(posts[documents[0]!]!.createdAt),
      communities: count(({ platform, community }) => `${platform} ${community}`),
      platforms: count(({ platform }) => platform),
      authors: count(({ author }) => author),
    };
  });
}

/**
 * Count the posts and comments with each tag by community and day.
 *
 * @returns a row a tag and community, tag by tag
 */
export function hashtagSeries(
  corpus: { readonly posts: readonly Post[]; readonly index: TokenIndex },
  study: Parameters<typeof communitySeries>[1],
  tags: readonly string[],
): CodeSeries[] {
  return hashtagSpread(corpus, tags).flatMap(({ tag, documents }) => {
    return communitySeries(corpus, study, documents, { unit: "both" }).map((part) => ({
      ...part,
      code: tag,
    }));
  });
}

function distinct(documents: Iterable<number>): number[] {
  return [...new Set(documents)];
}

function isOneEditApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at);
  return rest === long.slice(at + 1);
}
