import assert from "node:assert/strict";
import test from "node:test";

import { indexPosts } from "../corpus/token-index";
import { loadFigureTerms } from "../load/load-figure-terms";
import { groupByLemma } from "./group-by-lemma";
import { countNamed, findNamedWords } from "./named-words";

test("findNamedWords counts a word letter for letter, folded, and in all its forms", () => {
  // рабoтa with two Latin letters is neither the printed рабoта, with one, nor работа.
  const index = indexPosts([{ text: "Работа, рабoта и рабoтa" }, { text: "ищу работу, работы нет" }]);
  const [work] = findNamedWords(index, groupByLemma(index), loadFigureTerms());
  assert.equal(work?.term, "рабoта");
  assert.equal(work?.isMixed, true);
  assert.deepEqual(
    (["as printed", "folded", "all forms"] as const).map((matching) => countNamed(work!, matching)),
    [1, 3, 5],
  );
  assert.equal(work?.lemma, "работа");
  assert.equal(work?.rank, 1);
});

test("findNamedWords has no rank for a word that does not occur", () => {
  const index = indexPosts([{ text: "салам" }]);
  for (const word of findNamedWords(index, groupByLemma(index), loadFigureTerms())) {
    assert.deepEqual([word.allForms, word.lemma, word.rank], [0, null, null]);
  }
});

test("the paper prints every named Russian word that has an о with a Latin o", () => {
  const index = indexPosts([]);
  const named = findNamedWords(index, groupByLemma(index), loadFigureTerms());
  assert.equal(named.filter(({ isMixed }) => isMixed).length, 13);
  assert.ok(named.every(({ term, language }) => language === "English" || !term.includes("о")));
});
