import type { TermGroup } from "../load/codebook-rules";
import type { Codebook, CodebookPattern } from "../load/load-codebook";
import { type CodedCorpus, type Coding, type Earned, makeCoding } from "./coding";
import { TermMatcher } from "./term-matcher";

/** Where a post stands towards the figure that it names. */
export type Stance = "support" | "doubt" | "neither";

type Part = "figure" | "support" | "doubt" | "leading" | "trailing";

interface Match {
  readonly pattern: number;
  readonly from: number;
  readonly to: number;
}

/** A word of stance that counts, and for what after negation. */
interface Leaning extends Match {
  readonly towards: "support" | "doubt";
}

/**
 * Say whether a post that names a figure supports or doubts him, or neither; a post that names nobody has
 * no code.
 *
 * Words of support and of doubt within reach of the name count with their points; a negation beside one turns
 * it round (не верю, ишенич жок). More points decide; equal ones, and none, are neither.
 *
 * @param codebook  with a section `stances`
 * @param figure    id of the figure in the codebook; default the first
 * @throws RangeError if it has no such section or figure
 */
export function codeStances(corpus: CodedCorpus, codebook: Codebook, figure?: string): Coding<Stance> {
  const rules = codebook.stances;
  if (rules === undefined) {
    throw new RangeError(
      "codeStances: needs a section stances in the codebook, found none; see data/codebook.yml",
    );
  }
  const who = figure === undefined ? rules.figures[0] : rules.figures.find(({ id }) => id === figure);
  if (who === undefined) {
    const ids = rules.figures.map(({ id }) => id).join(", ");
    throw new RangeError(
      `codeStances: figure must be one of ${ids}, found ${figure ?? "none"}; correct it`,
    );
  }
  const patterns: CodebookPattern[] = [];
  const parts: { part: Part; points: number }[] = [];
  const add = (part: Part, groups: readonly TermGroup[]): void => {
    for (const { terms, points } of groups) {
      for (const term of terms) {
        patterns.push(term);
        parts.push({ part, points });
      }
    }
  };
  add("figure", who.groups);
  add("support", rules.support);
  add("doubt", rules.doubt);
  add("leading", rules.negation.leading);
  add("trailing", rules.negation.trailing);
  const matcher = new TermMatcher(corpus.index, patterns);

  const read = (post: number): { names: Match[]; leanings: Leaning[]; negations: Match[] } => {
    const found: Record<Part, Match[]> = { figure: [], support: [], doubt: [], leading: [], trailing: [] };
    matcher.scan(post, (pattern, from, to) => {
      found[(parts[pattern] as (typeof parts)[number]).part].push({ pattern, from, to });
    });
    const names = found.figure;
    if (names.length === 0) return { names, leanings: [], negations: [] };
    const negations: Match[] = [];
    const words = [...found.support, ...found.doubt];
    const leanings = words.flatMap((word): Leaning[] => {
      const isInner = words.some((other) => other !== word && outdoes(other, word, patterns));
      if (isInner || !names.some((name) => distance(name, word) <= rules.reach)) return [];
      const own = (parts[word.pattern] as (typeof parts)[number]).part as "support" | "doubt";
      const { before, after } = rules.negation;
      const turned = [
        ...found.leading.filter(({ to }) => to <= word.from && word.from - to < before),
        ...found.trailing.filter(({ from }) => from >= word.to && from - word.to < after),
      ].filter((negation) => !words.some((other) => holds(other, negation)));
      negations.push(...turned.filter((negation) => !negations.includes(negation)));
      const isTurned = turned.length % 2 === 1;
      return [{ ...word, towards: (own === "support") === isTurned ? "doubt" : "support" }];
    });
    return { names, leanings, negations };
  };
  const decide = (leanings: readonly Leaning[]): Stance => {
    let sum = 0;
    for (const { pattern, towards } of leanings) {
      const { points } = parts[pattern] as (typeof parts)[number];
      sum += towards === "support" ? points : -points;
    }
    return sum > 0 ? "support" : sum < 0 ? "doubt" : "neither";
  };

  const codes: readonly { id: Stance; name: string }[] = [
    { id: "support", name: rules.names.support },
    { id: "doubt", name: rules.names.doubt },
    { id: "neither", name: rules.names.neither },
  ];
  const bits = new Uint32Array(corpus.posts.length);
  for (let post = 0; post < bits.length; post++) {
    const { names, leanings } = read(post);
    if (names.length > 0) bits[post] = 2 ** codes.findIndex(({ id }) => id === decide(leanings));
  }
  return makeCoding(corpus, codes, bits, (post) => {
    const { names, leanings, negations } = read(post);
    if (names.length === 0) return [];
    const code = decide(leanings);
    const counted = code === "neither" ? leanings : leanings.filter(({ towards }) => towards === code);
    return [...names, ...counted, ...negations].map(({ pattern, from, to }): Earned<Stance> => ({
      code,
      term: (patterns[pattern] as CodebookPattern).term,
      from,
      to,
    }));
  });
}

/**
 * Whether a match takes the place of another: of two in one place the longer term counts, колдобо* and not
 * колдо*; and честные выборы is one word of doubt, not честные alone.
 */
function outdoes(one: Match, other: Match, patterns: readonly CodebookPattern[]): boolean {
  if (holds(one, other)) return true;
  if (one.from !== other.from || one.to !== other.to) return false;
  const [a, b] = [one.pattern, other.pattern].map((i) => (patterns[i] as CodebookPattern).term.length) as [
    number,
    number,
  ];
  return a > b || (a === b && one.pattern < other.pattern);
}

function holds(outer: Match, inner: Match): boolean {
  return outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from;
}

/** Tokens from one match to the other, 1 side by side, 0 where they share a token. */
function distance(a: Match, b: Match): number {
  if (b.from >= a.to) return b.from - a.to + 1;
  return a.from >= b.to ? a.from - b.to + 1 : 0;
}
