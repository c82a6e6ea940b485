import assert from "node:assert/strict";
import test from "node:test";

import { loadCommunities } from "../load/load-communities";
import { loadDestinations } from "../load/load-destinations";
import { sampleCoverage, sayMembersAgainstMigrants } from "./sample-coverage";

const communities = loadCommunities();

test("sampleCoverage finds no community in Kazakhstan and Italy and thirty times its share in the UAE", () => {
  const rows = new Map(sampleCoverage(communities, loadDestinations()).map((row) => [row.country, row]));
  assert.deepEqual([...rows.values()].filter((row) => row.communities === 0).map(({ country }) => country), ["Kazakhstan", "Italy"]);
  const uae = rows.get("UAE");
  // 16,100 of the 131,434 members in countries of Table 2; 3,000 of 740,500 migrants.
  assert.ok(Math.abs((uae?.reach ?? 0) - 16_100 / 131_434 / (3000 / 740_500)) < 1e-12);
  assert.equal(uae?.membersPer100Migrants, 1_610_000 / 3000);
  const russia = rows.get("Russia");
  assert.deepEqual([russia?.communities, russia?.members], [18, 60_734]);
  assert.ok((russia?.reach ?? 1) < 1);
});

test("sampleCoverage is 1 everywhere where members are in proportion, and refuses nothing to compare", () => {
  const destinations = [
    { country: "A", countryInTable1: "A", migrants: 10 },
    { country: "B", countryInTable1: "Bb", migrants: 30 },
  ];
  const sample = [{ country: "A", members: 5 }, { country: "Bb", members: 15 }, { country: null, members: 99 }, { country: "B", members: 9 }];
  assert.deepEqual(sampleCoverage(sample, destinations).map(({ reach }) => reach), [1, 1]);
  assert.throws(() => sampleCoverage([], destinations), /sampleCoverage needs members and migrants, found 0 and 40/);
});

test("sayMembersAgainstMigrants names all nine destinations of Table 2, each once", () => {
  // Tables 1 and 2, by hand: Russia 60,734 of 640,000, Turkey 7,400 of 30,000, Korea 2,700 of 5,000, UK 2,000 of 2,000.
  assert.equal(
    sayMembersAgainstMigrants(sampleCoverage(communities, loadDestinations())),
    "Members against migrants: fewer in Russia, Turkey and Korea; as many in UK; more in USA, Germany and UAE; " +
      "none in Kazakhstan and Italy.",
  );
});
