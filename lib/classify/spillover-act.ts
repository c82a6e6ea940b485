import type { ActRule, TermGroup } from "../load/codebook-rules";
import type { Codebook, CodebookPattern } from "../load/load-codebook";
import { type CodedCorpus, type Coding, type Earned, makeCoding } from "./coding";
import { TermMatcher } from "./term-matcher";

/** A form in which talk online reaches beyond the screen, as the codebook names it. */
export type SpilloverAct = "fundraising" | "petition" | "call" | "report" | "logistics" | "voting";

/** What a pattern is to which acts. */
interface Role {
  readonly act: number;
  readonly part: "word" | "cue" | "unless";
}

interface Match {
  readonly pattern: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Find the acts of which a post is part: money raised, petitions, calls to demonstrate and so on.
 *
 * A word of the act and a cue, such as a link, a sum, a place or a time, must stand within the act's reach of
 * one another, and nothing that the codebook names under `unless` may stand in the post. A word or a cue alone is talk about
 * such acts, as in the news, and no part of one.
 *
 * @param codebook  with a section `acts`
 * @throws RangeError if it has none
 */
export function codeSpilloverActs(corpus: CodedCorpus, codebook: Codebook): Coding<SpilloverAct> {
  if (codebook.acts === undefined) {
    throw new RangeError("codeSpilloverActs: needs a section acts in the codebook, found none; see data/codebook.yml");
  }
  const { cues, codes } = codebook.acts;
  const patterns: CodebookPattern[] = [];
  const roles: Role[] = [];
  const add = (act: number, part: Role["part"], groups: readonly TermGroup[]): void => {
    for (const term of groups.flatMap(({ terms }) => terms)) {
      patterns.push(term);
      roles.push({ act, part });
    }
  };
  for (const [act, { words, cues: names, unless }] of codes.entries()) {
    add(act, "word", words);
    add(act, "unless", unless);
    for (const { id, groups } of cues) if (names.includes(id)) add(act, "cue", groups);
  }
  const matcher = new TermMatcher(corpus.index, patterns);
  const words: Match[][] = codes.map(() => []);
  const cued: Match[][] = codes.map(() => []);

  /** Pairs of word and cue that earn an act, act by act. */
  const pairs = (post: number): [word: Match, cue: Match][][] => {
    for (const lists of [words, cued]) for (const list of lists) list.length = 0;
    let barred = 0;
    let some = 0;
    matcher.scan(post, (pattern, from, to) => {
      const { act, part } = roles[pattern] as Role;
      if (part === "unless") barred |= 2 ** act;
      else ((part === "word" ? words : cued)[act] as Match[]).push({ pattern, from, to });
      if (part === "word") some |= 2 ** act;
    });
    if ((some & ~barred) === 0) return [];
    return codes.map(({ reach }, act) =>
      (barred & (2 ** act)) !== 0
        ? []
        : (words[act] as Match[]).flatMap((word) =>
            (cued[act] as Match[])
              .filter((cue) => distance(word, cue) <= reach)
              .map((cue): [Match, Match] => [word, cue]),
          ),
    );
  };

  const bits = new Uint32Array(corpus.posts.length);
  for (let post = 0; post < bits.length; post++) {
    pairs(post).forEach((found, act) => {
      if (found.length > 0) bits[post] = (bits[post] as number) + 2 ** act;
    });
  }
  return makeCoding(corpus, codes as readonly (ActRule & { id: SpilloverAct })[], bits, (post) =>
    pairs(post).flatMap((found, act) => {
      const code = (codes[act] as ActRule).id as SpilloverAct;
      const once = new Map<string, Earned<SpilloverAct>>();
      for (const { pattern, from, to } of found.flat()) {
        once.set(`${from} ${to}`, { code, term: (patterns[pattern] as CodebookPattern).term, from, to });
      }
      return [...once.values()];
    }),
  );
}

/** Tokens from one match to the other, 1 side by side; infinite where they share a token. */
function distance(a: Match, b: Match): number {
  if (b.from >= a.to) return b.from - a.to + 1;
  return a.from >= b.to ? a.from - b.to + 1 : Number.POSITIVE_INFINITY;
}
