import type { AdjudicatedRow } from "../load/read-coding-sheet";
import { documentKey } from "../load/document-key";
import type { Post } from "../load/post";
import type { Coding, Evidence } from "./coding";

/** A coding in which some posts have the codes that people gave them. */
export interface CorrectedCoding<Code extends string = string> extends Coding<Code> {
  /** Posts whose codes are people's, in order. */
  readonly decided: readonly number[];
  /** How many of these the classifier had otherwise. */
  readonly changed: number;
}

/**
 * Put people's codes in the place of the classifier's, on the posts that people decided.
 *
 * The evidence of such a post is the decision, with the term `<agreed>` or `<decided>`. All others keep the
 * classifier's codes and evidence: shares over the whole corpus are then a mixture, of which only the sampled
 * part was checked.
 *
 * @param coding  of the corpus
 * @param posts   of the corpus, in its order
 * @param rows    as `readAdjudicated` gives them
 * @throws RangeError for a code that the coding does not know, or a post that the corpus does not have
 *
 * @example
 * const coding = { codes: ["work", "housing"], names: [], bits: Uint32Array.of(1, 2), evidence: () => [] };
 * const posts = ["1", "2"].map((id) => ({ platform: "facebook", kind: "post", id }));
 * const rows = [{ post: "facebook:1", codes: ["housing"], how: "decided" }];
 * replaceLabels(coding, posts, rows).of(0); // ["housing"]
 * replaceLabels(coding, posts, rows).changed; // 1
 */
export function replaceLabels<Code extends string>(
  coding: Coding<Code>,
  posts: readonly Pick<Post, "platform" | "kind" | "id">[],
  rows: readonly AdjudicatedRow[],
): CorrectedCoding<Code> {
  const { codes, names } = coding;
  const places = new Map(rows.map(({ post }) => [post, -1]));
  for (const [i, post] of posts.entries()) {
    const key = documentKey(post);
    if (places.has(key)) places.set(key, i);
  }
  const bits = Uint32Array.from(coding.bits);
  const decisions = new Map<number, AdjudicatedRow>();
  for (const row of rows) {
    const post = places.get(row.post) as number;
    if (post < 0) {
      throw new RangeError(
        `replaceLabels: posts must be of this corpus, found ${row.post}; open the corpus that the sample ` +
          `was drawn from`,
      );
    }
    bits[post] = row.codes.reduce((mask, code) => mask + maskOf(code, codes), 0);
    decisions.set(post, row);
  }
  const decided = [...decisions.keys()].sort((a, b) => a - b);
  const check = (post: number): number => {
    const found = bits[post];
    if (found !== undefined) return found;
    throw new RangeError(`replaceLabels: post must be a number from 0 to ${bits.length - 1}, found ${post}`);
  };
  const has = (post: number, code: Code): boolean => (check(post) & maskOf(code, codes)) !== 0;
  return {
    codes,
    names,
    bits,
    decided,
    changed: decided.filter((post) => bits[post] !== coding.bits[post]).length,
    has,
    of: (post) => codes.filter((code) => has(post, code)),
    documents: (code) => Array.from(bits.keys()).filter((post) => has(post, code)),
    evidence: (post) => {
      const row = decisions.get(post);
      if (row === undefined) return coding.evidence(post);
      return row.codes.map((code): Evidence<Code> => ({
        code: code as Code,
        term: `<${row.how}>`,
        found: "",
        from: 0,
        to: 0,
      }));
    },
  };
}

function maskOf(code: string, codes: readonly string[]): number {
  const place = codes.indexOf(code);
  if (place >= 0) return 2 ** place;
  throw new RangeError(`replaceLabels: codes must be among ${codes.join(", ")}, found "${code}"; correct it`);
}
