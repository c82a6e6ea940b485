import assert from "node:assert/strict";
import test from "node:test";

import type { PlatformWord } from "../measure/platform-words";
import { themeFigure } from "./theme-figure";
import { wordFigure } from "./word-figure";

const word = (term: string, count: number, theme: string): PlatformWord => ({
  term,
  rank: 1,
  count,
  percentage: count,
  documents: count,
  communities: 1,
  range: 1,
  forms: [],
  low: null,
  high: null,
  theme,
});

test("wordFigure says in words that a platform is empty", async () => {
  const shown = await wordFigure({ kind: "reader" }, "vkontakte", [], { number: 2, themes: [] });
  assert.equal(shown, "Figure 2 is empty: this corpus has no words from VKontakte.");
});

test("wordFigure publishes a cloud and returns the bars, both under the name of the corpus", async (t) => {
  const published: { [mime: string]: unknown }[] = [];
  const place = globalThis as { [key: symbol]: unknown };
  const key = Symbol.for("clicks-to-streets.publish");
  place[key] = (bundle: { [mime: string]: unknown }) => published.push(bundle);
  t.after(() => delete place[key]);
  const words = [word("работа", 30, "Work"), word("салам", 20, "other words")];
  const bars = await wordFigure({ kind: "teaching" }, "facebook", words, { number: 1, themes: ["Work"] });
  assert.match(
    String(published[0]?.["text/plain"]),
    /^Figure 1\. Facebook: .*\(teaching corpus\)\. A cloud of 2 words\. The largest are работа, салам\.$/,
  );
  assert.match(String(bars), /^Facebook: the 2 most frequent words \(teaching corpus\)/);
});

test("themeFigure says in words that there is too little", () => {
  const nothing = { platforms: [], thin: [], small: [], byPlatform: [], overall: [] };
  assert.match(String(themeFigure({ kind: "reader" }, nothing)), /^No platform has enough words/);
});

test("wordFigure leaves letters that run together for pages out of the drawing", async () => {
  const endless = [word("а".repeat(100_000), 1, "other words")];
  const shown = await wordFigure({ kind: "reader" }, "facebook", endless, { number: 1, themes: [] });
  assert.equal(shown, "Figure 1 is empty: all words from Facebook are too long to draw.");
});
