import { type CodedSheet, type CodeLabel, readCodes } from "./coded-sheet";
import { type Platform, PLATFORMS } from "./post";
import { readOneOf, readText } from "./read-cell";
import { readTable } from "./read-table";

/** A post to be coded by hand. */
export interface PostToCode {
  /** Key of the post, as `documentKey` gives it. */
  readonly key: string;
  readonly platform: Platform;
  readonly language: string;
  /** Contacts replaced. */
  readonly text: string;
}

/** Posts that two people have coded, and their codes. */
export interface CodedPosts {
  readonly posts: readonly PostToCode[];
  readonly coders: readonly CodedSheet[];
}

const CODERS = ["narrow", "broad"] as const;
const COLUMNS = ["post", "platform", "language", "text", ...CODERS, "note"] as const;

/**
 * Read the ten posts of the coding exercise with the codes of their two coders.
 *
 * @param codes  the codebook's themes
 * @throws Error naming file, line and column of the first cell that does not fit
 */
export function loadCodingExercise(
  codes: readonly CodeLabel[],
  path = "data/coding-exercise.csv",
): CodedPosts {
  const rows = readTable(path, COLUMNS, { unique: ["post", "text"] });
  const posts = rows.map((row) => ({
    key: readText(row, "post"),
    platform: readOneOf(row, "platform", PLATFORMS),
    language: readOneOf(row, "language", ["ru", "ky", "en"]),
    text: readText(row, "text"),
  }));
  const coders = CODERS.map((coder) => {
    const codings = rows.map((row, i) => {
      try {
        return [posts[i]!.key, readCodes(row.cells[coder], codes)] as const;
      } catch (error) {
        throw new Error(`${row.where}: ${coder}: ${(error as Error).message}`);
      }
    });
    return { coder, codings: new Map(codings) };
  });
  return { posts, coders };
}
