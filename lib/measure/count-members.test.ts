import assert from "node:assert/strict";
import test from "node:test";

import { loadCommunities } from "../load/load-communities";
import { countMembers } from "./count-members";

const communities = loadCommunities();

test("countMembers sums Table 1 by platform and by country", () => {
  const byPlatform = countMembers(communities, ({ platform }) => platform);
  // 16,000 on VKontakte is 4.4 + 2.2 + 4.2 + 2.8 + 2.4 thousand.
  assert.deepEqual(
    byPlatform.map(({ key, communities: n, members }) => [key, n, members]),
    [
      ["facebook", 23, 119_412],
      ["odnoklassniki", 9, 40_900],
      ["vkontakte", 5, 16_000],
    ],
  );
  const byCountry = new Map(countMembers(communities, ({ country }) => country).map((row) => [row.key, row]));
  assert.equal(byCountry.get("Russia")?.members, 60_734);
  assert.equal(byCountry.get("United Arab Emirates")?.members, 16_100);
  assert.equal(byCountry.get(null)?.communities, 4);
});

test("countMembers gives shares that sum to 1 and refuses a table without members", () => {
  const shares = countMembers(communities, ({ yearCreated }) => yearCreated).map(({ share }) => share);
  assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-12);
  assert.throws(() => countMembers([], () => 1), /countMembers needs at least one member, found 0 communities/);
});

test("countMembers refuses members that cannot be counted, and names row and value", () => {
  for (const members of [NaN, -5, Infinity]) {
    assert.throws(
      () => countMembers([{ members: 10 }, { members }], () => 1),
      { name: "RangeError", message: new RegExp(`^countMembers: members in row 2 must be .*, found ${members}; `) },
    );
  }
});
