import assert from "node:assert/strict";
import test from "node:test";

import { indexPosts } from "../corpus/token-index";
import { loadCodebook } from "../load/load-codebook";
import type { Platform } from "../load/post";
import { findThemes } from "./find-themes";
import { rankThemes } from "./rank-themes";

const CODEBOOK = loadCodebook("data/codebook.yml");

/** Posts of two communities a platform: `times` words of each kind in each. */
function postsOf(
  times: { readonly [word: string]: number },
  platforms: readonly Platform[],
  communities = ["а", "б"],
) {
  const text = Object.entries(times)
    .map(([word, n]) => `${word} `.repeat(n))
    .join("");
  return platforms.flatMap((platform) => communities.map((community) => ({ platform, community, text })));
}

const ranksOf = (posts: ReturnType<typeof postsOf>) => {
  const index = indexPosts(posts);
  return rankThemes({ posts, index }, CODEBOOK, findThemes(index, CODEBOOK), { draws: 100 });
};

test("rankThemes ranks themes by the share of their words", () => {
  // Of 600 words a community 300 are of work, 150 of documents, 75 of housing and 75 of none: 50, 25 and
  // 12.5 percent.
  const { overall, byPlatform } = ranksOf(
    postsOf({ работа: 300, паспорт: 150, комната: 75, салам: 75 }, ["facebook", "vkontakte"]),
  );
  assert.deepEqual(
    overall
      .slice(0, 3)
      .map(({ theme, percentage, rank, steadiness }) => [theme, percentage, rank, steadiness]),
    [
      ["work", 50, 1, 1],
      ["documents", 25, 2, 1],
      ["housing", 12.5, 3, 1],
    ],
  );
  // Both communities are the same, so a redraw changes nothing.
  assert.deepEqual([byPlatform[0]?.low, byPlatform[0]?.high, byPlatform[0]?.redrawn[0]], [50, 50, 1]);
});

test("rankThemes gives each platform the same weight, however much is written there", () => {
  const posts = [
    ...postsOf({ работа: 3000 }, ["facebook"]),
    ...postsOf({ работа: 150, паспорт: 150 }, ["vkontakte"]),
  ];
  assert.deepEqual(
    ranksOf(posts)
      .overall.slice(0, 2)
      .map(({ percentage }) => percentage),
    [75, 25],
  );
});

test("rankThemes leaves out a platform with fewer than 300 words of themes, and names it", () => {
  const { platforms, thin, small } = ranksOf([
    ...postsOf({ работа: 300 }, ["facebook"]),
    ...postsOf({ работа: 10 }, ["odnoklassniki"]),
  ]);
  assert.deepEqual([platforms, thin, small], [["facebook"], ["odnoklassniki"], ["facebook"]]);
});

test("rankThemes has no interval for one community, and no row where nothing is said of themes", () => {
  const { overall, byPlatform } = ranksOf(postsOf({ работа: 300 }, ["facebook"], ["а"]));
  assert.deepEqual([overall[0]?.steadiness, byPlatform[0]?.low, byPlatform[0]?.redrawn], [null, null, []]);
  assert.deepEqual(ranksOf([]).overall, []);
});
