import type { ActRule, Cue, TermGroup } from "../load/codebook-rules";
import type { Codebook, CodebookPattern } from "../load/load-codebook";
import { type CodedCorpus, type Coding, type Earned, makeCoding } from "./coding";
import { TermMatcher } from "./term-matcher";

/** A form in which talk online reaches beyond the screen, as the codebook names it. */
export type SpilloverAct = "fundraising" | "petition" | "call" | "report" | "logistics" | "voting";

/** What a pattern is to an act; a word has the cues of which one must be near it, as bits. */
interface Role {
  readonly act: number;
  readonly part: "word" | "cue" | "unless";
  readonly cues: number;
}

interface Match {
  readonly pattern: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Find the acts of which a post is part: money raised, petitions, calls to demonstrate and so on.
 *
 * A word of the act and a cue, such as a link, a sum, a place or a time, must stand within the act's reach
 * of one another, and nothing that the codebook names under `unless` may stand in the post. A word or a cue
 * alone is talk about such acts, as in the news, and no part of one.
 *
 * @param codebook  with a section `acts`
 * @throws RangeError if it has none
 */
export function codeSpilloverActs(corpus: CodedCorpus, codebook: Codebook): Coding<SpilloverAct> {
  if (codebook.acts === undefined) {
    throw new RangeError(
      "codeSpilloverActs: needs a section acts in the codebook, found none; see data/codebook.yml",
    );
  }
  const { cues, codes } = codebook.acts;
  const patterns: CodebookPattern[] = [];
  const roles: Role[] = [];
  const add = (act: number, part: Role["part"], { terms }: TermGroup, wanted: readonly string[]): void => {
    for (const term of terms) {
      patterns.push(term);
      roles.push({ act, part, cues: bitsOf(wanted, cues) });
    }
  };
  for (const [act, { words, cues: names, unless }] of codes.entries()) {
    for (const group of words) add(act, "word", group, group.cues ?? names);
    for (const group of unless) add(act, "unless", group, []);
    const wanted = new Set([...names, ...words.flatMap((group) => group.cues ?? [])]);
    for (const { id, groups } of cues)
      if (wanted.has(id)) for (const group of groups) add(act, "cue", group, [id]);
  }
  const matcher = new TermMatcher(corpus.index, patterns);
  const words: Match[][] = codes.map(() => []);
  const cued: Match[][] = codes.map(() => []);

  const isWanted = (word: Match, cue: Match): boolean =>
    ((roles[word.pattern] as Role).cues & (roles[cue.pattern] as Role).cues) !== 0;

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
              .filter((cue) => isWanted(word, cue) && distance(word, cue) <= reach)
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

/** Cues as bits, in the codebook's order. */
function bitsOf(ids: readonly string[], cues: readonly Cue[]): number {
  return cues.reduce((bits, { id }, i) => (ids.includes(id) ? bits + 2 ** i : bits), 0);
}

/** Tokens from one match to the other, 1 side by side; infinite where they share a token. */
function distance(a: Match, b: Match): number {
  if (b.from >= a.to) return b.from - a.to + 1;
  return a.from >= b.to ? a.from - b.to + 1 : Number.POSITIVE_INFINITY;
}
