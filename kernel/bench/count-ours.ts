/** Process of the benchmark: index a file of posts with so many threads, then print the most frequent words. */
import { indexFile } from "../../lib/corpus/token-index";
import { nvivoFrequency } from "../../lib/measure/frequency";
import { STOP_WORDS } from "./make-posts";
import { printTop } from "./print-top";

const [, , path = "", threads = "2"] = process.argv;

async function main(): Promise<void> {
  const index = await indexFile(path, { threads: Number(threads) });
  const rows = nvivoFrequency(index, { stopWords: STOP_WORDS, top: 100 });
  printTop(rows.map(({ word, count }) => [word, count]));
}

void main();
