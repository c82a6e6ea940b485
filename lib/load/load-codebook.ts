import type { Node } from "yaml";

import {
  type ActRules,
  type CodebookPattern,
  type PointRules,
  type StanceRules,
  TERM_LANGUAGES,
  type TermLanguage,
} from "./codebook-rules";
import { readActRules, readId, readPattern, readPointRules, readStanceRules } from "./read-codebook-rules";
import { YamlReader } from "./yaml-reader";

export type { CodebookPattern };

/** A term by which a text is counted to a theme. */
export interface CodebookTerm extends CodebookPattern {
  /** `xx` where the spelling is shared by languages. */
  readonly language: TermLanguage;
  /** Whether the paper names the word, or we added it. */
  readonly origin: "paper" | "ours";
}

/** A theme and its words. */
export interface Theme {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly terms: readonly CodebookTerm[];
  /** Forms that a pattern would meet and that mean something else. */
  readonly exclude: readonly CodebookPattern[];
}

/**
 * Themes in the order of the file, and the rules of the classifiers; one that has no section is not to be
 * had.
 */
export interface Codebook {
  readonly themes: readonly Theme[];
  readonly topics?: PointRules;
  readonly postTypes?: PointRules;
  readonly acts?: ActRules;
  readonly stances?: StanceRules;
}

const ORIGINS = ["paper", "ours"] as const;

/**
 * Read a codebook.
 *
 * The file says in its first lines what its fields mean. Every theme, rule and term is checked, because a
 * misspelt key would silently drop words: nothing is guessed and nothing is passed over.
 *
 * @param path  a YAML file such as `data/codebook.yml`
 * @throws Error naming file, line and column of what does not fit
 */
export function loadCodebook(path = "data/codebook.yml"): Codebook {
  const reader = YamlReader.open(path);
  const root = reader.map(
    reader.root,
    "a codebook",
    ["themes"],
    ["topics", "post-types", "acts", "stances"],
  );
  const nodes = reader.list(root, "themes");
  const themes = nodes.map((node) => readTheme(reader, node));
  if (themes.length === 0)
    reader.fail(reader.at(root, "themes"), "at least one theme is needed, found none");
  for (const [i, { id }] of themes.entries()) {
    if (themes.findIndex((theme) => theme.id === id) < i) {
      reader.fail(nodes[i], `a theme's id must be its own, found "${id}" twice`);
    }
  }
  const ids = themes.map(({ id }) => id);
  const section = <Rules,>(key: string, read: (node: Node) => Rules): Rules | undefined => {
    const node = reader.at(root, key);
    return node === undefined ? undefined : read(node);
  };
  const topics = section("topics", (node) => readPointRules(reader, node, ids));
  const postTypes = section("post-types", (node) => readPointRules(reader, node, ids));
  const acts = section("acts", (node) => readActRules(reader, node));
  const stances = section("stances", (node) => readStanceRules(reader, node));
  return {
    themes,
    ...(topics && { topics }),
    ...(postTypes && { postTypes }),
    ...(acts && { acts }),
    ...(stances && { stances }),
  };
}

function readTheme(reader: YamlReader, node: Node): Theme {
  const map = reader.map(node, "a theme", ["id", "name", "about", "terms"], ["exclude"]);
  const id = readId(reader, map);
  const nodes = reader.list(map, "terms");
  const terms = nodes.map((term) => readTerm(reader, term));
  for (const [i, { term }] of terms.entries()) {
    const before = terms.findIndex((other) => other.term === term);
    if (before < i) {
      const { line } = terms[before] as CodebookTerm;
      reader.fail(nodes[i], `a term stands once in a theme, found "${term}" also on line ${line}`);
    }
  }
  const exclude = reader.list(map, "exclude").map((entry) => {
    const own = reader.map(entry, "an exclusion", ["term", "gloss"]);
    return readPattern(reader, reader.at(own, "term") as Node, "term", reader.text(own, "gloss"));
  });
  return { id, name: reader.text(map, "name"), about: reader.text(map, "about"), terms, exclude };
}

function readTerm(reader: YamlReader, node: Node): CodebookTerm {
  const map = reader.map(node, "a term", ["term", "language", "gloss", "origin"]);
  return {
    ...readPattern(reader, reader.at(map, "term") as Node, "term", reader.text(map, "gloss")),
    language: reader.oneOf(map, "language", TERM_LANGUAGES),
    origin: reader.oneOf(map, "origin", ORIGINS),
  };
}
