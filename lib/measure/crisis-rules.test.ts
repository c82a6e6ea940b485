import assert from "node:assert/strict";
import test from "node:test";

import type { BurstCourse } from "./burst-course";
import { checkActsRise } from "./check-acts-rise";
import { checkApolitical } from "./check-apolitical";
import { checkBothStances } from "./check-both-stances";
import { checkHashtags } from "./check-hashtags";
import { checkHostCountries } from "./check-host-countries";
import { checkInitiatives } from "./check-initiatives";
import { checkPlatformBursts } from "./check-platform-bursts";
import { checkPromptBurst } from "./check-prompt-burst";
import { checkRelief } from "./check-relief";
import type { CrisisBurst } from "./crisis-bursts";
import type { StanceShares } from "./stance-shares";

// The rules by which the claims of section 6 are judged, at their edges. That they hold on planted
// corpora and not on null ones is tested in crisis-claims.test.ts.

function burst(
  name: string,
  outcome: CrisisBurst["outcome"],
  more: Partial<CrisisBurst> = {},
): CrisisBurst {
  const needed = outcome === "too little data" ? 900 : null;
  const rates = {
    hits: 40,
    of: 200,
    share: 0.2,
    quietShare: 0.05,
    expected: 10,
    ratio: 4,
    low: 2.5,
    high: 6.4,
    p: 0.001,
  };
  return {
    name,
    communities: 3,
    platforms: 1,
    ...rates,
    burstDays: 20,
    course: null,
    outcome,
    needed,
    ...more,
  };
}

test("C2: one platform without a burst speaks against it, one with too little data leaves it open", () => {
  const [a, b] = [burst("facebook", "burst"), burst("vkontakte", "burst")];
  assert.equal(checkPlatformBursts([a, b, burst("odnoklassniki", "burst")]).holds, true);
  assert.equal(checkPlatformBursts([a, b, burst("odnoklassniki", "no burst")]).holds, false);
  const open = checkPlatformBursts([a, b, burst("odnoklassniki", "too little data")]);
  assert.equal(open.holds, "too little data");
  assert.match(
    open.detail,
    / odnoklassniki has 200 posts in the stretch; 900 would be needed to find a doubling four times in five\.$/,
  );
  assert.deepEqual(checkPlatformBursts([a, b]).remarks, ["There is nothing from odnoklassniki."]);
  assert.equal(checkPlatformBursts([]).holds, "too little data");
});

test("O1 and B1: the onset may lie from the day of the event to a week after it, and not before", () => {
  const placebo = {
    observed: 20,
    placebos: Array.from({ length: 99 }, (_, i) => ({ day: `d${i}`, value: 1 })),
    p: 0.01,
    apart: 20,
  };
  const course = (onset: string) =>
    ({ onset, earliest: onset, latest: onset, halfLife: 9 }) as BurstCourse;
  const holds = (onset: string) =>
    checkPromptBurst(burst("all", "burst", { course: course(onset) }), placebo, "2020-10-04").holds;
  assert.deepEqual(["2020-10-03", "2020-10-04", "2020-10-11", "2020-10-12"].map(holds), [
    false,
    true,
    true,
    false,
  ]);
  const same = { ...placebo, p: 0.06 };
  assert.equal(
    checkPromptBurst(burst("all", "burst", { course: course("2020-10-05") }), same, "2020-10-04").holds,
    false,
  );
  assert.equal(
    checkPromptBurst(burst("all", "no burst", { course: course("2020-10-05") }), placebo, "2020-10-04")
      .holds,
    false,
  );
  assert.equal(
    checkPromptBurst(burst("all", "too little data"), placebo, "2020-10-04").holds,
    "too little data",
  );
  // One of nineteen and the event itself is one in twenty; with eighteen dates nothing can be as rare.
  const withDates = (count: number, value = 1) => {
    const placebos = placebo.placebos.slice(0, count).map((date) => ({ ...date, value }));
    const own = { ...placebo, placebos, p: (1 + (value < 20 ? 0 : count)) / (1 + count) };
    return checkPromptBurst(burst("all", "burst", { course: course("2020-10-05") }), own, "2020-10-04");
  };
  assert.deepEqual([withDates(19).holds, withDates(18).holds, withDates(18, 20).holds], [true, "too little data", false]);
  assert.match(withDates(18).detail, /0 of 18 placebo dates have as much, of 19 that are needed\.$/);
  assert.match(checkPromptBurst(undefined, null, "2020-10-04").detail, /four weeks of each are needed/);
});

test("C3: another act that brings more, or a need that nobody names, speaks against it", () => {
  const needs = ["money", "oxygen"].map((name) => ({ name, posts: 5 }));
  const [own, less] = [burst("fundraising", "burst"), burst("logistics", "burst", { hits: 39 })];
  assert.equal(checkRelief([own, less], "fundraising", needs).holds, true);
  assert.equal(
    checkRelief([own, burst("logistics", "burst", { hits: 41 })], "fundraising", needs).holds,
    false,
  );
  const unnamed = checkRelief([own, less], "fundraising", [...needs, { name: "meals", posts: 4 }]);
  assert.equal(unnamed.holds, false);
  assert.deepEqual(unnamed.remarks, ["meals is named in 4 posts; 5 are asked for."]);
  assert.equal(checkRelief([], "fundraising", needs).holds, "too little data");
});

test("C4: members must have more than half, also at the lower end", () => {
  const carried = {
    name: "all",
    posts: 100,
    communities: 20,
    byMembers: 70,
    share: 0.7,
    low: 0.51,
    high: 0.8,
    authors: 60,
    unsigned: 0,
  };
  assert.equal(checkInitiatives(carried).holds, true);
  assert.equal(checkInitiatives({ ...carried, low: 0.5 }).holds, false);
  assert.equal(checkInitiatives({ ...carried, posts: 29 }).holds, "too little data");
  // An export that marks nobody says nothing about members.
  assert.equal(checkInitiatives({ ...carried, unsigned: 71 }).holds, "too little data");
  assert.match(checkInitiatives(undefined).detail, /30 in 5 communities are needed/);
});

test("C5: five countries on two platforms; unknown countries leave it open", () => {
  const countries = ["A", "B", "C", "D", "E"];
  const parts = countries.map((country, i) => {
    return {
      platform: i === 0 ? ("vkontakte" as const) : ("facebook" as const),
      host: { country, region: country },
    };
  });
  const bursts = countries.map((country) => burst(country, "burst"));
  assert.equal(checkHostCountries(bursts, parts).holds, true);
  assert.equal(
    checkHostCountries(
      bursts,
      parts.map((part) => ({ ...part, platform: "facebook" })),
    ).holds,
    "too little data",
  );
  // Five countries on one platform, and a sixth on the other in which there is no burst: it is not on both.
  const sixth = [...parts.slice(1), ...parts.slice(1, 2), { ...parts[0]!, host: { country: "F", region: "F" } }].map(
    (part, i) => ({ ...part, host: i < 5 ? { country: countries[i]!, region: countries[i]! } : part.host }),
  );
  assert.equal(checkHostCountries([...bursts, burst("F", "no burst")], sixth).holds, false);
  assert.equal(checkHostCountries([...bursts, burst("F", "too little data")], sixth).holds, "too little data");
  assert.equal(checkHostCountries([...bursts.slice(0, 4), burst("E", "no burst")], parts).holds, false);
  assert.equal(
    checkHostCountries([...bursts.slice(0, 4), burst("E", "too little data")], parts).holds,
    "too little data",
  );
  assert.match(
    checkHostCountries([bursts[0] as CrisisBurst], parts).detail,
    /in 1 known country; 5 are needed/,
  );
});

test("O2: a burst of a few loud communities is not enough", () => {
  const community = (i: number, shareDuring: number) => {
    return {
      community: `${i}`,
      name: `${i}`,
      platform: "facebook",
      before: 100,
      shareBefore: 0.01,
      during: 50,
      shareDuring,
      isApolitical: true,
    };
  };
  const six = (over: number) => Array.from({ length: 6 }, (_, i) => community(i, i < over ? 0.3 : 0.01));
  assert.equal(checkApolitical(six(4), burst("they", "burst")).holds, true);
  assert.equal(checkApolitical(six(3), burst("they", "burst")).holds, false);
  assert.equal(checkApolitical(six(6), burst("they", "no burst")).holds, false);
  assert.equal(checkApolitical(six(6).slice(2), burst("they", "burst")).holds, "too little data");
});

test("O3: each stance must have more than one in ten, also at the lower end", () => {
  const shares = (support: number, doubt: number, posts = 100): StanceShares => ({
    posts,
    communities: 10,
    authors: 80,
    rows: [
      { stance: "support", posts: 30, share: support + 0.05, low: support, high: 1 },
      { stance: "doubt", posts: 30, share: doubt + 0.05, low: doubt, high: 1 },
      { stance: "neither", posts: 40, share: 0.4, low: 0.3, high: 0.5 },
    ],
    polarisation: 0.5,
    divided: 5,
  });
  assert.equal(checkBothStances(shares(0.2, 0.11)).holds, true);
  assert.equal(checkBothStances(shares(0.2, 0.1)).holds, false);
  assert.equal(checkBothStances(shares(0.2, 0.2, 39)).holds, "too little data");
});

test("B2: a tag that few people repeat has not spread", () => {
  const spread = (authors: number) => {
    const documents = Array.from({ length: 50 }, (_, i) => i);
    return {
      tag: "#tag",
      variants: [{ form: "#tag", documents: 50 }],
      documents,
      first: "2021-04-28",
      communities: 5,
      platforms: 2,
      authors,
    };
  };
  assert.equal(checkHashtags([spread(10)], [burst("#tag", "burst")]).holds, true);
  assert.equal(checkHashtags([spread(9)], [burst("#tag", "burst")]).holds, false);
  assert.equal(checkHashtags([spread(10)], [burst("#tag", "no burst")]).holds, false);
  const both = [spread(10), spread(10)];
  const second = (outcome: CrisisBurst["outcome"]) => [burst("#a", outcome), burst("#b", "too little data")];
  assert.equal(checkHashtags(both, second("burst")).holds, "too little data");
  assert.equal(checkHashtags(both, second("no burst")).holds, false);
  assert.equal(checkHashtags([], []).holds, "too little data");
});

test("B3: every act that is claimed must rise", () => {
  const rows = [burst("petition", "burst"), burst("call", "burst"), burst("voting", "no burst")];
  assert.equal(checkActsRise(rows, ["petition", "call"]).holds, true);
  assert.equal(checkActsRise(rows, ["petition", "voting"]).holds, false);
  assert.equal(checkActsRise(rows, ["petition", "report"]).holds, "too little data");
  assert.equal(checkActsRise(rows, []).holds, "too little data");
});
