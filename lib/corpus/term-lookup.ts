import { compareCodePoints } from "../text/compare-code-points";
import type { TypeGroups } from "./group-types";
import { typeKey } from "./scan";
import type { TokenIndex } from "./token-index";

/** A word of a search, and the terms of the corpus that it stands for. */
export interface Expansion {
  /** As given: `рабоч*`. */
  readonly pattern: string;
  /** Terms it matched with their counts, the commonest first; none where the corpus holds no such word. */
  readonly terms: readonly { readonly term: string; readonly count: number }[];
}

/**
 * Finds terms by name or by pattern, and where they stand.
 *
 * `*` stands for any number of characters, also none, `?` for exactly one. A pattern meets the terms' names, so with
 * folded names it finds folded words; `normalise` does to the search what was done to the names.
 */
export class TermLookup {
  private readonly numbers: Map<string, number>;
  private readonly types: number[][];
  private sorted: number[] | null = null;

  constructor(
    readonly index: TokenIndex,
    readonly groups: TypeGroups,
    readonly normalise: (word: string) => string = (word) => typeKey("word", word),
  ) {
    this.numbers = new Map(groups.labels.map((label, i) => [label, i]));
    this.types = groups.labels.map(() => []);
    groups.groupOf.forEach((term, type) => {
      if (term >= 0) {
        (this.types[term] as number[]).push(type);
      }
    });
  }

  /** Numbers of the terms that a word or pattern matches, in no particular order. */
  find(pattern: string): number[] {
    const parts = pattern.split(/([*?])/).map((part) => (part === "*" || part === "?" ? part : this.normalise(part)));
    const prefix = parts[0] as string;
    if (parts.length === 1) {
      const number = this.numbers.get(prefix);
      return number === undefined ? [] : [number];
    }
    const rest = new RegExp(
      `^${parts.map((part) => (part === "*" ? ".*" : part === "?" ? "." : escape(part))).join("")}$`,
      "su",
    );
    const { labels } = this.groups;
    return this.withPrefix(prefix).filter((term) => rest.test(labels[term] as string));
  }

  /** What a pattern matched, for a reader to check. */
  expand(pattern: string): Expansion {
    const terms = this.find(pattern).map((number) => ({
      term: this.groups.labels[number] as string,
      count: this.count(number),
    }));
    return { pattern, terms: terms.sort((a, b) => b.count - a.count || compareCodePoints(a.term, b.term)) };
  }

  count(term: number): number {
    const counts = this.index.counts();
    return this.typesOf(term).reduce((sum, type) => sum + (counts[type] as number), 0);
  }

  typesOf(term: number): readonly number[] {
    return this.types[term] ?? [];
  }

  /** Positions of all of some terms, in order. */
  positions(terms: readonly number[]): Uint32Array {
    const lists = terms.flatMap((term) => this.typesOf(term).map((type) => this.index.positions(type)));
    if (lists.length === 1) {
      return lists[0] as Uint32Array;
    }
    const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
    let at = 0;
    for (const list of lists) {
      all.set(list, at);
      at += list.length;
    }
    return all.sort();
  }

  /** Positions at which a sequence of patterns begins, inside one document. */
  phrase(patterns: readonly string[]): Uint32Array {
    const { index } = this;
    const sets = patterns.map((pattern) => new Set(this.find(pattern).flatMap((term) => this.typesOf(term))));
    const starts = this.positions(this.find(patterns[0] as string));
    if (patterns.length === 1) {
      return starts;
    }
    const documents = index.documentsAt(starts);
    return starts.filter((start, i) => {
      const end = index.documentStarts[(documents[i] as number) + 1] as number;
      return start + patterns.length <= end && sets.every((types, j) => types.has(index.tokens[start + j] as number));
    });
  }

  private withPrefix(prefix: string): number[] {
    const { labels } = this.groups;
    if (prefix === "") {
      return labels.map((_, i) => i);
    }
    this.sorted ??= labels.map((_, i) => i).sort((a, b) => ((labels[a] as string) < (labels[b] as string) ? -1 : 1));
    const { sorted } = this;
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((labels[sorted[middle] as number] as string) < prefix) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    let end = low;
    while (end < sorted.length && (labels[sorted[end] as number] as string).startsWith(prefix)) {
      end++;
    }
    return sorted.slice(low, end);
  }
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (sign) => (sign === "-" ? "\\x2d" : `\\${sign}`));
}
