import assert from "node:assert/strict";
import test from "node:test";

import { eligibility } from "./eligibility";
import { ELIGIBILITY_RULES, type Candidate, type EligibilityOptions } from "./eligibility-rules";

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

/** What the named rule says of `plain` with some of it changed. */
function outcomeOf(rule: string, change: Partial<Candidate>, others: Partial<EligibilityOptions> = {}): string | undefined {
  const { results } = eligibility({ ...plain, ...change }, { ...options, ...others });
  return results.find((result) => result.rule === rule)?.outcome;
}

test("eligibility takes in a community that meets every rule, without reasons to state", () => {
  const decision = eligibility(plain, options);
  assert.deepEqual([decision.isIn, decision.isCertain, decision.reasons], [true, true, []]);
  assert.deepEqual(decision.results.map(({ rule }) => rule), ELIGIBILITY_RULES.map(({ name }) => name));
});

test("the keyword rule reads names as printed or folded, wherever the keyword stands", () => {
  const rule = "search keyword in name";
  assert.equal(outcomeOf(rule, { name: "KYRGYZSTANIS" }), "met");
  // The first letter is a Latin K.
  assert.equal(outcomeOf(rule, { name: "Kыргызы в EKB" }), "not met");
  assert.equal(outcomeOf(rule, { name: "Kыргызы в EKB" }, { matching: "folded" }), "met");
  assert.equal(outcomeOf(rule, { name: "Kygyzclub Germany" }, { matching: "folded" }), "not met");
});

test("the type rule takes groups and pages on Facebook, groups on Odnoklassniki, communities on VKontakte", () => {
  const rule = "type of resource";
  const met = (["facebook", "vkontakte", "odnoklassniki"] as const).flatMap((platform) =>
    (["group", "page", "community"] as const)
      .filter((type) => outcomeOf(rule, { platform, type }) === "met")
      .map((type) => `${platform} ${type}`),
  );
  assert.deepEqual(met, ["facebook group", "facebook page", "vkontakte community", "odnoklassniki group"]);
});

test("the member rule holds at 1,000 and excepts Facebook pages alone, if an organisation is named", () => {
  const rule = "number of members";
  assert.equal(outcomeOf(rule, { members: 1000 }), "met");
  assert.equal(outcomeOf(rule, { members: 999 }), "not met");
  assert.equal(outcomeOf(rule, { members: 999 }, { minimumMembers: 500 }), "met");
  assert.equal(outcomeOf(rule, { members: null }), "unknown");
  const page = { members: 999, type: "page" } as const;
  assert.equal(outcomeOf(rule, { ...page, runByOrganisation: "yes" }), "excepted");
  assert.equal(outcomeOf(rule, { ...page, runByOrganisation: "no" }), "not met");
  assert.equal(outcomeOf(rule, { ...page, runByOrganisation: "unknown" }), "unknown");
  assert.equal(outcomeOf(rule, { ...page, runByOrganisation: "implied" }), "unknown");
  assert.equal(outcomeOf(rule, { members: 999, type: "group", runByOrganisation: "yes" }), "not met");
});

test("the advertisement rule needs both marks to put out, and one missing mark to keep", () => {
  const rule = "not advertisement alone";
  const outcomes = [true, false, null].map((isAdvertisementOnly) =>
    [true, false, null].map((hasConcealedAdministrators) => outcomeOf(rule, { isAdvertisementOnly, hasConcealedAdministrators })),
  );
  assert.deepEqual(outcomes, [
    ["not met", "met", "unknown"],
    ["met", "met", "met"],
    ["unknown", "met", "unknown"],
  ]);
});

test("eligibility never passes over what is unknown: it is in the results and makes the decision uncertain", () => {
  const decision = eligibility({ ...plain, isPublic: null }, options);
  assert.deepEqual([decision.isIn, decision.isCertain], [true, false]);
  assert.deepEqual(decision.reasons, ["open to the public: nothing recorded says whether anyone can read it"]);
  const out = eligibility({ ...plain, isPublic: false, members: 7 }, options);
  assert.equal(out.isIn, false);
  assert.deepEqual(out.reasons, [
    "number of members: 7 members, fewer than 1,000, and no Facebook page",
    "open to the public: only members can read it",
  ]);
});
