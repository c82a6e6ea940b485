import assert from "node:assert/strict";
import test from "node:test";

import { loadDestinations } from "../load/load-destinations";
import { rankComparison } from "./rank-comparison";

test("rankComparison lets ties stand in any order: Table 2 is in the order of its numbers", () => {
  const listed = loadDestinations().map(({ country, migrants }) => ({ name: country, value: migrants }));
  const rows = rankComparison(listed);
  assert.ok(rows.every(({ agrees }) => agrees));
  assert.deepEqual(rows.filter(({ firstRank, lastRank }) => firstRank !== lastRank).map(({ name }) => name), ["Korea", "Germany"]);
  const exchanged = listed.map((row, i) => (i === 1 ? listed[2] ?? row : i === 2 ? listed[1] ?? row : row));
  assert.deepEqual(rankComparison(exchanged).filter(({ agrees }) => !agrees).map(({ name }) => name), ["Turkey", "Kazakhstan"]);
});

test("rankComparison ranks the published example of ties 1, 2, 2, 4", () => {
  // quanteda textstat_frequency, ties_method = "min", counts 11, 10, 10, 7.
  const rows = rankComparison([11, 10, 10, 7].map((value, i) => ({ name: String(i), value })));
  assert.deepEqual(rows.map(({ firstRank }) => firstRank), [1, 2, 2, 4]);
  assert.deepEqual(rankComparison([]), []);
});

test("rankComparison refuses a value without a rank, and names row and value", () => {
  const listed = [{ name: "a", value: 1 }, { name: "b", value: NaN }];
  assert.throws(() => rankComparison(listed), {
    name: "RangeError",
    message: /^rankComparison: value of "b" in row 2 must be a number, found NaN; /,
  });
});
