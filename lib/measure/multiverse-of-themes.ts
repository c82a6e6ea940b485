import type { TokenIndex } from "../corpus/token-index";
import type { Codebook } from "../load/load-codebook";
import { PLATFORMS, type Platform, type Post } from "../load/post";
import { ALIKE_THEMES } from "./check-likeness";
import { findThemes, type ThemeMatches, themeLookup } from "./find-themes";
import { exactForms } from "../corpus/group-types";
import { type Multiverse, multiverse } from "./multiverse";
import { LEAST_WORDS } from "./rank-themes";
import { spearman } from "./rank-overlap";
import { TermLookup } from "../corpus/term-lookup";

/** Decisions on which the order of the themes might hang. */
const CHOICES = {
  "mixed scripts": ["folded", "as they stand"],
  terms: ["all", "the paper's"],
  "COVID under": ["health", "documents"],
  texts: ["posts", "comments", "both"],
  counted: ["words", "texts"],
  weight: ["each platform", "each community", "each word"],
  window: ["whole", "first half", "second half"],
} as const;

/** Words of COVID and vaccination, by what their term begins with: the paper counts them among documents. */
const COVID = /^(covid|ковид|коронавирус|coronavirus|вакцин|привив|vaccin|эмд[өо]|пцр|pcr)/;
const [WORDS, TEXTS] = [0, 1] as const;

/** Claims about the order of the themes, each under every combination of decisions. */
export interface ThemeMultiverses {
  /** The value is the rank of work, of documents, of housing; 1 is the most prominent theme. */
  readonly F1: Multiverse;
  readonly F2: Multiverse;
  readonly F3: Multiverse;
  /** The value is the lowest Spearman correlation of the themes between two platforms. */
  readonly F4: Multiverse;
}

/**
 * Recompute claims F1 to F4 under every combination of decisions about what counts as a theme and how it is counted.
 *
 * @param codebook  with the themes `work`, `documents`, `housing` and `health`
 */
export function multiverseOfThemes(
  { posts, index }: { readonly posts: readonly Post[]; readonly index: TokenIndex },
  codebook: Codebook,
): ThemeMultiverses {
  const themes = codebook.themes.filter(({ terms }) => terms.length > 0).map(({ id }) => id);
  const counts = countEverything(posts, index, codebook);
  type Paths = { [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] };

  const sharesOf = (path: Paths): Map<Platform, number[]> => {
    const cells = counts.get(`${path["mixed scripts"]} ${path.terms} ${path["COVID under"]}`) ?? [];
    const counted = path.counted === "words" ? WORDS : TEXTS;
    const kept = cells.filter(
      ({ kind, half }) =>
        (path.texts === "both" || path.texts === `${kind}s`) && (path.window === "whole" || path.window === half),
    );
    const units = new Map<Platform, Map<string, Float64Array>>();
    for (const cell of kept) {
      const own = units.get(cell.platform) ?? new Map<string, Float64Array>();
      units.set(cell.platform, own);
      const unit = path.weight === "each community" ? cell.community : "";
      const row = own.get(unit) ?? new Float64Array(themes.length + 1);
      own.set(unit, row);
      cell.counts[counted].forEach((count, i) => (row[i] = (row[i] as number) + count));
    }
    const platforms = PLATFORMS.filter((platform) => {
      const words = [...(units.get(platform)?.values() ?? [])].reduce((sum, row) => sum + total(row), 0);
      return words >= LEAST_WORDS;
    });
    return new Map(platforms.map((platform) => [platform, meanShares([...(units.get(platform)?.values() ?? [])])]));
  };

  const sizes = new Map<string, number>();
  for (const cell of [...counts.values()].flat()) {
    const of = `${cell.platform} ${cell.kind}`;
    sizes.set(of, (sizes.get(of) ?? 0) + (cell.counts[WORDS].at(-1) as number));
  }
  const ranked = (theme: string, rank: number): Multiverse => {
    const place = themes.indexOf(theme);
    return multiverse(CHOICES, (path) => {
      const shares = sharesOf(path);
      if (shares.size === 0 || place < 0) return { value: null, holds: null };
      const weights = [...shares.keys()].map((platform) => {
        if (path.weight !== "each word") return 1;
        return PLATFORM_KINDS.filter((kind) => path.texts === "both" || path.texts === `${kind}s`).reduce(
          (sum, kind) => sum + (sizes.get(`${platform} ${kind}`) ?? 0),
          0,
        );
      });
      const mean = themes.map((_, i) => weightedMean([...shares.values()].map((row) => row[i] as number), weights));
      const own = mean.filter((share) => share > (mean[place] as number)).length + 1;
      return { value: own, holds: own === rank };
    });
  };

  return {
    F1: ranked("work", 1),
    F2: ranked("documents", 2),
    F3: ranked("housing", 3),
    F4: multiverse(CHOICES, (path) => {
      const shares = [...sharesOf(path).values()];
      if (shares.length < 2 || shares.some((row) => new Set(row).size < 2)) return { value: null, holds: null };
      const pairs = shares.flatMap((one, i) => shares.slice(i + 1).map((other) => spearman(one, other)));
      const least = Math.min(...pairs);
      return { value: least, holds: least >= ALIKE_THEMES };
    }),
  };
}

const PLATFORM_KINDS = ["post", "comment"] as const;

/** Counts of one community's posts, or its comments, in one half of the window. */
interface Cell {
  readonly platform: Platform;
  readonly community: string;
  readonly kind: Post["kind"];
  readonly half: "first half" | "second half";
  /** By words and by texts: a number a theme, and last the words or texts behind them. */
  readonly counts: readonly [Float64Array, Float64Array];
}

/** Count once what all specifications add up: cells for each way of finding themes. */
function countEverything(posts: readonly Post[], index: TokenIndex, codebook: Codebook): Map<string, Cell[]> {
  const counts = new Map<string, Cell[]>();
  const lookups = { folded: themeLookup(index), "as they stand": new TermLookup(index, exactForms(index)) };
  const middle = middleOf(posts);
  for (const scripts of CHOICES["mixed scripts"]) {
    for (const terms of CHOICES.terms) {
      for (const covid of CHOICES["COVID under"]) {
        const varied = varyCodebook(codebook, terms, covid);
        const matches = findThemes(index, varied, lookups[scripts]);
        // A theme may lose all its terms on the way and keeps its place.
        counts.set(`${scripts} ${terms} ${covid}`, countCells(posts, index, matches, varied.themes.length, middle));
      }
    }
  }
  return counts;
}

function varyCodebook(codebook: Codebook, terms: string, covid: string): Codebook {
  const health = codebook.themes.find(({ id }) => id === "health")?.terms ?? [];
  const moved = covid === "documents" ? health.filter(({ term }) => COVID.test(term)) : [];
  return {
    ...codebook,
    themes: codebook.themes
      .filter((theme) => theme.terms.length > 0)
      .map((theme) => {
        const own =
          theme.id === "health"
            ? theme.terms.filter((term) => !moved.includes(term))
            : theme.id === "documents"
              ? [...theme.terms, ...moved.filter(({ term }) => theme.terms.every((other) => other.term !== term))]
              : theme.terms;
        return { ...theme, terms: terms === "all" ? own : own.filter(({ origin }) => origin === "paper") };
      }),
  };
}

function countCells(
  posts: readonly Post[],
  index: TokenIndex,
  matches: ThemeMatches,
  size: number,
  middle: number,
): Cell[] {
  const isWord = Uint8Array.from(index.types.kinds, (_, type) => Number(["word", "tag"].includes(index.kind(type))));
  const cells = new Map<string, Cell>();
  posts.forEach(({ platform, community, kind, createdAt }, document) => {
    const half = createdAt.getTime() < middle ? "first half" : "second half";
    const name = `${platform} ${community} ${kind} ${half}`;
    let cell = cells.get(name);
    if (cell === undefined) {
      cell = { platform, community, kind, half, counts: [new Float64Array(size + 1), new Float64Array(size + 1)] };
      cells.set(name, cell);
    }
    const [words, texts] = cell.counts;
    const end = index.documentStarts[document + 1] as number;
    for (let at = index.documentStarts[document] as number; at < end; at++) {
      words[size]! += isWord[index.tokens[at] as number] as number;
      for (let left = matches.tokens[at] as number; left !== 0; left &= left - 1)
        words[31 - Math.clz32(left & -left)]!++;
    }
    texts[size]!++;
    for (let left = matches.documents[document] as number; left !== 0; left &= left - 1) {
      texts[31 - Math.clz32(left & -left)]!++;
    }
  });
  return [...cells.values()];
}

function middleOf(posts: readonly Post[]): number {
  let [first, last] = [Infinity, -Infinity];
  for (const { createdAt } of posts) {
    first = Math.min(first, createdAt.getTime());
    last = Math.max(last, createdAt.getTime());
  }
  return (first + last) / 2;
}

function total(row: Float64Array): number {
  return row.slice(0, -1).reduce((sum, count) => sum + count, 0);
}

function meanShares(rows: readonly Float64Array[]): number[] {
  const filled = rows.filter((row) => (row.at(-1) as number) > 0);
  const size = (rows[0]?.length ?? 1) - 1;
  return Array.from({ length: size }, (_, i) =>
    weightedMean(
      filled.map((row) => (100 * (row[i] as number)) / (row.at(-1) as number)),
      filled.map(() => 1),
    ),
  );
}

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  const [sum, weight] = values.reduce(
    ([a, b], value, i) => [a + value * (weights[i] as number), b + (weights[i] as number)] as [number, number],
    [0, 0] as [number, number],
  );
  return weight === 0 ? 0 : sum / weight;
}
