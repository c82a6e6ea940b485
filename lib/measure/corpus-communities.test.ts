import assert from "node:assert/strict";
import test from "node:test";

import { loadCommunities } from "../load/load-communities";
import { corpusCommunities } from "./corpus-communities";
import { postOfTest } from "./post-of-test";

test("corpusCommunities keeps apart two communities of one name on two platforms", () => {
  const posts = [postOfTest(0), postOfTest(1, { platform: "odnoklassniki" }), postOfTest(2)];
  const { rows, of } = corpusCommunities({ posts, communities: [] });
  assert.deepEqual(
    rows.map(({ label }) => label),
    ["Биз (VK)", "Биз (OK)"],
  );
  assert.deepEqual([...of], [0, 1, 0]);
});

test(
  "corpusCommunities takes what Table 1 prints where the export is silent, and leaves the rest " + "open",
  () => {
    const manas = loadCommunities().find(({ id }) => id === "ok-manas");
    const posts = [postOfTest(0, { platform: "odnoklassniki", community: manas?.name ?? "" }), postOfTest(1)];
    const [own, printed] = corpusCommunities({ posts, communities: [] }).rows;
    // Table 1: 1.3K members, Russia; section 5 names Manas in Yakutia.
    assert.deepEqual([printed?.members, printed?.region, printed?.isOrganisation], [1300, "Russia", true]);
    assert.deepEqual([own?.members, own?.region, own?.type, own?.isOrganisation], [null, null, null, null]);
  },
);

test("corpusCommunities takes pages for organisations' and groups for none", () => {
  const posts = [postOfTest(0, { community: "Page" }), postOfTest(1, { community: "Group" })];
  const info = { platform: "vkontakte", members: 9, access: null } as const;
  const communities = [
    { ...info, id: "1", name: "Page", type: "page" },
    { ...info, id: "2", name: "Group", type: "group" },
  ];
  const { rows } = corpusCommunities({ posts, communities });
  assert.deepEqual(
    rows.map(({ name, isOrganisation, members }) => [name, isOrganisation, members]),
    [
      ["Group", false, 9],
      ["Page", true, 9],
    ],
  );
});
