import type { TokenIndex } from "../corpus/token-index";
import type { Codebook } from "../load/load-codebook";
import type { FigureTerm } from "../load/load-figure-terms";
import type { Post } from "../load/post";
import { fold } from "../text/fold";
import { isStopWord, stopWords } from "../text/stop-words";
import { RISING } from "./check-late-words";
import { exactForms, groupTypes, type TypeGroups } from "../corpus/group-types";
import { mannKendall } from "./mann-kendall";
import { type Multiverse, multiverse } from "./multiverse";
import { TermLookup } from "../corpus/term-lookup";
import { themeLookup } from "./find-themes";

interface Words {
  readonly posts: readonly Post[];
  readonly index: TokenIndex;
}

const NAMED = {
  "mixed scripts": ["folded", "as they stand"],
  "words grouped": ["by dictionary form", "not at all"],
  "stop list": ["three languages", "Russian and English", "none"],
  "shortest word": ["1 letter", "3 letters", "4 letters"],
  texts: ["posts", "comments", "both"],
  "length of the list": ["500", "1000", "2000"],
} as const;

/**
 * Recompute claim F5, that the words which the paper names are among the most frequent, under every combination of
 * decisions about what a word is and which are counted.
 *
 * @param terms  dictionary forms, as `openTerms` gives them
 * @param words  as `loadFigureTerms` gives them
 * @returns the value is how many of the words stand on the list; the claim holds where all do
 */
export function multiverseOfNamedWords(
  { posts, index }: Words,
  terms: TypeGroups,
  words: readonly FigureTerm[],
): Multiverse {
  // A stop word has no dictionary form there: where it is counted, each of its forms counts for itself.
  const lemmaOf = (type: number) => terms.labels[terms.groupOf[type] as number] ?? null;
  const groupings = {
    "folded by dictionary form": groupTypes(index, (_, type, written) => lemmaOf(type) ?? fold(written).toLowerCase()),
    "folded not at all": groupTypes(index, (_, __, written) => fold(written).toLowerCase()),
    "as they stand by dictionary form": groupTypes(index, (form, type, written) =>
      fold(written).toLowerCase() === form ? (lemmaOf(type) ?? form) : form,
    ),
    "as they stand not at all": exactForms(index),
  };
  const counts = countByKind(posts, index);
  const isLeftOut = {
    "three languages": isStopWord,
    "Russian and English": (word: string) => stopWords("ru").has(word) || stopWords("en").has(word),
    none: () => false,
  };
  const memory = new Map<string, Float64Array>();
  return multiverse(NAMED, (path) => {
    const grouping = `${path["mixed scripts"]} ${path["words grouped"]}` as const;
    const groups = groupings[grouping];
    const least = Number(path["shortest word"][0]);
    const name = `${grouping} ${path.texts} ${path["stop list"]} ${least}`;
    let kept = memory.get(name);
    if (kept === undefined) {
      kept = countGroups(groups, counts[path.texts]);
      const leaveOut = isLeftOut[path["stop list"]];
      groups.labels.forEach((label, term) => {
        if ([...label].length < least || leaveOut(label)) kept![term] = 0;
      });
      memory.set(name, kept);
    }
    const all = kept;
    if (all.reduce((sum, count) => sum + Number(count > 0), 0) < 2 * Number(path["length of the list"])) {
      return { value: null, holds: null };
    }
    const bound = Float64Array.from(all).sort().at(-Number(path["length of the list"])) as number;
    const listed = words.filter(({ term }) => {
      const plain = (path["mixed scripts"] === "folded" ? fold(term) : term).toLowerCase();
      const type = index.typeOf(plain);
      const group = type < 0 ? -1 : (groups.groupOf[type] as number);
      return group >= 0 && (all[group] as number) >= Math.max(1, bound);
    }).length;
    return { value: listed, holds: listed === words.length };
  });
}

const LATE = {
  "mixed scripts": ["folded", "as they stand"],
  words: ["COVID", "vaccination", "both"],
  texts: ["posts", "comments", "both"],
  "share of": ["texts", "words"],
  compared: ["last third with first", "last half with first", "last quarter with first"],
  "least rise": ["1.25 times", "1.5 times", "2 times"],
} as const;

const COVID = /^(covid|ковид|коронавирус|coronavirus)/;
const VACCINATION = /^(вакцин|привив|vaccin|эмд[өо]|пцр|pcr)/;

/**
 * Recompute claim F6, that words of COVID and vaccination came late, under every combination of decisions.
 *
 * @param codebook  its theme `health` has the words
 * @returns the value is the late share as a multiple of the early one
 */
export function multiverseOfLateWords({ posts, index }: Words, codebook: Codebook): Multiverse {
  const terms = (codebook.themes.find(({ id }) => id === "health")?.terms ?? []).filter(
    ({ words }) => words.length === 1,
  );
  const wanted = { COVID: [COVID], vaccination: [VACCINATION], both: [COVID, VACCINATION] };
  const lookups = { folded: themeLookup(index), "as they stand": new TermLookup(index, exactForms(index)) };
  const months = new Map<string, readonly Month[]>();
  for (const scripts of LATE["mixed scripts"]) {
    for (const words of LATE.words) {
      const patterns = terms.filter(({ term }) => wanted[words].some((begin) => begin.test(term)));
      const types = patterns
        .flatMap(({ term }) => lookups[scripts].find(term))
        .flatMap((n) => lookups[scripts].typesOf(n));
      for (const texts of LATE.texts)
        months.set(`${scripts} ${words} ${texts}`, countMonths(posts, index, types, texts));
    }
  }
  return multiverse(LATE, (path) => {
    const rows = (months.get(`${path["mixed scripts"]} ${path.words} ${path.texts}`) ?? []).filter(
      ({ texts }) => texts.of >= 50,
    );
    const counted = rows.map((row) => row[path["share of"]]);
    if (counted.length < 8) return { value: null, holds: null };
    const part = Math.floor(counted.length / { third: 3, half: 2, quarter: 4 }[path.compared.split(" ")[1] as "half"]);
    const [early, late] = [counted.slice(0, part), counted.slice(-part)].map(
      (some) => some.reduce((sum, { hits }) => sum + hits, 0) / some.reduce((sum, { of }) => sum + of, 0),
    ) as [number, number];
    if (early === 0) return { value: null, holds: null };
    const { z } = mannKendall(counted.map(({ hits, of }) => hits / of));
    return { value: late / early, holds: z >= RISING && late >= Number.parseFloat(path["least rise"]) * early };
  });
}

interface Part {
  hits: number;
  of: number;
}
interface Month {
  readonly texts: Part;
  readonly words: Part;
}

function countMonths(posts: readonly Post[], index: TokenIndex, types: readonly number[], texts: string): Month[] {
  const isWanted = new Uint8Array(index.typeCount);
  for (const type of types) isWanted[type] = 1;
  const months = new Map<number, Month>();
  posts.forEach(({ kind, createdAt }, document) => {
    if (texts !== "both" && texts !== `${kind}s`) return;
    const own = index.document(document);
    if (own.length === 0) return;
    const name = createdAt.getUTCFullYear() * 12 + createdAt.getUTCMonth();
    const month = months.get(name) ?? { texts: { hits: 0, of: 0 }, words: { hits: 0, of: 0 } };
    months.set(name, month);
    let hits = 0;
    for (const type of own) hits += isWanted[type] as number;
    month.texts.of++;
    month.texts.hits += Number(hits > 0);
    month.words.of += own.length;
    month.words.hits += hits;
  });
  return [...months.entries()].sort(([a], [b]) => a - b).map(([, month]) => month);
}

function countByKind(posts: readonly Post[], index: TokenIndex) {
  const of = (kind: Post["kind"]) => index.countTypes(posts.flatMap((post, i) => (post.kind === kind ? [i] : [])));
  return { posts: of("post"), comments: of("comment"), both: index.counts() };
}

function countGroups(groups: TypeGroups, counts: Uint32Array): Float64Array {
  const sums = new Float64Array(groups.labels.length);
  groups.groupOf.forEach((term, type) => {
    if (term >= 0) sums[term]! += counts[type] as number;
  });
  return sums;
}
