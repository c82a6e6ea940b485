import assert from "node:assert/strict";
import test from "node:test";

import { loadCommunities } from "../load/load-communities";
import { loadPlaces } from "../load/load-places";
import { glossAgreement, sayPlaces } from "./gloss-agreement";

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

test("sayPlaces says what is missing and never null", () => {
  const places = loadPlaces();
  const say = (gloss: string | null, country: string | null, name = "Кыргызы в Анталии") => {
    return sayPlaces(glossAgreement({ id: "x", name, gloss, country }, places));
  };
  assert.equal(say("Kyrgyz in England", "Turkey"), "Antalya in the name, England in the gloss, Turkey in the column");
  assert.equal(say(null, "South Korea"), "Antalya in the name, no gloss, South Korea in the column");
  assert.equal(say("Kyrgyz abroad", null, "Кыргызы"), "no place in the name, no place in the gloss, no country");
});

test("glossAgreement finds whole words and endings, not parts of words", () => {
  const places = loadPlaces();
  const inName = (name: string) => glossAgreement({ id: "x", name, gloss: null, country: null }, places).inName;
  assert.deepEqual(inName("Кыргызы в Москве и в Стамбуле"), ["Istanbul", "Moscow"]);
  assert.deepEqual(inName("Кыргызы в Moскве"), ["Moscow"]);
  assert.deepEqual(inName("Ukraine, pUKe"), []);
});
