import type { Node, YAMLMap } from "yaml";

import type { YamlReader } from "./yaml-reader";

/** A word, a pattern or a phrase of them. */
export interface CodebookPattern {
  /** As written in the codebook: `рабоч*`. */
  readonly term: string;
  /** Its words; more than one is a phrase. */
  readonly words: readonly string[];
  readonly gloss: string;
  /** Line of the codebook, from 1, so that a result can point at it. */
  readonly line: number;
}

/** Languages of a codebook's words; `xx` where the spelling is shared. */
export const TERM_LANGUAGES = ["ru", "ky", "en", "xx"] as const;
export type TermLanguage = (typeof TERM_LANGUAGES)[number];

/** Words of one meaning and one weight. */
export interface TermGroup {
  readonly language: TermLanguage;
  readonly gloss: string;
  /** What each of them counts; below zero it speaks against the code. */
  readonly points: number;
  readonly terms: readonly CodebookPattern[];
  /** For words of an act: the cues of which one must be met, in place of the act's. */
  readonly cues?: readonly string[];
}

/** What can be seen of a post beside its words. */
export const SIGNS = ["question", "admin", "comment"] as const;
export type Sign = (typeof SIGNS)[number];

/** A code and the words and signs that count for it. */
export interface PointedCode {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** Themes of the codebook whose terms count for it too, and what each counts. */
  readonly themes: readonly string[];
  readonly themePoints: number;
  readonly groups: readonly TermGroup[];
  readonly signs: readonly { readonly sign: Sign; readonly points: number }[];
}

/** How codes are given by points. */
export interface PointRules {
  /** Points from which a code is given. */
  readonly least: number;
  /** Share of the strongest code's points from which another is given beside it; 1 gives one code alone. */
  readonly beside: number;
  /** The code of a text with words that no code reaches. */
  readonly otherwise: string;
  readonly codes: readonly PointedCode[];
}

/** Something that must stand near an act's word, such as a link or a sum of money. */
export interface Cue {
  readonly id: string;
  readonly about: string;
  readonly groups: readonly TermGroup[];
}

/** An act that reaches beyond the screen. */
export interface ActRule {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** Most tokens from the act's word to the cue; 1 is side by side. */
  readonly reach: number;
  readonly words: readonly TermGroup[];
  /** Ids of the cues of which one must be met. */
  readonly cues: readonly string[];
  /** Words anywhere in the text that take the act back. */
  readonly unless: readonly TermGroup[];
}

/** The acts and the cues that they share. */
export interface ActRules {
  readonly cues: readonly Cue[];
  readonly codes: readonly ActRule[];
}

/** A person towards whom a stance is taken. */
export interface Figure {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly TermGroup[];
}

/** How a stance towards a named figure is told. */
export interface StanceRules {
  /** Most tokens from the figure's name to a word of stance. */
  readonly reach: number;
  /** Words that turn a word of stance round, if they stand at most so many tokens before or after it. */
  readonly negation: {
    readonly before: number;
    readonly after: number;
    readonly leading: readonly TermGroup[];
    readonly trailing: readonly TermGroup[];
  };
  readonly figures: readonly Figure[];
  readonly support: readonly TermGroup[];
  readonly doubt: readonly TermGroup[];
  /** Names of the three codes as shown. */
  readonly names: { readonly support: string; readonly doubt: string; readonly neither: string };
}

/** Kinds of token that a term may ask for in place of a word. */
const TOKEN_TERMS = [
  "<number>",
  "<time>",
  "<url>",
  "<tag>",
  "<emoji>",
  "<phone>",
  "<card>",
  "<email>",
  "<handle>",
] as const;

/**
 * Read rules by points: topics or types of posts.
 *
 * @param themes  ids of the codebook's themes
 */
export function readPointRules(reader: YamlReader, node: Node, themes: readonly string[]): PointRules {
  const map = reader.map(node, "rules by points", ["least", "beside", "otherwise", "codes"]);
  const codes = reader.list(map, "codes").map((entry): PointedCode => {
    const own = reader.map(
      entry,
      "a code",
      ["id", "name", "about"],
      ["themes", "theme-points", "words", "signs"],
    );
    return {
      ...readNames(reader, own),
      themes: reader.texts(own, "themes", themes),
      themePoints: reader.number(own, "theme-points", [1, 9], 2),
      groups: readGroups(reader, own, "words"),
      signs: reader.list(own, "signs").map((sign) => {
        const pair = reader.map(sign, "a sign", ["sign", "points"]);
        return {
          sign: reader.oneOf(pair, "sign", SIGNS),
          points: reader.number(pair, "points", [-9, 9], 1),
        };
      }),
    };
  });
  checkCodes(reader, map, codes);
  const otherwise = reader.text(map, "otherwise");
  if (!codes.some(({ id }) => id === otherwise)) {
    reader.fail(
      reader.at(map, "otherwise"),
      `otherwise must be the id of a code, found "${otherwise}"; correct it`,
    );
  }
  return {
    least: reader.number(map, "least", [1, 99], 2),
    beside: reader.number(map, "beside", [1, 100], 100) / 100,
    otherwise,
    codes,
  };
}

/** Read the acts and their cues. */
export function readActRules(reader: YamlReader, node: Node): ActRules {
  const map = reader.map(node, "acts", ["cues", "codes"]);
  const cues = reader.list(map, "cues").map((entry): Cue => {
    const own = reader.map(entry, "a cue", ["id", "about", "words"]);
    return {
      id: readId(reader, own),
      about: reader.text(own, "about"),
      groups: readGroups(reader, own, "words"),
    };
  });
  const codes = reader.list(map, "codes").map((entry): ActRule => {
    const own = reader.map(entry, "an act", ["id", "name", "about", "reach", "words", "cues"], ["unless"]);
    const ids = cues.map(({ id }) => id);
    return {
      ...readNames(reader, own),
      reach: reader.number(own, "reach", [1, 999], 10),
      words: readGroups(reader, own, "words", ids),
      cues: reader.texts(own, "cues", ids),
      unless: readGroups(reader, own, "unless"),
    };
  });
  checkCodes(reader, map, codes);
  return { cues, codes };
}

/** Read how a stance is told. */
export function readStanceRules(reader: YamlReader, node: Node): StanceRules {
  const map = reader.map(node, "stances", ["reach", "figures", "negation", "names", "support", "doubt"]);
  const negation = reader.map(reader.at(map, "negation") ?? null, "negation", [
    "before",
    "after",
    "leading",
    "trailing",
  ]);
  const names = reader.map(reader.at(map, "names") ?? null, "names", ["support", "doubt", "neither"]);
  return {
    reach: reader.number(map, "reach", [1, 999], 20),
    negation: {
      before: reader.number(negation, "before", [1, 9], 2),
      after: reader.number(negation, "after", [1, 9], 2),
      leading: readGroups(reader, negation, "leading"),
      trailing: readGroups(reader, negation, "trailing"),
    },
    figures: reader.list(map, "figures").map((entry): Figure => {
      const own = reader.map(entry, "a figure", ["id", "name", "words"]);
      return {
        id: readId(reader, own),
        name: reader.text(own, "name"),
        groups: readGroups(reader, own, "words"),
      };
    }),
    support: readGroups(reader, map, "support"),
    doubt: readGroups(reader, map, "doubt"),
    names: {
      support: reader.text(names, "support"),
      doubt: reader.text(names, "doubt"),
      neither: reader.text(names, "neither"),
    },
  };
}

/**
 * Read a term: words of letters with `*` and `?`, and, where a kind of token is allowed, `<number>` and the
 * like.
 */
export function readPattern(
  reader: YamlReader,
  node: Node,
  key: string,
  gloss: string,
  kinds = false,
): CodebookPattern {
  const term = reader.textOf(node, key);
  const words = term.split(" ");
  const isKind = (word: string) => kinds && (TOKEN_TERMS as readonly string[]).includes(word);
  const letters = words.map((word) => word.match(/\p{L}/gu)?.length ?? 0);
  const fits = words.every((word, i) => {
    const long = kinds && words.length > 1 ? 1 : 2;
    return isKind(word) || (/^[\p{L}\p{M}*?'’-]+$/u.test(word) && (letters[i] as number) >= long);
  });
  if (!fits) {
    const allowed = kinds ? `* and ? allowed, or ${TOKEN_TERMS.join(" ")}` : "* and ? allowed";
    reader.fail(
      node,
      `a term must be words of two letters or more with one space between, ${allowed}, found "${term}"`,
    );
  }
  if (term !== term.toLowerCase()) reader.fail(node, `a term must be in small letters, found "${term}"`);
  return { term, words, gloss, line: reader.lineOf(node) };
}

function readGroups(reader: YamlReader, map: YAMLMap, key: string, cues?: readonly string[]): TermGroup[] {
  const lines = new Map<string, number>();
  return reader.list(map, key).map((entry): TermGroup => {
    const extra = cues === undefined ? ["points"] : ["points", "cues"];
    const own = reader.map(entry, "a group of words", ["language", "gloss", "terms"], extra);
    const gloss = reader.text(own, "gloss");
    const terms = reader.list(own, "terms").map((node) => readPattern(reader, node, "a term", gloss, true));
    for (const [i, { term, line }] of terms.entries()) {
      const before = lines.get(term);
      if (before !== undefined) {
        reader.fail(
          reader.list(own, "terms")[i],
          `a term stands once in ${key}, found "${term}" also on line ${before}`,
        );
      }
      lines.set(term, line);
    }
    const language = reader.oneOf(own, "language", TERM_LANGUAGES);
    const group = { language, gloss, points: reader.number(own, "points", [-9, 9], 1), terms };
    return cues !== undefined && reader.at(own, "cues") !== undefined
      ? { ...group, cues: reader.texts(own, "cues", cues) }
      : group;
  });
}

function readNames(reader: YamlReader, map: YAMLMap): { id: string; name: string; about: string } {
  return { id: readId(reader, map), name: reader.text(map, "name"), about: reader.text(map, "about") };
}

/** An id: lower-case Latin letters with hyphens. */
export function readId(reader: YamlReader, map: YAMLMap): string {
  const id = reader.text(map, "id");
  if (/^[a-z]+(-[a-z]+)*$/.test(id)) return id;
  return reader.fail(
    reader.at(map, "id"),
    `an id must be lower-case Latin letters with hyphens, found "${id}"`,
  );
}

/** Most codes of one section: a post's codes are the bits of one number. */
const MOST_CODES = 32;

function checkCodes(reader: YamlReader, map: YAMLMap, codes: readonly { readonly id: string }[]): void {
  const nodes = reader.list(map, "codes");
  if (codes.length === 0 || codes.length > MOST_CODES) {
    reader.fail(reader.at(map, "codes"), `codes must be one to ${MOST_CODES}, found ${codes.length}`);
  }
  for (const [i, { id }] of codes.entries()) {
    if (codes.findIndex((code) => code.id === id) < i) {
      reader.fail(nodes[i], `a code's id must be its own, found "${id}" twice`);
    }
  }
}
