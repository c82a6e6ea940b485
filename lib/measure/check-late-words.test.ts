import assert from "node:assert/strict";
import test from "node:test";

import { checkLateWords } from "./check-late-words";
import type { MonthShare } from "./share-by-month";

const months = (hits: readonly number[]): MonthShare[] =>
  hits.map((count, i) => {
    return {
      month: `2021-${i + 1}`,
      date: new Date(Date.UTC(2021, i, 1)),
      documents: 100,
      hits: count,
      percentage: count,
    };
  });

test("checkLateWords is not taken in by a single month", () => {
  assert.equal(checkLateWords(months([5, 4, 5, 4, 5, 4, 5, 4, 5, 4, 60, 4])).holds, false);
  assert.equal(checkLateWords(months([1, 2, 2, 3, 4, 5, 5, 6, 7, 8, 9, 9])).holds, true);
});

test("checkLateWords gives the shares of the first and the last third", () => {
  // (1 + 2) / 200 = 1.50% and (8 + 9) / 200 = 8.50%.
  assert.match(checkLateWords(months([1, 2, 5, 5, 8, 9])).computed, /^1\.50% to 8\.50%/);
});
