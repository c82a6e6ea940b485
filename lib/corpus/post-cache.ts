import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { LoadAccount } from "../load/load-account";
import type { LoadedCorpus } from "../load/load-corpus-folder";
import type { Platform, Post } from "../load/post";
import type { Language } from "../text/identify-language";

/** A loaded corpus with the language of each post. */
export interface ReadCorpus extends LoadedCorpus {
  readonly languages: readonly Language[];
}

/** Change when the layout below changes. */
const LAYOUT = "clicks-to-streets posts 1";

/** Posts a column each: a third of the bytes of posts a line each, and read in half the time. */
interface Columns {
  readonly layout: string;
  readonly key: string;
  readonly names: {
    readonly platforms: string[];
    readonly communities: string[];
    readonly authors: string[];
    readonly languages: string[];
  };
  readonly ids: string[];
  /** Numbers of the names above; -1 for an author who is not known. */
  readonly platforms: number[];
  readonly places: number[];
  readonly authors: number[];
  readonly languages: number[];
  readonly parents: (string | null)[];
  readonly times: number[];
  readonly texts: string[];
  readonly likes: (number | null)[];
  readonly shares: (number | null)[];
  readonly comments: (number | null)[];
  /** Bits: a comment, a repost, by an administrator, known to be or not to be by one. */
  readonly flags: number[];
  /** Fields that few posts have, by number of the post. */
  readonly rest: [number: number, fields: Partial<Post>][];
  readonly communities: LoadedCorpus["communities"];
  readonly account: Partial<LoadAccount>;
}

const [COMMENT, REPOST, ADMIN, ADMIN_KNOWN] = [1, 2, 4, 8] as const;

/**
 * Write a loaded corpus to one file, whole or not at all.
 *
 * @param key  what the posts depend on; a cache with another key is not read
 */
export function writePostCache(path: string, key: string, corpus: ReadCorpus): void {
  const draft = `${path}.${randomUUID()}.part`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(draft, JSON.stringify(toColumns(key, corpus)));
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Read a corpus that `writePostCache` wrote; null where there is none of this key, or the file is damaged. */
export function readPostCache(path: string, key: string): ReadCorpus | null {
  let columns: Columns;
  try {
    columns = JSON.parse(readFileSync(path, "utf8")) as Columns;
  } catch {
    return null;
  }
  return columns.layout === LAYOUT && columns.key === key ? fromColumns(columns) : null;
}

function toColumns(key: string, { posts, languages, communities, account }: ReadCorpus): Columns {
  const platforms = new Names();
  const places = new Names();
  const authors = new Names();
  const spoken = new Names();
  return {
    layout: LAYOUT,
    key,
    platforms: posts.map(({ platform }) => platforms.number(platform)),
    places: posts.map(({ community }) => places.number(community)),
    authors: posts.map(({ author }) => (author === null ? -1 : authors.number(author))),
    languages: languages.map((language) => spoken.number(language)),
    names: {
      platforms: platforms.list,
      communities: places.list,
      authors: authors.list,
      languages: spoken.list,
    },
    ids: posts.map(({ id }) => id),
    parents: posts.map(({ parent }) => parent),
    times: posts.map(({ createdAt }) => createdAt.getTime()),
    texts: posts.map(({ text }) => text),
    likes: posts.map(({ likes }) => likes),
    shares: posts.map(({ shares }) => shares),
    comments: posts.map(({ comments }) => comments),
    flags: posts.map(({ kind, repost, byAdmin }) => {
      return (
        (kind === "comment" ? COMMENT : 0) |
        (repost ? REPOST : 0) |
        (byAdmin === null ? 0 : ADMIN_KNOWN | (byAdmin ? ADMIN : 0))
      );
    }),
    rest: posts.flatMap((post, i): Columns["rest"] => {
      const fields = restOf(post);
      return Object.keys(fields).length === 0 ? [] : [[i, fields]];
    }),
    communities,
    account,
  };
}

function restOf({ thread, reactions, copyOf, deleted, advert }: Post): Partial<Post> {
  return {
    ...(thread === undefined ? {} : { thread }),
    ...(reactions === undefined ? {} : { reactions }),
    ...(copyOf === undefined ? {} : { copyOf }),
    ...(deleted === undefined ? {} : { deleted }),
    ...(advert === undefined ? {} : { advert }),
  };
}

function fromColumns(columns: Columns): ReadCorpus {
  const { names, flags } = columns;
  const rest = new Map(columns.rest);
  const posts = columns.ids.map((id, i): Post => {
    const flag = flags[i] as number;
    return {
      id,
      platform: names.platforms[columns.platforms[i] as number] as Platform,
      community: names.communities[columns.places[i] as number] as string,
      kind: flag & COMMENT ? "comment" : "post",
      parent: columns.parents[i] ?? null,
      author: names.authors[columns.authors[i] as number] ?? null,
      createdAt: new Date(columns.times[i] as number),
      text: columns.texts[i] as string,
      likes: columns.likes[i] ?? null,
      shares: columns.shares[i] ?? null,
      comments: columns.comments[i] ?? null,
      byAdmin: flag & ADMIN_KNOWN ? (flag & ADMIN) !== 0 : null,
      repost: (flag & REPOST) !== 0,
      ...rest.get(i),
    };
  });
  return {
    posts,
    languages: columns.languages.map((number) => names.languages[number] as Language),
    communities: columns.communities,
    account: Object.assign(new LoadAccount(), columns.account),
  };
}

/** Distinct names, numbered as they come. */
class Names {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();

  number(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.list.length);
    this.list.push(name);
    return this.list.length - 1;
  }
}
