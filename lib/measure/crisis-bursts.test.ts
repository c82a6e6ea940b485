import assert from "node:assert/strict";
import test from "node:test";

import { listDays } from "../corpus/calendar-day";
import { type CommunitySeries, communitySeries } from "./community-series";
import { crisisBursts, ENOUGH } from "./crisis-bursts";
import type { Post } from "../load/post";

const days = listDays("2020-05-01", "2021-04-30");
const stretch = {
  from: "2020-10-05",
  until: "2020-11-01",
  isQuiet: (day: string) => day < "2020-10-01" || day > "2020-12-01",
};
const isInside = (day: string): boolean => day >= stretch.from && day <= stretch.until;

function part(
  name: string,
  platform: CommunitySeries["platform"],
  hits: (day: string, i: number) => number,
  posts = 20,
): CommunitySeries {
  const series = {
    days,
    hits: days.map((day, i) => Math.min(posts, hits(day, i))),
    of: days.map(() => posts),
  };
  return { community: `${platform}: ${name}`, name, platform, host: null, series };
}

test("crisisBursts tells a burst from none, and both from too little data", () => {
  // One hit a day in twenty posts, three in the stretch; one a day throughout; one hit in fifty days.
  const found = crisisBursts(
    [
      part("a", "facebook", (day) => (isInside(day) ? 3 : 1)),
      part("b", "vkontakte", () => 1),
      part("c", "odnoklassniki", (_, i) => Number(i % 50 === 0)),
    ],
    ({ platform }) => platform,
    stretch,
    { seed: 1 },
  );
  assert.deepEqual(
    found.map(({ outcome }) => outcome),
    ["burst", "no burst", "too little data"],
  );
  const [a, b, c] = found;
  assert.ok(Math.abs((a?.ratio ?? 0) - 3) < 1e-9);
  assert.deepEqual([a?.burstDays, a?.course?.onset, a?.needed], [28, "2020-10-05", null]);
  assert.ok(Math.abs((b?.ratio ?? 0) - 1) < 1e-9);
  // 9.01 must be expected; the quiet share is about 1 in 1000 posts, so about nine thousand are needed.
  assert.ok((c?.needed ?? 0) > 6000 && (c?.needed ?? 0) < 13_000, String(c?.needed));
});

test("a doubling of what ENOUGH posts lead to expect lies 1.645 + 0.842 standard deviations up", () => {
  // On the scale 2√x a Poisson count has the standard deviation 1.
  assert.ok(Math.abs(2 * (Math.sqrt(2 * ENOUGH) - Math.sqrt(ENOUGH)) - (1.645 + 0.842)) < 0.01);
});

test("where there are too few quiet days nothing is tested and nothing is claimed", () => {
  const [found] = crisisBursts(
    [part("a", "facebook", () => 1)],
    () => "all",
    { ...stretch, isQuiet: () => false },
    { seed: 1 },
  );
  assert.deepEqual([found?.p, found?.outcome], [null, "too little data"]);
  assert.deepEqual(
    crisisBursts([], () => "all", stretch, { seed: 1 }),
    [],
  );
});

test("communitySeries counts posts of a community by day, comments only where they are asked for", () => {
  const post = (day: string, community: string, kind: Post["kind"]): Post => {
    return { platform: "facebook", community, kind, createdAt: new Date(`${day}T10:00:00Z`) } as Post;
  };
  const posts = [
    post("2020-05-01", "b", "post"),
    post("2020-05-01", "a", "post"),
    post("2020-05-02", "a", "comment"),
    post("2020-06-01", "a", "post"),
  ];
  const study = { from: "2020-05-01", until: "2020-05-03", hostOf: () => null };
  const [a, b] = communitySeries({ posts }, study, [1, 2]);
  assert.deepEqual([a?.name, b?.name], ["a", "b"]);
  assert.deepEqual(
    [Array.from(a!.series.hits), Array.from(a!.series.of), Array.from(b!.series.hits)],
    [
      [1, 0, 0],
      [1, 0, 0],
      [0, 0, 0],
    ],
  );
  assert.deepEqual(
    Array.from(communitySeries({ posts }, study, [1, 2], { unit: "both" })[0]!.series.hits),
    [1, 1, 0],
  );
});
