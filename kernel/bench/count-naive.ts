/** Process of the benchmark: the JavaScript that one writes first. */
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";

import { printTop } from "./print-top";

const [, , path = "", stopPath = ""] = process.argv;

async function main(): Promise<void> {
  const stop = new Set(JSON.parse(readFileSync(stopPath, "utf8")) as string[]);
  const counts = new Map<string, number>();
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const { text } = JSON.parse(line) as { text: string };
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const rows = [...counts].filter(([word]) => !stop.has(word)).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  printTop(rows.slice(0, 100));
}

void main();
