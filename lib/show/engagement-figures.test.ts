import assert from "node:assert/strict";
import test from "node:test";

import type { CommunityProfile } from "../measure/profile-communities";
import type { TopicPull } from "../measure/topic-pull";
import { governanceList } from "./governance-list";
import { governanceMap } from "./governance-map";
import type { Plot } from "./plot";
import { pullFigure } from "./pull-figure";
import { shortenName } from "./shorten-name";

const profile = (label: string, change: Partial<CommunityProfile> = {}): CommunityProfile =>
  ({
    label,
    posts: 9,
    administratorShare: 0.1,
    replyShare: 0.6,
    governance: "horizontal",
    isOrganisation: false,
    ...change,
  }) as CommunityProfile;
const profiles = [
  profile("Кыргызстанцы в Нью-Йорке"),
  profile("Кыргыз биримдиги", {
    administratorShare: 1,
    replyShare: 0.1,
    governance: "vertical",
    isOrganisation: true,
  }),
  profile("Биз", { administratorShare: null, governance: "not said" }),
];

test("governanceMap and governanceList have a row for each community that can be placed", () => {
  const map = governanceMap({ kind: "teaching" }, profiles) as Plot;
  assert.match(map.toCSV(), /Кыргызстанцы в Нью-Йорке,horizontal,10,60/);
  assert.doesNotMatch(map.toCSV(), /Биз/);
  const list = governanceList({ kind: "teaching" }, profiles) as Plot;
  // The vertical community stands on top.
  assert.match(list.toCSV().split("\r\n")[1] ?? "", /^Кыргыз биримдиги,100,10/);
});

test("the figures say in words where there is nothing to show", () => {
  assert.match(String(governanceMap({ kind: "reader" }, profiles.slice(2))), /do not say who administers/);
  assert.match(String(governanceList({ kind: "reader" }, [])), /No community can be placed/);
  assert.match(String(pullFigure({ kind: "reader" }, [], "shares")), /count too few shares/);
});

test("pullFigure puts the topic that draws most on top, and marks one that is not estimated", () => {
  const pull = (name: string, ratio: number | null, low: number | null): TopicPull =>
    ({
      name,
      code: name,
      measure: "comments",
      ratio,
      low,
      high: low === null ? null : 9,
      communities: 4,
    }) as TopicPull;
  const rows = [pull("Work", 0.5, 0.4), pull("Border", null, null), pull("Identity", 3, 2)];
  const csv = (pullFigure({ kind: "teaching" }, rows, "comments") as Plot).toCSV();
  assert.deepEqual(csv.trimEnd().split("\r\n").slice(1), ["Identity,3,2,9", "Work,0.5,0.4,9", "Border,,,"]);
});

test("shortenName cuts at a word where one ends near", () => {
  assert.equal(shortenName("Кыргызы в Краснoярске. Кыргызстан/Пoмoщь нашим", 34), "Кыргызы в Краснoярске…");
  assert.equal(shortenName("a".repeat(40), 10), `${"a".repeat(10)}…`);
});
