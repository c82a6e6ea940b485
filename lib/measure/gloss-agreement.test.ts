import assert from "node:assert/strict";
import test from "node:test";

import { loadCommunities } from "../load/load-communities";
import { loadPlaces } from "../load/load-places";
import { glossAgreement } from "./gloss-agreement";

const communities = loadCommunities();

test("glossAgreement finds the Antalya group in England and the Moscow group in all of Russia", () => {
  const rows = communities.map((community) => glossAgreement(community, loadPlaces()));
  const disagree = rows.filter(({ outcome }) => outcome === "other country" || outcome === "other place");
  assert.deepEqual(
    disagree.map(({ id, inName, inGloss, outcome }) => [id, inName, inGloss, outcome]),
    [
      ["fb-antalya", ["Antalya"], ["England"], "other country"],
      ["vk-moscow", ["Moscow"], ["Russia"], "other place"],
    ],
  );
  assert.equal(rows.find(({ id }) => id === "fb-uae")?.outcome, "agrees");
  assert.deepEqual(
    rows.filter(({ outcome }) => outcome === "nothing to compare").map(({ id }) => id),
    ["fb-abroad-group", "fb-page-forum-abroad", "fb-page-council", "fb-page-abroad", "vk-abroad", "fb-page-birimdik"].sort(
      (a, b) => rows.findIndex(({ id }) => id === a) - rows.findIndex(({ id }) => id === b),
    ),
  );
});

test("glossAgreement finds whole words and endings, not parts of words", () => {
  const places = loadPlaces();
  const inName = (name: string) => glossAgreement({ id: "x", name, gloss: null, country: null }, places).inName;
  assert.deepEqual(inName("Кыргызы в Москве и в Стамбуле"), ["Istanbul", "Moscow"]);
  assert.deepEqual(inName("Кыргызы в Moскве"), ["Moscow"]);
  assert.deepEqual(inName("Ukraine, pUKe"), []);
});
