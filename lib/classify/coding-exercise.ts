import { existsSync } from "node:fs";
import { join } from "node:path";

import type { Corpus } from "../corpus/open-corpus";
import { codeLabels } from "../load/code-labels";
import { type CodedSheet, type CodeLabel, readCodes } from "../load/coded-sheet";
import { documentKey } from "../load/document-key";
import { loadCodebook } from "../load/load-codebook";
import { loadCodingExercise, type PostToCode } from "../load/load-coding-exercise";
import { KEY_FILE, readCodingFolder } from "../load/read-coding-folder";
import { redact } from "../text/redact";
import { drawSample } from "./draw-sample";

/** A post of the exercise, as the reader sees it. */
export interface ExercisePost extends PostToCode {
  /** From 1, in the order in which codes are given. */
  readonly number: number;
}

/** Some posts to code by hand, and what others coded. */
export interface CodingExercise {
  readonly codes: readonly CodeLabel[];
  readonly posts: readonly ExercisePost[];
  /** Other coders of the same posts; may be none on a reader's own corpus. */
  readonly coders: readonly CodedSheet[];
  /** Text of each post by its key. */
  readonly texts: ReadonlyMap<string, string>;
  /** Where posts and coders come from, in a sentence to print. */
  readonly about: string;
}

/** Which posts are drawn. */
export interface ExerciseOptions {
  /** How many; default 10, which is all there are on the teaching corpus. */
  readonly posts?: number;
  /** Start of the draw from a reader's own corpus; default 1. */
  readonly seed?: number;
  /** What may be given; by default the topics of `data/codebook.yml`. */
  readonly codes?: readonly CodeLabel[];
  /** Where `nb code draw` put the sheets of a reader's own corpus; default `build/coding`. */
  readonly folder?: string;
}

/**
 * Languages that the exercise draws, as many posts of each; and the length of a text that a table shows
 * whole.
 */
const LANGUAGES: readonly string[] = ["ky", "ru", "en"];
const SHORTEST = 60;
const LONGEST = 400;

/** What is coded, by whom else. */
type Drawn = Omit<CodingExercise, "posts" | "texts"> & { readonly posts: readonly PostToCode[] };

/**
 * Choose posts that a reader codes by hand, to see the agreement with other coders.
 *
 * On the teaching corpus they are the posts of `data/coding-exercise.csv`, with the codes of their two
 * coders. What people said of those says nothing of a reader's own corpus: there they are the posts of the
 * coding sheets in `folder`, with the coders found there; without such sheets, as many posts of each
 * language, and no other coder. No label of a classifier is shown.
 *
 * @throws RangeError if more posts are asked than there are; Error for a sheet that does not fit
 *
 * @example
 * const corpus = { kind: "teaching", posts: [], languages: [] };
 * drawCodingExercise(corpus).posts.length; // 10
 * drawCodingExercise(corpus, { posts: 11 }); // throws RangeError
 */
export function drawCodingExercise(
  corpus: Pick<Corpus, "kind" | "posts" | "languages">,
  options: ExerciseOptions = {},
): CodingExercise {
  const { posts: size = 10 } = options;
  const { posts, codes, coders, about } =
    corpus.kind === "teaching"
      ? shippedPosts(options)
      : (sheetPosts(corpus, options) ?? freshPosts(corpus, options));
  if (!Number.isInteger(size) || size < 1 || size > posts.length) {
    throw new RangeError(
      `drawCodingExercise: posts must be a whole number from 1 to ${posts.length}, found ${size}; ask for fewer`,
    );
  }
  const chosen = posts.slice(0, size).map((post, i) => ({ number: i + 1, ...post }));
  const isChosen = new Set(chosen.map(({ key }) => key));
  return {
    codes,
    posts: chosen,
    coders: coders.map(({ coder, codings }) => ({
      coder,
      codings: new Map([...codings].filter(([key]) => isChosen.has(key))),
    })),
    texts: new Map(chosen.map(({ key, text }) => [key, text])),
    about,
  };
}

function shippedPosts({ codes = codeLabels(loadCodebook(), "topics") }: ExerciseOptions): Drawn {
  const about = "Posts of the teaching corpus, coded by two of its authors by two readings of the codebook.";
  return { ...loadCodingExercise(codes), codes, about };
}

/** The posts of the sheets that were drawn from this corpus; null where there are none. */
function sheetPosts(
  { posts, languages }: Pick<Corpus, "posts" | "languages">,
  { folder = "build/coding" }: ExerciseOptions,
): Drawn | null {
  if (!existsSync(join(folder, KEY_FILE))) return null;
  const { sample, sheets, codes } = readCodingFolder(folder);
  const places = new Map(posts.map((post, i) => [documentKey(post), i]));
  const drawn = sample.flatMap(({ post: key, text }): PostToCode[] => {
    const place = places.get(key);
    if (place === undefined) return [];
    return [{ key, platform: posts[place]!.platform, language: languages[place] as string, text }];
  });
  // Sheets of another corpus are left alone.
  if (drawn.length < sample.length) return null;
  const coders = sheets.filter(({ codings }) => [...codings.values()].some((given) => given !== null));
  const about =
    `Posts of your own corpus from ${folder}, where ${coders.length} ` +
    `${coders.length === 1 ? "other has" : "others have"} coded them.`;
  return { posts: drawn, coders, codes, about };
}

function freshPosts(
  { posts, languages }: Pick<Corpus, "posts" | "languages">,
  { posts: size = 10, seed = 1, codes = codeLabels(loadCodebook(), "topics") }: ExerciseOptions,
): Drawn {
  const strata = posts.map(({ kind, text, repost }, i) => {
    const language = languages[i] as string;
    const fits = text.length >= SHORTEST && text.length <= LONGEST && !text.includes("\n");
    return kind === "post" && !repost && fits && LANGUAGES.includes(language) ? language : null;
  });
  const drawn = drawSample(strata, { size, seed }).map(({ index, stratum }) => {
    const post = posts[index] as Corpus["posts"][number];
    return {
      key: documentKey(post),
      platform: post.platform,
      language: stratum,
      text: redact(post.text).text,
    };
  });
  const about =
    "Posts of your own corpus; nobody else has coded them. To compare, let other people code sheets: " +
    "npx nb code draw --corpus DIR --coders NAME.";
  return { posts: drawn, coders: [], codes, about };
}

/**
 * Take down the reader's codes, a cell a post, in the order of the exercise.
 *
 * @param cells  `"work"`, `"work; housing"`, `"none"`; an empty text leaves a post open
 * @returns a sheet that `compareCoders` takes beside those of the others
 * @throws RangeError for a word that is no code, with the number of the post, or if the cells are not as many
 *
 * @example
 * const codes = [{ id: "work", name: "Work", about: "" }];
 * const exercise = { codes, posts: [{ key: "facebook:1" }, { key: "facebook:2" }] };
 * codePosts(exercise, ["work", ""]).codings.get("facebook:1"); // ["work"]
 */
export function codePosts(
  {
    codes,
    posts,
  }: { readonly codes: readonly CodeLabel[]; readonly posts: readonly { readonly key: string }[] },
  cells: readonly string[],
  coder = "you",
): CodedSheet {
  if (cells.length !== posts.length) {
    throw new RangeError(
      `codePosts: needs a text for each of ${posts.length} posts, found ${cells.length}; write "" for a post left open`,
    );
  }
  const codings = posts.map(({ key }, i) => {
    try {
      return [key, readCodes(cells[i] as string, codes)] as const;
    } catch (error) {
      throw new RangeError(`codePosts: post ${i + 1}: ${(error as Error).message}`);
    }
  });
  return { coder, codings: new Map(codings) };
}
