import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { layWords } from "./lay-words";
import { jupyterDisplay } from "./mime-bundle";
import { wordCloud } from "./word-cloud";

const ROWS = [
  { word: "работа", count: 100, theme: "Work" },
  { word: "паспорт", count: 25, theme: "Documents" },
  { word: "өмүр", count: 4, theme: "other" },
];
const OPTIONS = {
  word: "word",
  weight: "count",
  group: "theme",
  title: "Words",
  alt: "Three words.",
} as const;

test("layWords gives letters the square root of the weight: a quarter of the weight, half the size", () => {
  const [largest, quarter] = layWords(
    [
      { word: "работа", weight: 100 },
      { word: "паспорт", weight: 25 },
    ],
    { width: 600, height: 300, seed: 1 },
  );
  assert.equal((largest?.size ?? 0) / 2, quarter?.size);
});

test("layWords keeps every word inside the field, none touching another, whatever the words", () => {
  const word = fc.string({ unit: fc.constantFrom(..."абвгдеиөүңwmil"), minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ word, weight: fc.integer({ min: 1, max: 5000 }) }), {
        minLength: 1,
        maxLength: 40,
        selector: (row) => row.word,
      }),
      fc.integer(),
      (words, seed) => {
        const boxes = layWords(words, { width: 640, height: 380, seed }).map(({ x, y, width, size }) => {
          return { left: x - width / 2, right: x + width / 2, top: y - 0.75 * size, bottom: y + 0.2 * size };
        });
        for (const [i, a] of boxes.entries()) {
          assert.ok(a.left >= -321 && a.right <= 321 && a.top >= -191 && a.bottom <= 191);
          for (const b of boxes.slice(0, i)) {
            assert.ok(
              a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top,
              "two words touch",
            );
          }
        }
      },
    ),
    { numRuns: 15, seed: 1 },
  );
});

test("layWords shrinks the letters until all words fit, and says so when none can", () => {
  const words = Array.from({ length: 40 }, (_, i) => ({ word: `слово${i}`, weight: 1 }));
  const [first] = layWords(words, { width: 400, height: 240, seed: 1 });
  assert.ok((first?.size ?? 0) < 56);
  assert.throws(
    () => layWords(words, { width: 100, height: 40, seed: 1 }),
    /40 words need more room than 100 by 40 pixels/,
  );
});

test("wordCloud draws the same bytes every time, with its words as data and as alternative text", () => {
  const cloud = wordCloud(ROWS, { ...OPTIONS, corpus: "teaching" });
  assert.equal(cloud.toSVG(), wordCloud(ROWS, { ...OPTIONS, corpus: "teaching" }).toSVG());
  const bundle = cloud[jupyterDisplay]();
  assert.equal(bundle["text/plain"], "Words (teaching corpus). Three words.");
  assert.deepEqual(bundle["application/vnd.clicks-to-streets.words+json"], {
    words: ROWS.map(({ word, count, theme }) => ({ word, weight: count, group: theme })),
  });
  assert.match(
    cloud.toSVG(),
    /<title[^>]*>Words \(teaching corpus\)<\/title><desc[^>]*>Three words\.<\/desc>/,
  );
});

test("wordCloud escapes words, which come from strangers", () => {
  const svg = wordCloud([{ word: "<script>&", count: 1 }], {
    word: "word",
    weight: "count",
    title: "T",
    alt: "A word.",
  }).toSVG();
  assert.ok(svg.includes("&lt;script&gt;&amp;") && !svg.includes("<script"));
});

test("wordCloud names what does not fit", () => {
  assert.throws(
    () => wordCloud([], { ...OPTIONS, group: "word" as never }),
    /rows must be from 1 to 150 words, found 0/,
  );
  assert.throws(() => wordCloud([...ROWS, ...ROWS], OPTIONS), /"работа" twice/);
  assert.throws(
    () => wordCloud([{ word: "а", count: 0, theme: "x" }], OPTIONS),
    /"а" must weigh more than 0, found 0/,
  );
});
