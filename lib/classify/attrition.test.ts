import assert from "node:assert/strict";
import test from "node:test";

import { loadCommunities } from "../load/load-communities";
import { loadSearchKeywords } from "../load/load-search-keywords";
import { attrition } from "./attrition";
import { candidateOf, type Candidate, type EligibilityOptions } from "./eligibility-rules";

const options: EligibilityOptions = { keywords: ["Kyrgyz", "кыргыз"], matching: "as printed", minimumMembers: 1000 };

/** A community that meets every rule. */
const plain: Candidate = {
  id: "plain",
  platform: "facebook",
  type: "group",
  name: "Kyrgyz in Oslo",
  members: 1000,
  isPublic: true,
  runByOrganisation: "no",
  isAdvertisementOnly: false,
  hasConcealedAdministrators: true,
};

test("attrition of Table 1 loses two names as printed and one after folding", () => {
  const candidates = loadCommunities().map(candidateOf);
  const keywords = loadSearchKeywords().map(({ keyword }) => keyword);
  const rows = (matching: "as printed" | "folded") => attrition(candidates, { keywords, matching, minimumMembers: 1000 });
  assert.deepEqual(rows("as printed").map(({ remaining }) => remaining), [35, 35, 35, 35, 35]);
  assert.deepEqual(rows("as printed")[0]?.out, ["fb-germany", "ok-ekb"]);
  assert.deepEqual(rows("folded").map(({ remaining }) => remaining), [36, 36, 36, 36, 36]);
  assert.deepEqual(rows("folded")[0]?.out, ["fb-germany"]);
  // 548, 561 and 925 members: pages of organisations that section 5 names. 878: a page of which it says nothing.
  const { met, excepted, unknown } = rows("folded")[2] ?? {};
  assert.deepEqual([met, excepted, unknown], [32, 3, 1]);
  // Nothing in Table 1 says that a community is public, or what is posted there.
  assert.deepEqual(rows("folded").slice(3).map((row) => row.unknown), [36, 36]);
});

test("attrition counts every candidate in each row and passes on only those not put out", () => {
  const rows = attrition([plain, { ...plain, id: "small", members: 5 }, { ...plain, id: "shut", isPublic: false }], options);
  for (const { before, met, excepted, unknown, out, remaining } of rows) {
    assert.equal(met + excepted + unknown + out.length, before);
    assert.equal(remaining, before - out.length);
  }
  assert.deepEqual(rows.map(({ remaining }) => remaining), [3, 3, 2, 1, 1]);
  assert.deepEqual(attrition([], options).map(({ remaining }) => remaining), [0, 0, 0, 0, 0]);
});
