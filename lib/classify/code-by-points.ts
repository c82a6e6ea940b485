import type { Codebook, CodebookPattern } from "../load/load-codebook";
import type { PointedCode, PointRules, Sign } from "../load/codebook-rules";
import { type CodedCorpus, type Coding, type Earned, makeCoding } from "./coding";
import { TermMatcher } from "./term-matcher";

/** What a pattern counts, and for which code. */
interface Weight {
  readonly code: number;
  readonly points: number;
}

/**
 * Give each post the codes for which its words and signs count enough.
 *
 * Every distinct word of a post counts once for a code, with the points of the codebook; words of a theme
 * count what the code says, unless the code's own words say otherwise. A code is given from `least` points,
 * and beside a stronger one from its share `beside` of the stronger one's points; of equal ones the first
 * comes first. A post with words that no code reaches has the code `otherwise`; one without words has none.
 *
 * Of phrases that begin at one place the first in the codebook counts.
 */
export function codeByPoints<Code extends string>(
  corpus: CodedCorpus,
  codebook: Codebook,
  rules: PointRules,
): Coding<Code> {
  const { index, posts } = corpus;
  const { patterns, weights } = weigh(codebook, rules);
  const matcher = new TermMatcher(index, patterns);
  const best = chooseWeights(matcher, weights, rules.codes.length);
  const isWord = Uint8Array.from(index.types.kinds, (_, type) =>
    Number(["word", "tag"].includes(index.kind(type))),
  );
  const otherwise = 2 ** rules.codes.findIndex(({ id }) => id === rules.otherwise);
  const points = new Float64Array(rules.codes.length);
  const counted: number[] = [];
  const phrases = new Int32Array(rules.codes.length);

  /** Sum up a post; `visit` is told of everything that counted. */
  const sum = (
    post: number,
    visit?: (code: number, worth: number, earned: Omit<Earned, "code">) => void,
  ): void => {
    points.fill(0);
    counted.length = 0;
    phrases.fill(-1);
    matcher.scan(post, (pattern, from, to, type) => {
      const { code, points: worth } = weights[pattern] as Weight;
      const isPhrase = (patterns[pattern] as CodebookPattern).words.length > 1;
      if (isPhrase) {
        if (phrases[code] === from || counted.includes(-1 - pattern)) return;
        phrases[code] = from;
      } else if (best.get(type * points.length + code) !== pattern) return;
      const key = isPhrase ? -1 - pattern : type * points.length + code;
      if (!isPhrase && counted.includes(key)) return;
      counted.push(key);
      points[code] = (points[code] as number) + worth;
      visit?.(code, worth, { term: (patterns[pattern] as CodebookPattern).term, from, to });
    });
    const content = posts[post] as CodedCorpus["posts"][number];
    for (const [code, { signs }] of rules.codes.entries()) {
      for (const { sign, points: worth } of signs) {
        const at = findSign(sign, content);
        if (at === null) continue;
        points[code] = (points[code] as number) + worth;
        visit?.(code, worth, { term: `<${sign}>`, from: 0, to: 0, characters: at });
      }
    }
  };

  const hasWord = (post: number): boolean => {
    for (
      let at = index.documentStarts[post] as number;
      at < (index.documentStarts[post + 1] as number);
      at++
    ) {
      if (isWord[index.tokens[at] as number] === 1) return true;
    }
    return false;
  };
  const bits = new Uint32Array(posts.length);
  for (let post = 0; post < posts.length; post++) {
    sum(post);
    const given = choose(points, rules);
    bits[post] = given !== 0 ? given : hasWord(post) ? otherwise : 0;
  }
  return makeCoding(corpus, rules.codes as readonly (PointedCode & { id: Code })[], bits, (post) => {
    const earned: Earned<Code>[] = [];
    sum(post, (code, worth, match) => {
      if (worth <= 0 || ((bits[post] as number) & (2 ** code)) === 0) return;
      earned.push({ code: (rules.codes[code] as PointRules["codes"][number]).id as Code, ...match });
    });
    return earned;
  });
}

/** Codes that are given for some points, as bits. */
function choose(points: Float64Array, { least, beside }: PointRules): number {
  let most = 0;
  for (const sum of points) most = Math.max(most, sum);
  if (most < least) return 0;
  let bits = 0;
  for (let code = 0; code < points.length; code++) {
    const sum = points[code] as number;
    if (sum >= least && sum >= most * beside) {
      bits += 2 ** code;
      if (beside === 1) break;
    }
  }
  return bits;
}

function weigh(
  { themes }: Codebook,
  { codes }: PointRules,
): { patterns: CodebookPattern[]; weights: Weight[] } {
  const patterns: CodebookPattern[] = [];
  const weights: Weight[] = [];
  const add = (code: number, points: number, terms: readonly CodebookPattern[]): void => {
    for (const term of terms) {
      patterns.push(term);
      weights.push({ code, points });
    }
  };
  // What comes first decides for a word that several terms meet: the code's own words, then what the theme
  // excludes.
  for (const [code, { groups, themes: names, themePoints }] of codes.entries()) {
    for (const { points, terms } of groups) add(code, points, terms);
    for (const { id, terms, exclude } of themes) {
      if (!names.includes(id)) continue;
      add(code, 0, exclude);
      add(code, themePoints, terms);
    }
  }
  return { patterns, weights };
}

/** The pattern that decides for each type and code, at `type * codes + code`. */
function chooseWeights(
  matcher: TermMatcher,
  weights: readonly Weight[],
  codes: number,
): Map<number, number> {
  const best = new Map<number, number>();
  matcher.forSingles((type, pattern) => {
    const key = type * codes + (weights[pattern] as Weight).code;
    if (!best.has(key)) best.set(key, pattern);
  });
  return best;
}

function findSign(
  sign: Sign,
  { text, kind, byAdmin }: CodedCorpus["posts"][number],
): [number, number] | null {
  switch (sign) {
    case "question": {
      const at = text.indexOf("?");
      return at < 0 ? null : [at, at + 1];
    }
    case "admin":
      return byAdmin === true ? [0, 0] : null;
    case "comment":
      return kind === "comment" ? [0, 0] : null;
  }
}
