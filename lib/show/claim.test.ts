import assert from "node:assert/strict";
import test from "node:test";

import type { Claim } from "../load/load-claims";
import { type Finding, claim, claimCard } from "./claim";
import { VERDICT_COLOURS } from "./claim-html";
import { contrast } from "./contrast";
import { CLAIM_MIME, jupyterDisplay } from "./mime-bundle";

const listed: Claim = {
  id: "S5",
  section: "5; Table 1",
  notebook: "01-sampling",
  evidence: "table",
  expected: "reproduced with remarks",
  claim: "The communities on VKontakte and Odnoklassniki are based in cities of Russia.",
};
const finding: Finding = {
  published: "cities of Russia",
  computed: "13 of 14",
  holds: true,
  remarks: ["One Odnoklassniki group names no country."],
  detail: "Thirteen of fourteen communities name Russia.",
  doesNotShow: "Where their members live.",
};

test("claim shows the claim in our words, the verdict with a sign, and what it does not show", () => {
  assert.equal(
    claimCard(listed, finding).toString(),
    [
      "S5: ≈ reproduced with remarks",
      "  The communities on VKontakte and Odnoklassniki are based in cities of Russia.",
      "  Evidence       table: the paper's own published tables (paper: section 5; Table 1)",
      "  Published      cities of Russia",
      "  Computed       13 of 14",
      "  In short       Thirteen of fourteen communities name Russia.",
      "  Remark         One Odnoklassniki group names no country.",
      "  Does not show  Where their members live.",
    ].join("\n"),
  );
});

test("claim carries the record that the runner collects", () => {
  assert.deepEqual(claimCard(listed, { ...finding, computed: 176312 })[jupyterDisplay]()[CLAIM_MIME], {
    id: "S5",
    evidence: "table",
    verdict: "reproduced with remarks",
    published: "cities of Russia",
    computed: "176,312",
    detail: "Thirteen of fourteen communities name Russia.",
  });
});

test("claim reads the claim's words from data/claims.csv", () => {
  assert.match(claim("S5", finding).toString(), /VKontakte and Odnoklassniki/);
  assert.throws(() => claim("S99", finding), /id must be one of S1, .*found "S99"/);
});

test("claim without evidence is not testable, and says what a test would need", () => {
  const card = claimCard(
    { ...listed, evidence: "none" },
    { needed: "The campaigns' accounts.", detail: "No money is seen." },
  );
  assert.match(card.toString(), /○ not testable[\s\S]*Needed to test it +The campaigns' accounts\./);
  assert.doesNotMatch(card.toString(), /Computed/);
});

test("claim on the teaching corpus says that it tests the method", () => {
  const card = claimCard({ ...listed, evidence: "corpus" }, { ...finding, corpus: "teaching" });
  assert.match(card.toString(), /✓ recovered/);
  assert.match(card.toString().replace(/\s+/g, " "), /planted; this tests the method, not the migrants/);
});

test("claim refuses a finding that does not fit the evidence", () => {
  assert.throws(
    () => claimCard(listed, { needed: "x", detail: "y" }),
    /claim S5: a claim with table evidence must be computed/,
  );
  assert.throws(() => claimCard({ ...listed, evidence: "none" }, finding), /must say what a test needs/);
  assert.throws(
    () => claimCard(listed, { ...finding, doesNotShow: " " }),
    /claim S5: doesNotShow must be text, found " "/,
  );
  assert.throws(
    () => claimCard({ ...listed, evidence: "corpus" }, finding),
    /corpus must be "teaching" or "reader"/,
  );
});

test("claim escapes its texts and reads without styles", () => {
  const html = claimCard(
    { ...listed, claim: "<img src=x onerror=alert(1)>" },
    { ...finding, detail: "$a$</script>" },
  )[jupyterDisplay]()["text/html"] as string;
  assert.doesNotMatch(html, /<img|<\/script>|\$a\$/);
  assert.match(html, />≈ reproduced with remarks<\/strong>/);
});

test("white letters on every verdict's colour have a contrast of 7 to 1 or more", () => {
  for (const colour of Object.values(VERDICT_COLOURS)) assert.ok(contrast("#ffffff", colour) >= 7, colour);
});

test("claim names the place in the paper as a reader would look it up", () => {
  const place = (section: string) => {
    const listed = { id: "S1", section, notebook: "01-sampling", evidence: "table", expected: "reproduced", claim: "Words." } as const;
    const card = claimCard(listed, { published: 1, computed: 1, holds: true, detail: "Same.", doesNotShow: "More." });
    return /\(paper: (.*)\)/.exec(card.toString())?.[1];
  };
  assert.equal(place("5; Table 1"), "section 5; Table 1");
  assert.equal(place("4, 6"), "sections 4, 6");
  assert.equal(place("Table 1"), "Table 1");
});
