import { readFileSync } from "node:fs";

import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";

/**
 * Reads a YAML file strictly: what does not fit stops the reading with file, line and field, and no key is passed over.
 */
export class YamlReader {
  private constructor(
    private readonly path: string,
    private readonly lines: LineCounter,
    readonly root: Node | null,
  ) {}

  /** @throws Error if the file is absent or is not YAML */
  static open(path: string): YamlReader {
    let text: string;
    try {
      text = readFileSync(path, "utf8");
    } catch {
      throw new Error(`${path}: needed a file, found none; restore it or correct the path`);
    }
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    const reader = new YamlReader(path, lines, document.contents as Node | null);
    const [error] = document.errors;
    return error === undefined ? reader : reader.failAt(error.pos[0], `YAML is needed, found: ${error.message}`);
  }

  fail(node: Node | null | undefined, message: string): never {
    return this.failAt(node?.range?.[0] ?? 0, message);
  }

  private failAt(offset: number, message: string): never {
    const { line, col } = this.lines.linePos(offset);
    throw new Error(`${this.path}:${line}:${col}: ${message}`);
  }

  /** A mapping with all needed keys and no other than those and the allowed ones. */
  map(node: Node | null, what: string, needed: readonly string[], allowed: readonly string[] = []): YAMLMap {
    if (!isMap(node)) {
      return this.fail(
        node,
        `${what} must be a mapping with ${[...needed, ...allowed].join(", ")}, found ${kindOf(node)}`,
      );
    }
    for (const { key } of node.items) {
      const name = isScalar(key) ? String(key.value) : "";
      if (!needed.includes(name) && !allowed.includes(name)) {
        this.fail(
          key as Node,
          `${what} may have ${[...needed, ...allowed].join(", ")}, found "${name}"; correct or remove it`,
        );
      }
    }
    const missing = needed.find((name) => !node.has(name));
    return missing === undefined ? node : this.fail(node, `${what} needs ${missing}, found none; add it`);
  }

  /** Items of a list; none where the key is absent. */
  list(map: YAMLMap, key: string): Node[] {
    const node = this.at(map, key);
    if (node === undefined) return [];
    return isSeq(node) ? (node.items as Node[]) : this.fail(node, `${key} must be a list, found ${kindOf(node)}`);
  }

  /** A text that is not empty. */
  text(map: YAMLMap, key: string): string {
    return this.textOf(this.at(map, key), key);
  }

  textOf(node: Node | null | undefined, key: string): string {
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value !== "string" || value.trim() === "") {
      const next = isScalar(node) && value !== null && value !== "" ? "; put it in quotes" : "";
      return this.fail(node, `${key} must be a text, found ${kindOf(node)}${next}`);
    }
    return value.trim().normalize("NFC");
  }

  /** A list of texts, each one of the known words where these are given; none where the key is absent. */
  texts(map: YAMLMap, key: string, known?: readonly string[]): string[] {
    return this.list(map, key).map((node) => {
      const text = this.textOf(node, `an entry of ${key}`);
      if (known === undefined || known.includes(text)) return text;
      return this.fail(node, `an entry of ${key} must be one of ${known.join(", ")}, found "${text}"; correct it`);
    });
  }

  /** A text that is one of the known words. */
  oneOf<Word extends string>(map: YAMLMap, key: string, known: readonly Word[]): Word {
    const text = this.text(map, key);
    const word = known.find((each) => each === text);
    return word ?? this.fail(this.at(map, key), `${key} must be one of ${known.join(", ")}, found "${text}"`);
  }

  /** Line of a node in the file, from 1. */
  lineOf(node: Node): number {
    return this.lines.linePos(node.range?.[0] ?? 0).line;
  }

  /** A calendar day that exists, such as 2020-10-04. */
  day(map: YAMLMap, key: string): string {
    const node = this.at(map, key);
    const value = isScalar(node) ? String(node.value) : "";
    const date = new Date(`${value}T00:00:00Z`);
    if (
      /^\d{4}-\d\d-\d\d$/.test(value) &&
      !Number.isNaN(date.getTime()) &&
      date.toISOString().startsWith(value)
    )
      return value;
    return this.fail(node, `${key} must be a day such as 2020-10-04, found ${kindOf(node)}; write year, month and day`);
  }

  /** A whole number in a range; the default where the key is absent. */
  number(map: YAMLMap, key: string, [least, most]: readonly [number, number], standard: number): number {
    const node = this.at(map, key);
    if (node === undefined) return standard;
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
    return this.fail(node, `${key} must be a whole number from ${least} to ${most}, found ${kindOf(node)}`);
  }

  at(map: YAMLMap, key: string): Node | undefined {
    return map.has(key) ? (map.get(key, true) as Node) : undefined;
  }
}

function kindOf(node: Node | null | undefined): string {
  if (isMap(node)) return "a mapping";
  if (isSeq(node)) return "a list";
  return isScalar(node) && node.value !== null ? JSON.stringify(node.value) : "nothing";
}
