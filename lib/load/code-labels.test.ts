import assert from "node:assert/strict";
import test from "node:test";

import { codeLabels } from "./code-labels";
import { loadCodebook } from "./load-codebook";

test("codeLabels lists the codes of each section of the shipped codebook", () => {
  const codebook = loadCodebook();
  const ids = (of: Parameters<typeof codeLabels>[1]) => codeLabels(codebook, of).map(({ id }) => id);
  assert.deepEqual(ids("topics"), [
    "work",
    "documents",
    "housing",
    "health",
    "identity",
    "politics",
    "border",
    "other",
  ]);
  assert.deepEqual(ids("post-types").sort(), [
    "advertisement",
    "announcement",
    "discussion",
    "help-seeking",
    "information",
  ]);
  assert.deepEqual(ids("acts").sort(), ["call", "fundraising", "logistics", "petition", "report", "voting"]);
  assert.deepEqual(ids("stances"), ["support", "neither", "doubt"]);
});

test("codeLabels takes themes for topics where the codebook has no rules, and refuses what it lacks", () => {
  const { themes } = loadCodebook();
  assert.deepEqual(
    codeLabels({ themes }, "topics").map(({ id }) => id),
    themes.map(({ id }) => id),
  );
  assert.throws(() => codeLabels({ themes }, "acts"), /needs a section acts in the codebook, found none/);
});
