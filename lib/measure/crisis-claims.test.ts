import assert from "node:assert/strict";
import test from "node:test";

import { openCorpus } from "../corpus/open-corpus";
import { openStudy } from "../corpus/study";
import { loadCodebook } from "../load/load-codebook";
import { loadCovidDays, loadCovidMonths } from "../load/load-covid";
import { loadDemonstrations } from "../load/load-demonstrations";
import { checkCaseFigures } from "./check-case-figures";
import { checkDemonstrations } from "./check-demonstrations";
import { CRISIS_CLAIMS, crisisClaims } from "./crisis-claims";

const codebook = loadCodebook("data/codebook.yml");

async function check(planted: boolean, seed: number) {
  const corpus = await openCorpus({ planted, seed });
  return crisisClaims(corpus, openStudy(corpus), codebook, { seed: 1 });
}

for (const seed of [1, 2]) {
  test(`every crisis that is planted is found, seed ${seed}`, async () => {
    const found = await check(true, seed);
    for (const id of CRISIS_CLAIMS) assert.equal(found[id].holds, true, `${id}: ${found[id].detail}`);
  });
}

for (const seed of [1, 2, 3]) {
  test(`no crisis is found where none is planted, seed ${seed}`, async () => {
    const found = await check(false, seed);
    for (const id of CRISIS_CLAIMS) assert.notEqual(found[id].holds, true, `${id}: ${found[id].detail}`);
  });
}

test("a corpus with a handful of posts gives too little data for each claim, with what is needed", async () => {
  const corpus = await openCorpus({ planted: true, seed: 1 });
  const posts = corpus.posts.filter(({ kind }) => kind === "post").slice(0, 40);
  const { indexPosts } = await import("../corpus/token-index");
  const thin = { ...corpus, posts, languages: corpus.languages.slice(0, 40), index: indexPosts(posts) };
  const found = crisisClaims(thin, openStudy(), codebook, { seed: 1 });
  for (const id of CRISIS_CLAIMS) {
    assert.equal(found[id].holds, "too little data", `${id}: ${found[id].detail}`);
    assert.match(`${found[id].detail} ${found[id].remarks.join(" ")}`, /need|needed|nothing/, id);
  }
});

test("C1 counts the days above 1,000 without the artefact, and says what it left out", () => {
  // Johns Hopkins: 11,505 on the 18th, 2,537 on the 19th, 1,108 on the 21st, 2,267 on the 23rd; 0 on the
  // 14th, 20th, 24th; July 2021 has 37,889.
  const found = checkCaseFigures(loadCovidDays(), loadCovidMonths());
  assert.equal(found.holds, true);
  assert.match(found.detail, /3 days .* 2,537 on 19 July, 1,108 on 21 July, 2,267 on 23 July/);
  assert.match(
    found.remarks.join(" "),
    /11,505 of 18 July are left out.*14 July, 20 July, 24 July have 0.*2021-07 has more cases, 37,889/,
  );
});

test("C1 does not hold without a day above 1,000 but for an artefact", () => {
  const days = [900, 11_505, 0].map((confirmed, i) => ({
    date: `2020-07-0${i + 1}`,
    confirmed,
    deaths: 0,
  }));
  assert.equal(checkCaseFigures(days, [{ month: "2020-07", confirmed: 12_405 }]).holds, false);
});

test("B4 holds with dated reports for two of six places, and says for which there is none", () => {
  const found = checkDemonstrations(loadDemonstrations());
  assert.equal(found.holds, true);
  assert.equal(found.computed, "2 of 6 places");
  assert.match(found.remarks.join(" "), /New York, Paris, Rome, United Kingdom no dated report/);
});
