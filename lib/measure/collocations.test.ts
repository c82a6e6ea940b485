import assert from "node:assert/strict";
import test from "node:test";

import { indexPosts } from "../corpus/token-index";
import { collocations } from "./collocations";

const index = indexPosts([{ text: "нужна работа в москве" }, { text: "есть работа" }, { text: "москве нужна вода и хлеб" }, { text: "нет" }]);

test("collocations counts distinct tokens in windows and gives hand-worked measures", () => {
  // Windows of 1 round работа: нужна, в, есть. Outside: москве, москве нужна вода и хлеб, нет. 10 tokens without the node.
  const rows = collocations(index, "работа", { window: 1, minCount: 1 });
  assert.deepEqual(rows.map(({ term }) => term).sort(), ["в", "есть", "нужна"]);
  const needed = rows.find(({ term }) => term === "нужна");
  // нужна: 1 of its 2 in the 3 window tokens; expected 3·2/10 = 0.6.
  assert.deepEqual([needed?.observed, needed?.count, needed?.expected], [1, 2, 0.6]);
  assert.ok(Math.abs((needed?.pmi ?? 0) - Math.log2(1 / 0.6)) < 1e-12);
  assert.ok(Math.abs((needed?.tScore ?? 0) - 0.4) < 1e-12);
  // G² of 1 of 3 against 1 of 7 = 2·(ln(10/6) + 2 ln(20/24) + ln(10/14) + 6 ln(60/56)).
  const g2 = 2 * (Math.log(10 / 6) + 2 * Math.log(20 / 24) + Math.log(10 / 14) + 6 * Math.log(60 / 56));
  assert.ok(Math.abs((needed?.logLikelihood ?? 0) - g2) < 1e-12);
});

test("collocations does not look over the end of a document, nor count a token twice", () => {
  const twice = indexPosts([{ text: "работа и работа" }, { text: "дом" }]);
  assert.deepEqual(collocations(twice, "работа", { minCount: 1 }).map(({ term, observed }) => [term, observed]), [["и", 1]]);
});

test("collocations of a word that is not there, or that stands alone, are none", () => {
  assert.deepEqual(collocations(index, "метро"), []);
  assert.deepEqual(collocations(index, "нет"), []);
  assert.throws(() => collocations(index, "нет", { window: 0 }), /whole number from 1 up, found 0/);
});

test("collocations where windows cover the whole corpus find no difference", () => {
  const [row] = collocations(indexPosts([{ text: "работа есть" }]), "работа", { minCount: 1 });
  assert.deepEqual([row?.observed, row?.expected, row?.logLikelihood, row?.pmi], [1, 1, 0, 0]);
});
