import assert from "node:assert/strict";
import test from "node:test";

import type { CodedSheet } from "../load/coded-sheet";
import { compareCoders } from "./compare-coders";

const label = (id: string) => ({ id, name: id.toUpperCase(), about: "" });
const codes = ["work", "housing", "health"].map(label);

/** A sheet from cells: "work housing", "none", or "" for a document left open. */
function sheet(coder: string, cells: readonly string[]): CodedSheet {
  return {
    coder,
    codings: new Map(
      cells.map((cell, i) => [String(i + 1), cell === "" ? null : cell === "none" ? [] : cell.split(" ")]),
    ),
  };
}

function near(found: number | null | undefined, wanted: number, within = 1e-9): void {
  assert.ok(
    typeof found === "number" && Math.abs(found - wanted) <= within,
    `${found} is not ${wanted} ± ${within}`,
  );
}

test("compareCoders compares two coders by pair, by code and by document", () => {
  const a = sheet("A", ["work", "work", "housing", "work housing"]);
  const b = sheet("B", ["work", "housing", "housing", "work"]);
  const { pairs, byCode, disagreements } = compareCoders([a, b], { codes });
  // Documents 1 and 3 are the same. Of 12 answers: both yes 3 (1 work, 3 housing, 4 work), A alone 2 (2 work,
  // 4 housing), B alone 1 (2 housing), neither 6. Agreement 9/12; by chance (5x4 + 7x8)/144 = 76/144: (108 -
  // 76)/(144 - 76) = 32/68.
  assert.deepEqual([pairs[0]?.documents, pairs[0]?.same, pairs[0]?.percent], [4, 2, 50]);
  near(pairs[0]?.kappa, 32 / 68);
  assert.ok(pairs[0]!.kappaLow! < 32 / 68 && pairs[0]!.kappaHigh! > 32 / 68);
  // Wilson for 2 of 4: 15.0 to 85.0.
  near(pairs[0]?.percentLow, 15.0, 0.05);

  const [work, housing, health] = byCode;
  // Work: A yes yes no yes, B yes no no yes: 3 of 4 agree; by chance (3x2 + 1x2)/16 = 1/2; kappa 1/2.
  assert.deepEqual([work?.documents, work?.percent, work?.given], [4, 75, "A 3, B 2"]);
  near(work?.kappa, 0.5);
  // Alpha for work: 2 disagreeing pairs in 8 values; 5 yes, 3 no: 1 - 7 x 2 / (2 x 5 x 3) = 8/15.
  near(work?.alpha, 8 / 15);
  assert.equal(housing?.percent, 50);
  assert.deepEqual([health?.percent, health?.kappa, health?.alpha], [100, null, null]);
  assert.match(health?.remark ?? "", /nobody gave the code/);

  assert.deepEqual(disagreements, [
    { document: "2", text: "", A: "work", B: "housing", disputed: "work; housing" },
    { document: "4", text: "", A: "work; housing", B: "work", disputed: "housing" },
  ]);
});

test("compareCoders takes three coders: pairs of them, alpha by code, and no single kappa", () => {
  const sheets = [
    sheet("A", ["work", "none"]),
    sheet("B", ["work", "none"]),
    sheet("C", ["housing", "none"]),
  ];
  const { pairs, byCode, summary } = compareCoders(sheets, { codes, texts: new Map([["1", "Ищу работу"]]) });
  assert.deepEqual(
    pairs.map(({ first, second }) => first + second),
    ["AB", "AC", "BC"],
  );
  assert.match(pairs[0]?.remark ?? "", /agree throughout/);
  // Work: document 1 yes yes no, document 2 no no no. One pair of three agrees, then three of three.
  near(byCode[0]?.percent, (100 * 4) / 6);
  assert.equal(byCode[0]?.kappa, null);
  // Observed: document 1 has 2x1 + 1x2 = 4 disagreeing pairs over 2; expected 2 x 2 x 4 = 16: 1 - 5 x 2 / 16
  // = 3/8.
  near(byCode[0]?.alpha, 3 / 8);
  assert.equal(summary, "3 coders, 2 documents, 2 coded by two or more; they differ on 1 of these.");
});

test("compareCoders leaves a document out that a coder left open or does not have", () => {
  const a = sheet("A", ["work", "", "housing"]);
  const b = sheet("B", ["work", "housing"]);
  const { pairs, disagreements } = compareCoders([a, b], { codes });
  assert.equal(pairs[0]?.documents, 1);
  assert.deepEqual(disagreements, []);
});

test("compareCoders states that nothing can be compared", () => {
  const apart = compareCoders([sheet("A", ["work", ""]), sheet("B", ["", "work"])], { codes });
  assert.deepEqual(
    [apart.pairs[0]?.percent, apart.pairs[0]?.kappa, apart.pairs[0]?.remark],
    [null, null, "no document was coded by both"],
  );
  assert.equal(apart.byCode[0]?.remark, "no document was coded by two coders");

  const alone = compareCoders([sheet("A", ["work"])], { codes });
  assert.deepEqual([alone.pairs.length, alone.byCode[0]?.percent, alone.disagreements.length], [0, null, 0]);
  assert.equal(alone.summary, "One coder: agreement needs a second one.");
  assert.equal(compareCoders([], { codes }).summary, "No coder: agreement needs a second one.");
});

test("compareCoders takes codes as ranks where a document has one", () => {
  const stance = ["support", "neither", "doubt"].map(label);
  const a = sheet("A", ["support", "neither", "doubt", "support"]);
  const b = sheet("B", ["support", "neither", "doubt", "neither"]);
  const c = sheet("B", ["support", "neither", "doubt", "doubt"]);
  const near_ = compareCoders([a, b], { codes: stance, level: "ordinal" }).overall?.value as number;
  const far = compareCoders([a, c], { codes: stance, level: "ordinal" }).overall?.value as number;
  assert.ok(near_ > far);
  const grades = ["1", "2", "3"].map(label);
  // 1 1, 3 2: squared differences 1 in one of two pairs. Values 1 1 2 3: sum over ordered pairs
  // 2(0+1+4+1+4+1) = 22. Observed 2 x 1 = 2 over (2-1): 1 - 3 x 2 / 22 = 8/11.
  const [d, e] = [sheet("D", ["1", "3"]), sheet("E", ["1", "2"])];
  near(compareCoders([d, e], { codes: grades, level: "interval" }).overall?.value, 8 / 11);
  assert.throws(
    () => compareCoders([sheet("A", ["work housing"])], { codes, level: "nominal" }),
    /one code, found 2 by A on 1/,
  );
});

test("compareCoders says what it needs and what it found", () => {
  assert.throws(
    () => compareCoders([sheet("A", ["work"]), sheet("A", ["work"])], { codes }),
    /names of their own, found "A"/,
  );
  assert.throws(() => compareCoders([sheet("A", ["wrok"])], { codes }), /found "wrok" by A on 1/);
});
