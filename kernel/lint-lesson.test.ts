import assert from "node:assert/strict";
import test from "node:test";

import { lintLesson } from "./lint-lesson";
import { notebookOf, proseCell } from "./temporary-project";

const HEAD =
  "# 1. Who?\n\nTen minutes to read.\n\n**After this notebook you can** name a denominator; tell a slip from a finding. " +
  "**You need** notebook 0.";

function messages(head: string): string[] {
  return lintLesson("notebooks/01-sampling.ipynb", notebookOf([proseCell("title", head)])).map(({ message }) => message);
}

test("lintLesson finds nothing in a head with objectives, what is needed and minutes", () => {
  assert.deepEqual(messages(HEAD), []);
});

test("lintLesson misses objectives, what is needed, and minutes, each for itself", () => {
  assert.match(messages(HEAD.replace("After this", "In this")).join(), /^a notebook must say "\*\*After this notebook you can\*\*/);
  assert.match(messages(HEAD.replace("You need", "Needs")).join(), /^a notebook must say "\*\*You need\*\*/);
  assert.match(messages(HEAD.replace("minutes", "pages")).join(), /^a notebook must say "… minutes to read"/);
});

test("lintLesson refuses an objective that nobody can observe", () => {
  assert.deepEqual(messages(HEAD.replace("tell a slip", "understand a slip")), [
    'an objective must begin with what can be observed, found "understand" in "understand a slip from a finding"',
  ]);
});

test("lintLesson names the place", () => {
  const [finding] = lintLesson("notebooks/01-sampling.ipynb", notebookOf([proseCell("title", "# 1.")]));
  assert.equal(finding?.where, "notebooks/01-sampling.ipynb cell title");
});
