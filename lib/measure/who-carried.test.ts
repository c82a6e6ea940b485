import assert from "node:assert/strict";
import test from "node:test";

import { listDays } from "../corpus/calendar-day";
import type { Post } from "../load/post";
import { communitiesBefore } from "./apolitical-communities";
import { stanceShares } from "./stance-shares";
import { anyCode, stretchPosts } from "./stretch-posts";
import { whoCarried } from "./who-carried";

function post(
  community: string,
  author: string,
  byAdmin: boolean | null,
  day = "2020-07-01",
  kind: Post["kind"] = "post",
): Post {
  return {
    platform: "vkontakte",
    community,
    author,
    byAdmin,
    kind,
    createdAt: new Date(`${day}T12:00:00Z`),
  } as Post;
}

test("whoCarried counts members, and says of how many the signer is not known", () => {
  const posts = [
    post("a", "x", false),
    post("a", "y", true),
    post("b", "x", null),
    post("b", "z", false),
  ];
  const [found] = whoCarried(posts, [0, 1, 2, 3], () => "all", { seed: 1 });
  // Of three posts whose signer is known two are members'; the fourth is nobody's.
  assert.deepEqual(
    [found?.posts, found?.byMembers, found?.share, found?.unsigned, found?.authors],
    [4, 2, 2 / 3, 1, 3],
  );
  // Communities with one half and with all: redrawn shares run from 0.5 to 1.
  assert.deepEqual([found?.low, found?.high], [0.5, 1]);
  const [single] = whoCarried(posts, [0, 1], () => "all", { seed: 1 });
  assert.deepEqual([single?.share, single?.low], [0.5, null]);
  // Where a community's own posts are marked, a named author without a mark is a person.
  const [marked] = whoCarried([post("a", "y", true), post("a", "x", null)], [1], () => "all", { seed: 1 });
  assert.deepEqual([marked?.byMembers, marked?.unsigned], [1, 0]);
  // Where nothing is marked nothing is known, and members have no share.
  const [open] = whoCarried([post("b", "x", null)], [0], () => "all", { seed: 1 });
  assert.deepEqual([open?.byMembers, open?.share, open?.unsigned], [0, null, 1]);
  assert.deepEqual(
    whoCarried(posts, [0], () => null, { seed: 1 }),
    [],
  );
});

test("stanceShares counts stances and communities that are divided", () => {
  const posts = [
    post("a", "x", false),
    post("a", "y", false),
    post("b", "z", false),
    post("b", "x", false),
  ];
  const stances = ["support", "doubt", "support", "neither"] as const;
  const found = stanceShares(
    posts,
    [0, 1, 2, 3],
    (document) => stances[document] as (typeof stances)[number],
    { seed: 1 },
  );
  assert.deepEqual(
    found.rows.map(({ share }) => share),
    [0.5, 0.25, 0.25],
  );
  assert.deepEqual([found.posts, found.communities, found.authors, found.divided], [4, 2, 3, 1]);
  // Mean 0.25, mean square 0.75: 0.75 - 0.0625.
  assert.equal(found.polarisation, 0.6875);
});

test("stretchPosts keeps posts of both ends of a stretch, each once and in order", () => {
  const posts = ["2020-06-30", "2020-07-01", "2020-07-28", "2020-07-29"].map((day) =>
    post("a", "x", false, day),
  );
  assert.deepEqual(
    stretchPosts(posts, { from: "2020-07-01", until: "2020-07-28" }, [3, 2, 1, 0, 1]),
    [1, 2],
  );
  const comment = post("a", "x", false, "2020-07-02", "comment");
  assert.deepEqual(stretchPosts([comment], { from: "2020-07-01", until: "2020-07-28" }, [0]), []);
  assert.deepEqual(
    stretchPosts([comment], { from: "2020-07-01", until: "2020-07-28" }, [0], "both"),
    [0],
  );
});

test("anyCode joins the posts of some codes, each once", () => {
  const coding = { documents: (code: string) => (code === "a" ? [1, 3] : [3, 2]) };
  assert.deepEqual(anyCode(coding, ["a", "b"]), [1, 2, 3]);
  assert.deepEqual(anyCode(coding, []), []);
});

test("communitiesBefore judges by the quiet days before a crisis alone", () => {
  const days = listDays("2020-08-01", "2020-12-31");
  const stretch = {
    from: "2020-10-04",
    until: "2020-10-31",
    isQuiet: (day: string) => day < "2020-10-01" || day > "2020-12-01",
  };
  const part = (name: string, hits: (day: string) => number) => {
    return {
      community: name,
      name,
      platform: "facebook" as const,
      host: null,
      series: { days, hits: days.map(hits), of: days.map(() => 10) },
    };
  };
  const found = communitiesBefore(
    [part("later", (day) => Number(day > "2020-12-01")), part("always", () => 1)],
    stretch,
  );
  assert.deepEqual(
    found.map(({ isApolitical }) => isApolitical),
    [true, false],
  );
  assert.deepEqual([found[1]?.shareBefore, found[1]?.shareDuring], [0.1, 0.1]);
  const short = {
    ...part("new", () => 0),
    series: { days, hits: days.map(() => 0), of: days.map((day) => Number(day > "2020-09-28")) },
  };
  assert.equal(communitiesBefore([short], stretch)[0]?.isApolitical, null);
});
