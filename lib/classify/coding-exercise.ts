import type { Corpus } from "../corpus/open-corpus";
import { type CodedSheet, type CodeLabel, readCodes } from "../load/coded-sheet";
import { documentKey } from "../load/document-key";
import { loadCodebook } from "../load/load-codebook";
import { loadCodingExercise, type PostToCode } from "../load/load-coding-exercise";
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
  /** Other coders of the same posts; none on a reader's own corpus. */
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
  /** What may be given; by default the themes of `data/codebook.yml`. */
  readonly codes?: readonly CodeLabel[];
}

/**
 * Languages that the exercise draws, as many posts of each; and the length of a text that a table shows
 * whole.
 */
const LANGUAGES: readonly string[] = ["ky", "ru", "en"];
const SHORTEST = 60;
const LONGEST = 400;

/**
 * Choose posts that a reader codes by hand, to see the agreement with other coders.
 *
 * On the teaching corpus they are the posts of `data/coding-exercise.csv`, with the codes of their two
 * coders. On a reader's own corpus as many posts of each language are drawn, and there is no other coder:
 * what people said of the teaching corpus says nothing of these. No label of a classifier is shown.
 *
 * @throws RangeError if more posts are asked than there are
 */
export function drawCodingExercise(
  corpus: Pick<Corpus, "kind" | "posts" | "languages">,
  { posts: size = 10, seed = 1, codes = loadCodebook("data/codebook.yml").themes }: ExerciseOptions = {},
): CodingExercise {
  const { posts, coders } =
    corpus.kind === "teaching"
      ? loadCodingExercise(codes)
      : { posts: drawPosts(corpus, size, seed), coders: [] };
  if (!Number.isInteger(size) || size < 1 || size > posts.length) {
    throw new RangeError(
      `drawCodingExercise: posts must be a whole number from 1 to ${posts.length}, found ${size}; ask for fewer`,
    );
  }
  const chosen = posts.slice(0, size).map((post, i) => ({ number: i + 1, ...post }));
  const about =
    coders.length > 0
      ? `${size} posts of the teaching corpus, coded by ${coders.length} of its authors by two readings of the codebook.`
      : `${size} posts of your own corpus; nobody else has coded them. To compare, let a second person code the same ` +
        "posts: npx nb code draw makes the sheets.";
  return { codes, posts: chosen, coders, texts: new Map(chosen.map(({ key, text }) => [key, text])), about };
}

function drawPosts(
  { posts, languages }: Pick<Corpus, "posts" | "languages">,
  size: number,
  seed: number,
): PostToCode[] {
  const strata = posts.map(({ kind, text, repost }, i) => {
    const language = languages[i] as string;
    const fits = text.length >= SHORTEST && text.length <= LONGEST && !text.includes("\n");
    return kind === "post" && !repost && fits && LANGUAGES.includes(language) ? language : null;
  });
  return drawSample(strata, { size, seed }).map(({ index, stratum }) => {
    const post = posts[index] as Corpus["posts"][number];
    return {
      key: documentKey(post),
      platform: post.platform,
      language: stratum,
      text: redact(post.text).text,
    };
  });
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
