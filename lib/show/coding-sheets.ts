import { createHash } from "node:crypto";

import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

import { drawSample, type SampleOptions, shuffle } from "../classify/draw-sample";
import type { Corpus } from "../corpus/open-corpus";
import type { CodeLabel } from "../load/coded-sheet";
import {
  DISAGREEMENT_COLUMNS,
  guardText,
  KEY_COLUMNS,
  type SampleRow,
  SHEET_COLUMNS,
} from "../load/read-coding-sheet";
import { CODES_COLUMNS, CODES_FILE, KEY_FILE } from "../load/read-coding-folder";
import { documentKey } from "../load/document-key";
import type { CoderComparison } from "../measure/compare-coders";
import { redact } from "../text/redact";
import { toCsv } from "./to-csv";

/** What a stratum may be made of. */
export const STRATA = ["platform", "language", "community", "month", "kind"] as const;
export type StratumPart = (typeof STRATA)[number];

/** How a sample for coding is drawn. */
export interface CodingSampleOptions extends SampleOptions {
  /** What makes a stratum; several are taken together. Default platform and language. */
  readonly by?: readonly StratumPart[];
  /** Default posts alone. */
  readonly kinds?: readonly ("post" | "comment")[];
}

/** Languages with a stratum of their own; what was taken for another, or for none, is one stratum. */
const LANGUAGES: readonly string[] = ["ky", "ru", "en"];
/** Cells of Excel hold 32,767 characters, and it breaks up longer ones. */
const LONGEST_CELL = 30_000;
/** Excel takes a file for UTF-8 by its byte-order mark. */
const BOM = "\ufeff";

/**
 * Draw posts for people to code: by strata, by a seed, and blind.
 *
 * The rows tell no community, no author, no date and no label of a classifier; contacts are replaced. Posts
 * without a letter are left out. The key keeps which post a row is and what each stratum weighs.
 *
 * @throws RangeError if there are too few posts, as `drawSample` says
 *
 * @example
 * const post = (id, text) => ({ platform: "facebook", kind: "post", id, text, createdAt: new Date(0) });
 * const corpus = { posts: [post("1", "Ищу работу"), post("2", "😀")], languages: ["ru", "und"] };
 * drawCodingSample(corpus, { size: 1, seed: 1 })[0].post; // "facebook:1"
 */
export function drawCodingSample(
  corpus: Pick<Corpus, "posts" | "languages">,
  { by = ["platform", "language"], kinds = ["post"], ...options }: CodingSampleOptions,
): SampleRow[] {
  const strata = corpus.posts.map((post, i) => {
    if (!kinds.includes(post.kind) || !/\p{L}/u.test(post.text)) return null;
    const parts: Record<StratumPart, string> = {
      platform: post.platform,
      language: LANGUAGES.includes(corpus.languages[i] as string) ? (corpus.languages[i] as string) : "other",
      community: post.community,
      month: post.createdAt.toISOString().slice(0, 7),
      kind: post.kind,
    };
    return by.length === 0 ? "all" : by.map((part) => parts[part]).join(" ");
  });
  return drawSample(strata, options).map(({ index, stratum, of, drawn }) => {
    const post = corpus.posts[index] as Corpus["posts"][number];
    const key = documentKey(post);
    return { row: blindName(options.seed, key), post: key, stratum, of, drawn, text: sheetText(post.text) };
  });
}

/**
 * Write a sample as files: a sheet for each coder, the codes they may give, and the key to keep apart.
 *
 * Each coder gets the posts in an order of their own, so that what tires one does not tire all on the same
 * posts. The sheets are CSV that Excel opens by a double click: UTF-8 with a byte-order mark, no cell runs as
 * a formula.
 *
 * @param coders     names; they become part of file names
 * @param separator  `;` for Excel on machines with a decimal comma, as in Russia and most of Europe; else `,`
 * @returns content by file name: `key.csv`, `codes.csv`, `sheet-NAME.csv`
 * @throws RangeError for a coder's name that is used twice or is more than letters, digits, hyphens and
 *   underscores
 *
 * @example
 * const sample = [{ row: "bcdf", post: "facebook:1", stratum: "ru", of: 9, drawn: 1, text: "=1+1" }];
 * const files = codingSheets(sample, [], ["anna"], { seed: 1 });
 * [...files.keys()]; // ["key.csv", "codes.csv", "sheet-anna.csv"]
 * files.get("sheet-anna.csv"); // "\ufeffrow;text;codes;note\r\nbcdf;'=1+1;;\r\n"
 */
export function codingSheets(
  sample: readonly SampleRow[],
  codes: readonly CodeLabel[],
  coders: readonly string[],
  { seed, separator = ";" }: { readonly seed: number; readonly separator?: "," | ";" },
): Map<string, string> {
  for (const [i, coder] of coders.entries()) {
    if (!/^[\p{L}\p{N}_-]{1,40}$/u.test(coder) || coders.indexOf(coder) !== i) {
      throw new RangeError(
        `codingSheets: coders must have names of letters, digits, - and _, each once, found "${coder}"; rename one`,
      );
    }
  }
  const csv = (header: readonly string[], rows: readonly (readonly (string | number)[])[]) => {
    return BOM + toCsv(header, rows, separator);
  };
  const files = new Map([
    [
      KEY_FILE,
      csv(
        KEY_COLUMNS,
        sample.map((row) =>
          KEY_COLUMNS.map((column) => (column === "text" ? guardText(row.text) : row[column])),
        ),
      ),
    ],
    [
      CODES_FILE,
      csv(
        CODES_COLUMNS,
        codes.map(({ id, name, about }) => [id, name, about]),
      ),
    ],
  ]);
  for (const [i, coder] of coders.entries()) {
    const random = xoroshiro128plus(seed * 31 + i + 1);
    const rows = shuffle([...sample], (n) => uniformInt(random, 0, n - 1));
    files.set(
      `sheet-${coder}.csv`,
      csv(
        SHEET_COLUMNS,
        rows.map(({ row, text }) => [row, guardText(text), "", ""]),
      ),
    );
  }
  return files;
}

/**
 * Write the documents on which coders differ, to be talked over; the column `decision` is to be filled in.
 *
 * @param sample  the key, which tells the row of each document
 */
export function disagreementSheet(
  { disagreements }: Pick<CoderComparison, "disagreements">,
  sample: readonly SampleRow[],
  coders: readonly string[],
  separator: "," | ";" = ";",
): string {
  const known = new Map(sample.map((row) => [row.post, row]));
  const rows = disagreements.map((one) => {
    const row = known.get(one.document) as SampleRow;
    const codings = coders
      .map((coder) => `${coder}: ${one[coder] === "" ? "(open)" : one[coder]}`)
      .join("\n");
    return [row.row, guardText(row.text), codings, one.disputed, "", ""];
  });
  return BOM + toCsv(DISAGREEMENT_COLUMNS, rows, separator);
}

/** A text as a sheet shows it. */
function sheetText(text: string): string {
  const plain = redact(text).text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  return plain.length > LONGEST_CELL ? `${plain.slice(0, LONGEST_CELL)} […]` : plain;
}

/** Eight letters: a spreadsheet would turn digits into numbers, and 12e45 into a large one. */
function blindName(seed: number, key: string): string {
  const digits = createHash("sha256").update(`${seed} ${key}`).digest("hex").slice(0, 8);
  return digits.replace(/./g, (digit) => "bcdfghjkmnpqrtvw"[parseInt(digit, 16)] as string);
}
