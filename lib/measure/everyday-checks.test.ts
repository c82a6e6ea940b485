import assert from "node:assert/strict";
import test from "node:test";

import { checkEveryday } from "./check-everyday";
import { checkFarRarer } from "./check-far-rarer";
import { checkHorizontal, checkVertical } from "./check-governance";
import { checkLeftOut } from "./check-left-out";
import { checkOneWay } from "./check-one-way";
import { checkPoliticalVoices } from "./check-political-voices";
import { checkQuietPolitics } from "./check-quiet-politics";
import { checkStrongestPull } from "./check-strongest-pull";
import type { JudgedCandidate } from "./judge-candidates";
import type { CommunityProfile } from "./profile-communities";
import type { RatioWithin } from "./ratio-within";
import type { WeighedShare } from "./share-within";
import type { TopicPull } from "./topic-pull";

const share = (value: number, low: number, high: number, of = 1000): WeighedShare => ({
  hits: Math.round(value * of),
  of,
  share: value,
  low,
  high,
  communities: 9,
  equal: value,
  equalLow: low,
  equalHigh: high,
});
const ratio = (value: number, low: number, high: number): RatioWithin => ({
  ratio: value,
  low,
  high,
  communities: 9,
  inside: 1,
  insideOf: 500,
  outside: 1,
  outsideOf: 500,
  unknown: 0,
});

test(
  "checkEveryday wants the whole interval above half, and remarks where another weighing says " + "otherwise",
  () => {
    assert.equal(checkEveryday(share(0.6, 0.51, 0.7), share(0.6, 0.5, 0.7), null).holds, true);
    assert.equal(checkEveryday(share(0.6, 0.49, 0.7), share(0.6, 0.5, 0.7), null).holds, false);
    const { remarks } = checkEveryday({ ...share(0.6, 0.51, 0.7), equal: 0.4 }, share(0.2, 0.1, 0.3), null);
    assert.match(remarks.join(" "), /As counted.*weighing the same it is 40%.*Of comments it is 20%/);
  },
);

test("checkEveryday corrects for what the classifier misses and gives wrongly", () => {
  // Sensitivity 0.8, specificity 0.9: 0.49 becomes (0.49 - 0.1) / 0.7 = 0.557, and 0.47 becomes 0.529.
  const known = { positives: 10_000, truePositives: 8000, negatives: 10_000, trueNegatives: 9000 };
  const { holds, computed, remarks } = checkEveryday(
    share(0.49, 0.47, 0.51, 20_000),
    share(0.1, 0.1, 0.1),
    known,
  );
  assert.deepEqual([holds, computed], [true, "49% as counted, 56% corrected"]);
  assert.match(remarks.join(" "), /Counted alone it is 49% \(47% to 51%\)/);
  // One that is no better than chance corrects nothing.
  const chance = { ...known, trueNegatives: 2000 };
  assert.equal(checkEveryday(share(0.49, 0.47, 0.51), share(0.1, 0.1, 0.1), chance).holds, false);
});

test("checkOneWay wants most to be requests, and fewer answers than equivalence allows", () => {
  const requests = share(0.8, 0.7, 0.9);
  assert.equal(checkOneWay(requests, ratio(0.6, 0.5, 0.79)).holds, true);
  assert.equal(checkOneWay(requests, ratio(0.94, 0.9, 0.99)).holds, false);
  assert.equal(checkOneWay(share(0.5, 0.4, 0.6), ratio(0.6, 0.5, 0.7)).holds, false);
});

test("checkStrongestPull wants each measure above 1 and no topic above it", () => {
  const pulls = (code: string, values: readonly number[]): TopicPull[] =>
    values.map((value, i) => ({
      ...ratio(value, value - 0.5, value + 0.5),
      code,
      name: code,
      measure: (["reactions", "shares", "comments"] as const)[i] as "reactions",
    }));
  const others = pulls("work", [0.9, 0.9, 0.5]);
  assert.equal(checkStrongestPull([...pulls("identity", [2, 2, 3]), ...others], "identity").holds, true);
  assert.equal(checkStrongestPull([...pulls("identity", [2, 1.4, 3]), ...others], "identity").holds, false);
  const rival = checkStrongestPull(
    [...pulls("identity", [2, 2, 3]), ...pulls("politics", [1, 1, 4])],
    "identity",
  );
  assert.equal(rival.holds, false);
  assert.match(rival.detail, /more comments are drawn by politics/);
});

test("checkFarRarer wants the whole interval nearer to a tenth than to as many", () => {
  const rarity = { rare: 100, common: 1000, ratio: 0.1, low: 0.08, communities: 9 };
  assert.equal(checkFarRarer({ ...rarity, high: 0.31 }).holds, true);
  assert.equal(checkFarRarer({ ...rarity, high: 0.32 }).holds, false);
});

test("checkQuietPolitics wants few posts and few who return", () => {
  const returning = { authors: 200, returning: 40, share: 0.2, unknown: 0 };
  assert.equal(checkQuietPolitics(share(0.03, 0.02, 0.05), returning).holds, true);
  assert.equal(checkQuietPolitics(share(0.08, 0.05, 0.11), returning).holds, false);
  // 95 of 200: Wilson's interval reaches 0.544.
  assert.equal(
    checkQuietPolitics(share(0.03, 0.02, 0.05), { ...returning, returning: 95, share: 0.475 }).holds,
    false,
  );
});

const profile = (change: Partial<CommunityProfile>): CommunityProfile =>
  ({
    label: "x",
    posts: 50,
    members: 1000,
    replyShare: 0.1,
    reactionsPerPost: 2,
    sharesPerPost: 1,
    because: "b",
    ...change,
  }) as CommunityProfile;

test("checkVertical and checkHorizontal each look at their own communities, and need four", () => {
  const page = profile({ isOrganisation: true, governance: "vertical" });
  const group = profile({ isOrganisation: false, governance: "horizontal" });
  const all = [page, page, page, page, group, group, group, group];
  assert.equal(checkVertical(all).holds, true);
  assert.equal(checkHorizontal(all).holds, true);
  assert.equal(checkVertical(all.slice(1)).holds, "too little data");
  const unsaid = {
    ...page,
    governance: "not said",
    because: "the export does not say who administers",
  } as const;
  assert.match(
    checkVertical([unsaid, unsaid, unsaid, unsaid]).detail,
    /does not say who administers; 4 are needed/,
  );
  // Twenty reactions of a thousand members are more than one in a hundred.
  assert.equal(checkVertical(all.map((row) => ({ ...row, reactionsPerPost: 20 }))).holds, false);
});

test("checkPoliticalVoices wants the two cases to hold most posts, and the times to differ", () => {
  const voices = { counts: [], covered: share(0.8, 0.7, 0.9), shift: ratio(2, 1.3, 3), unsigned: 0 };
  assert.equal(checkPoliticalVoices(voices).holds, true);
  // The first alone may come about without any difference between times.
  assert.equal(checkPoliticalVoices({ ...voices, shift: ratio(1, 0.9, 1.1) }).holds, false);
  assert.equal(checkPoliticalVoices({ ...voices, covered: share(0.5, 0.4, 0.6) }).holds, false);
});

test("checkLeftOut wants something to put out beside the sample, and nothing in it", () => {
  const options = { keywords: ["Биз"], matching: "as printed", minimumMembers: 0 } as const;
  const talking = { id: "t", name: "Биз", posts: 50, isAdvertisementOnly: false } as JudgedCandidate;
  const selling = { ...talking, isAdvertisementOnly: true, hasConcealedAdministrators: true };
  const candidates = [talking, selling].map(
    (one) => ({ ...one, platform: "vkontakte", type: "community" }) as const,
  );
  const [talks, sells] = candidates as [JudgedCandidate, JudgedCandidate];
  assert.equal(checkLeftOut([talks], [talks, sells], options).holds, true);
  assert.equal(checkLeftOut([talks], [talks], options).holds, false);
  assert.equal(checkLeftOut([talks, sells], [sells], options).holds, false);
  assert.match(checkLeftOut([talks], null, options).detail, /put the exports of some/);
  const unknown = { ...sells, hasConcealedAdministrators: null };
  assert.match(checkLeftOut([talks], [unknown], options).detail, /none can be judged/);
  assert.match(
    checkLeftOut([talks], [{ ...sells, posts: 3 }], options).detail,
    /the 20 posts that are needed/,
  );
});

test("the checks say how much is needed where there is little", () => {
  const none: WeighedShare = {
    ...share(0, 0, 0, 0),
    share: null,
    low: null,
    high: null,
    equal: null,
    communities: 1,
  };
  for (const { holds, detail } of [
    checkEveryday(none, none, null),
    checkOneWay(none, ratio(1, 1, 1)),
    checkStrongestPull([], "identity"),
    checkFarRarer({ rare: 0, common: 0, ratio: null, low: null, high: null, communities: 1 }),
    checkQuietPolitics(none, { authors: 0, returning: 0, share: null, unknown: 3 }),
    checkVertical([]),
  ]) {
    assert.equal(holds, "too little data");
    assert.match(detail, /needed/);
    assert.doesNotMatch(detail, /NaN|undefined|null|Infinity/);
  }
});
