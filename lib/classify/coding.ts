import type { TokenIndex } from "../corpus/token-index";
import type { Post } from "../load/post";
import { tokenise } from "../text/tokenise";

/** A corpus as classifiers read it. */
export interface CodedCorpus {
  readonly posts: readonly Pick<Post, "text" | "kind" | "byAdmin">[];
  /** Document i is post i. */
  readonly index: TokenIndex;
}

/** What in a post earned it a code. */
export interface Evidence<Code extends string = string> {
  readonly code: Code;
  /** Term of the codebook, or the sign, such as `<question>`. */
  readonly term: string;
  /** As it stands in the text; empty for a sign that is no part of it. */
  readonly found: string;
  /** First UTF-16 code unit in the post's text. */
  readonly from: number;
  /** One past the last. */
  readonly to: number;
}

/** What a classifier said of every post of a corpus. */
export interface Coding<Code extends string = string> {
  /** The codebook's order, at most 32. */
  readonly codes: readonly Code[];
  /** As shown. */
  readonly names: readonly string[];
  /** Bit i of `bits[post]` is set where the post has `codes[i]`. */
  readonly bits: Uint32Array;
  has(post: number, code: Code): boolean;
  /** Codes of a post, in order. */
  of(post: number): Code[];
  /** Posts that have a code, in order. */
  documents(code: Code): number[];
  /** What earned a post its codes, in the order of the text. */
  evidence(post: number): Evidence<Code>[];
}

/** A match that earned a code: tokens of the document, or characters where it is no token. */
export interface Earned<Code extends string = string> {
  readonly code: Code;
  readonly term: string;
  /** First token in the document, from 0; with `to` 0, characters are given instead. */
  readonly from: number;
  readonly to: number;
  readonly characters?: readonly [from: number, to: number];
}

/**
 * Make a coding of its bits.
 *
 * @param codes   ids and names in order
 * @param earned  what earned a post its codes, as tokens; asked only when evidence is wanted
 */
export function makeCoding<Code extends string>(
  corpus: CodedCorpus,
  codes: readonly { readonly id: Code; readonly name: string }[],
  bits: Uint32Array,
  earned: (post: number) => readonly Earned<Code>[],
): Coding<Code> {
  const ids = codes.map(({ id }) => id);
  const maskOf = (code: Code): number => {
    const place = ids.indexOf(code);
    if (place >= 0) return 2 ** place;
    throw new RangeError(`coding: code must be one of ${ids.join(", ")}, found "${code}"; correct it`);
  };
  const check = (post: number): number => {
    const found = bits[post];
    if (found !== undefined) return found;
    throw new RangeError(`coding: post must be a number from 0 to ${bits.length - 1}, found ${post}`);
  };
  return {
    codes: ids,
    names: codes.map(({ name }) => name),
    bits,
    has: (post, code) => (check(post) & maskOf(code)) !== 0,
    of: (post) => {
      const found = check(post);
      return ids.filter((_, i) => (found & (2 ** i)) !== 0);
    },
    documents: (code) => {
      const mask = maskOf(code);
      const posts: number[] = [];
      for (let post = 0; post < bits.length; post++) {
        if (((bits[post] as number) & mask) !== 0) posts.push(post);
      }
      return posts;
    },
    evidence: (post) => {
      check(post);
      const { text } = corpus.posts[post] as CodedCorpus["posts"][number];
      const tokens = tokenise(text);
      return earned(post)
        .map(({ code, term, from, to, characters }): Evidence<Code> => {
          const [start, end] = characters ?? [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
          return { code, term, found: text.slice(start, end), from: start, to: end };
        })
        .sort((a, b) => a.from - b.from || a.to - b.to || ids.indexOf(a.code) - ids.indexOf(b.code));
    },
  };
}
