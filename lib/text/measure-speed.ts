import { readdirSync } from "node:fs";
import { join } from "node:path";

import type { Measurement } from "./evaluate";
import { identifyLanguage } from "./identify-language";
import { lemma } from "./lemma";
import { readConllu } from "./read-conllu";
import { redact } from "./redact";
import { scanTokens, tokenise } from "./tokenise";

const PASSES = 20;

/**
 * Medians of five rounds over all sentences, in seconds of the processor and not of the clock, so that what else the
 * machine does matters less; quoted in docs/evaluation.md with the machine.
 */
export function measureSpeed(folder: string): Measurement[] {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".conllu"))
    .sort();
  const texts = files.flatMap((file) => readConllu(join(folder, file))).map(({ text }) => text);
  const words = texts
    .flatMap((text) => tokenise(text))
    .filter(({ kind }) => kind === "word")
    .map(({ text }) => text);
  const rate = (count: number, work: () => void) => {
    work();
    const times = Array.from({ length: 5 }, () => {
      const before = process.cpuUsage();
      for (let pass = 0; pass < PASSES; pass++) {
        work();
      }
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1e6 / PASSES;
    });
    return count / (times.sort((a, b) => a - b)[2] ?? 1);
  };
  let tokens = 0;
  for (const text of texts) {
    scanTokens(text, () => tokens++);
  }
  const row = (measure: string, perSecond: number, of: string) => ({
    part: "speed",
    data: "all treebanks",
    measure,
    value: `${(perSecond / 1e6).toFixed(2)} M/s`,
    of,
  });
  return [
    row(
      "tokens",
      rate(tokens, () => texts.forEach((text) => tokenise(text))),
      `${tokens} tokens`,
    ),
    row(
      "posts by language",
      rate(texts.length, () => texts.forEach((text) => identifyLanguage(text))),
      `${texts.length} sentences`,
    ),
    row(
      "lemmas, cached",
      rate(words.length, () => words.forEach((word) => lemma(word, "ru"))),
      `${words.length} words`,
    ),
    row(
      "posts redacted",
      rate(texts.length, () => texts.forEach((text) => redact(text))),
      `${texts.length} sentences`,
    ),
  ];
}
