/** Process of the benchmark: what the measures take once the index is built. Prints rows as JSON. */
import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";

import { openPostIndex } from "../../lib/corpus/index-cache";
import { indexFile } from "../../lib/corpus/token-index";
import type { TokenIndex } from "../../lib/corpus/token-index";
import { collocations } from "../../lib/measure/collocations";
import { concordance } from "../../lib/measure/concordance";
import { findThemes } from "../../lib/measure/find-themes";
import { nvivoFrequency } from "../../lib/measure/frequency";
import { exactForms } from "../../lib/corpus/group-types";
import { keyWords } from "../../lib/measure/key-words";
import { TermLookup } from "../../lib/corpus/term-lookup";
import type { Codebook, CodebookTerm } from "../../lib/load/load-codebook";

const [, , path = "", cacheFolder = ""] = process.argv;
const rows: { what: string; milliseconds: number; note: string }[] = [];

function measure(what: string, note: string, run: () => unknown, times = 7): void {
  run();
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  rows.push({ what, milliseconds: taken.sort((a, b) => a - b)[times >> 1] as number, note });
}

async function main(): Promise<void> {
  const start = performance.now();
  const index = await indexFile(path);
  rows.push({ what: "build the index (once, not warm)", milliseconds: performance.now() - start, note: sizes(index) });

  measure("count every word", `${grouped(index.tokenCount)} tokens`, () => index.countTypes());
  measure("frequency table of 100 words", "from kept counts", () => nvivoFrequency(index, { top: 100 }));
  const groups = exactForms(index);
  const lookup = new TermLookup(index, groups);
  const counts = index.counts();
  const middling = counts.findIndex((count, type) => count > 1000 && count < 1200 && index.kind(type) === "word");
  const word = index.form(middling);
  concordance(index, word, { lookup });
  measure("a word in context, window 5", `all ${counts[middling]} hits`, () =>
    concordance(index, word, { lookup, limit: 1e6 }),
  );
  measure("a pattern in context", `${word.slice(0, 3)}*`, () => concordance(index, `${word.slice(0, 3)}*`, { lookup }));
  const codebook = dictionary(index);
  measure(
    "a dictionary of 500 terms, 200 of them patterns",
    `10 themes, ${grouped(index.documentCount)} posts`,
    () => findThemes(index, codebook, lookup),
  );
  const half = index.documentCount >> 1;
  const [first, second] = [Array.from({ length: half }, (_, i) => i), Array.from({ length: half }, (_, i) => i + half)];
  measure(
    "keyness of one half of the posts against the other",
    "all words, by tokens and by posts",
    () => keyWords(index, first, second, { groups }),
    3,
  );
  measure(
    "collocations of one word",
    `window 5, ${counts[middling]} occurrences`,
    () => collocations(index, word, { groups }),
    3,
  );

  const posts = readPosts(path, 120_000);
  const cache = join(cacheFolder, "index.bin");
  const opened = performance.now();
  openPostIndex(posts, cache);
  rows.push({
    what: "index 120,000 posts and write the cache",
    milliseconds: performance.now() - opened,
    note: "posts in memory",
  });
  measure("open the index of 120,000 posts from the cache", "hash of the texts and checksum included", () =>
    openPostIndex(posts, cache),
  );
  console.log(JSON.stringify(rows));
}

/** A whole number with commas. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

function sizes(index: TokenIndex): string {
  return `${grouped(index.typeCount)} types; process peak ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`;
}

/** Ten themes of fifty words spread over the ranks, two in five cut to a pattern. */
function dictionary(index: TokenIndex): Codebook {
  const counts = index.counts();
  const words = Array.from(counts, (_, type) => type)
    .filter((type) => index.kind(type) === "word" && index.formLength(type) > 5)
    .sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  const step = Math.max(1, Math.floor(Math.min(words.length, 20_000) / 500));
  const themes = Array.from({ length: 10 }, (_, theme) => ({
    id: `t${theme}`,
    name: "",
    about: "",
    exclude: [],
    terms: Array.from({ length: 50 }, (__, i): CodebookTerm => {
      const form = index.form(words[(i * 10 + theme) * step] ?? 0);
      const term = i % 5 < 2 ? `${form.slice(0, -2)}*` : form;
      return { term, words: [term], language: "xx", gloss: "", origin: "ours", line: 0 };
    }),
  }));
  return { themes };
}

function readPosts(file: string, most: number): { text: string }[] {
  const bytes = Buffer.alloc(80_000_000);
  const handle = openSync(file, "r");
  const size = readSync(handle, bytes, 0, bytes.length, 0);
  closeSync(handle);
  const lines = bytes.toString("utf8", 0, bytes.lastIndexOf(0x0a, size - 1)).split("\n");
  return lines.slice(0, most).map((line) => JSON.parse(line) as { text: string });
}

void main();
