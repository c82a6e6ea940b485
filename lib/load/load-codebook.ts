import { readFileSync } from "node:fs";

import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Node, YAMLMap } from "yaml";

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

/** A term by which a text is counted to a theme. */
export interface CodebookTerm extends CodebookPattern {
  /** `xx` where the spelling is shared by languages. */
  readonly language: "ru" | "ky" | "en" | "xx";
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

/** Themes in the order of the file. */
export interface Codebook {
  readonly themes: readonly Theme[];
}

const LANGUAGES = ["ru", "ky", "en", "xx"] as const;
const ORIGINS = ["paper", "ours"] as const;

/**
 * Read a codebook.
 *
 * The file says in its first lines what its fields mean. Every theme and term is checked, because a misspelt key would
 * silently drop words: nothing is guessed and nothing is passed over.
 *
 * @param path  a YAML file such as `data/codebook.yml`
 * @throws Error naming file, line and column of what does not fit
 */
export function loadCodebook(path: string): Codebook {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const reader = new Reader(path, lines);
  const [error] = document.errors;
  if (error !== undefined) {
    return reader.fail(error.pos[0], `YAML is needed, found: ${error.message}`);
  }
  const root = reader.map(document.contents as Node | null, "a codebook", ["themes"], []);
  const themes = reader.list(root.get("themes", true) as Node, "themes").map((node) => reader.theme(node));
  if (themes.length === 0) {
    return reader.fail(0, "at least one theme is needed, found none");
  }
  const ids = new Set<string>();
  for (const [i, { id }] of themes.entries()) {
    if (ids.has(id)) {
      const node = reader.list(root.get("themes", true) as Node, "themes")[i] as Node;
      reader.fail(startOf(node), `a theme's id must be its own, found "${id}" twice`);
    }
    ids.add(id);
  }
  return { themes };
}

class Reader {
  constructor(
    private readonly path: string,
    private readonly lines: LineCounter,
  ) {}

  fail(offset: number, message: string): never {
    const { line, col } = this.lines.linePos(offset);
    throw new Error(`${this.path}:${line}:${col}: ${message}`);
  }

  theme(node: Node): Theme {
    const map = this.map(node, "a theme", ["id", "name", "about", "terms"], ["exclude"]);
    const id = this.text(map, "id");
    if (!/^[a-z]+(-[a-z]+)*$/.test(id)) {
      this.fail(startOf(map.get("id", true) as Node), `an id must be lower-case Latin letters with hyphens, found "${id}"`);
    }
    const exclude = map.has("exclude") ? this.list(map.get("exclude", true) as Node, "exclude") : [];
    const terms = this.list(map.get("terms", true) as Node, "terms").map((term) => this.term(term));
    const first = new Map<string, number>();
    for (const { term, line } of terms) {
      const before = first.get(term);
      if (before !== undefined) {
        throw new Error(`${this.path}:${line}: a term stands once in a theme, found "${term}" also on line ${before}`);
      }
      first.set(term, line);
    }
    return {
      id,
      name: this.text(map, "name"),
      about: this.text(map, "about"),
      terms,
      exclude: exclude.map((pattern) => this.pattern(this.map(pattern, "an exclusion", ["term", "gloss"], []))),
    };
  }

  term(node: Node): CodebookTerm {
    const map = this.map(node, "a term", ["term", "language", "gloss", "origin"], []);
    return { ...this.pattern(map), language: this.oneOf(map, "language", LANGUAGES), origin: this.oneOf(map, "origin", ORIGINS) };
  }

  pattern(map: YAMLMap): CodebookPattern {
    const term = this.text(map, "term");
    const at = startOf(map.get("term", true) as Node);
    const words = term.split(" ");
    for (const word of words) {
      if (!/^[\p{L}\p{M}*?'’-]+$/u.test(word) || (word.match(/\p{L}/gu)?.length ?? 0) < 2) {
        this.fail(at, `a term must be words of two letters or more with one space between, * and ? allowed, found "${term}"`);
      }
    }
    if (term !== term.toLowerCase()) {
      this.fail(at, `a term must be in small letters, found "${term}"`);
    }
    return { term, words, gloss: this.text(map, "gloss"), line: this.lines.linePos(at).line };
  }

  /** A mapping with all needed keys and no other than those and the allowed ones. */
  map(node: Node | null, what: string, needed: readonly string[], allowed: readonly string[]): YAMLMap {
    if (node === null || !isMap(node)) {
      return this.fail(startOf(node), `${what} must be a mapping with ${needed.join(", ")}, found ${kindOf(node)}`);
    }
    for (const { key } of node.items) {
      const name = isScalar(key) ? String(key.value) : "";
      if (!needed.includes(name) && !allowed.includes(name)) {
        this.fail(startOf(key as Node), `${what} may have ${[...needed, ...allowed].join(", ")}, found "${name}"`);
      }
    }
    const missing = needed.find((name) => !node.has(name));
    return missing === undefined ? (node as YAMLMap) : this.fail(startOf(node), `${what} needs ${missing}, found none`);
  }

  list(node: Node, what: string): Node[] {
    return isSeq(node) ? (node.items as Node[]) : this.fail(startOf(node), `${what} must be a list, found ${kindOf(node)}`);
  }

  text(map: YAMLMap, key: string): string {
    const node = map.get(key, true) as Node;
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value !== "string" || value.trim() === "" || value.trim() !== value) {
      return this.fail(startOf(node), `${key} must be a text without spaces around it, found ${isScalar(node) ? JSON.stringify(value) : kindOf(node)}`);
    }
    return value.normalize("NFC");
  }

  oneOf<Value extends string>(map: YAMLMap, key: string, values: readonly Value[]): Value {
    const text = this.text(map, key);
    const value = values.find((known) => known === text);
    return value ?? this.fail(startOf(map.get(key, true) as Node), `${key} must be one of ${values.join(", ")}, found "${text}"`);
  }
}

function startOf(node: Node | null | undefined): number {
  return node?.range?.[0] ?? 0;
}

function kindOf(node: Node | null | undefined): string {
  return isMap(node) ? "a mapping" : isSeq(node) ? "a list" : isScalar(node) ? JSON.stringify(node.value) : "nothing";
}
