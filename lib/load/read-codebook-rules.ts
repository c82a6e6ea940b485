import type { Node, YAMLMap } from "yaml";

import {
  type ActRule,
  type ActRules,
  type CodebookPattern,
  type Cue,
  type Figure,
  type PointedCode,
  type PointRules,
  SIGNS,
  type StanceRules,
  TERM_LANGUAGES,
  type TermGroup,
} from "./codebook-rules";
import type { YamlReader } from "./yaml-reader";

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
