import assert from "node:assert/strict";
import test from "node:test";

import type { Platform } from "../load/post";
import { comparePlatforms } from "./compare-platforms";
import type { PlatformTheme, ThemeRanks } from "./rank-themes";

function ranksOf(shares: { readonly [platform in Platform]?: readonly number[] }): ThemeRanks {
  const platforms = Object.keys(shares) as Platform[];
  const byPlatform = platforms.flatMap((platform) =>
    (shares[platform] ?? []).map((percentage, i): PlatformTheme => {
      return {
        theme: String(i),
        name: String(i),
        platform,
        tokens: 1,
        percentage,
        low: null,
        high: null,
        rank: i + 1,
        redrawn: [],
      };
    }),
  );
  const overall = (shares.facebook ?? []).map((percentage, i) => ({
    theme: String(i),
    name: String(i),
    percentage,
    rank: i + 1,
    steadiness: null,
  }));
  return { platforms, thin: [], small: [], byPlatform, overall };
}

const words = (list: string) => [...list].map((term) => ({ term }));

test("comparePlatforms correlates themes and overlaps words, two platforms at a time", () => {
  // Ranks 1 2 3 against 1 3 2: Spearman 1 - 6 × 2 / (3 × 8) = 0.5.
  const [pair, ...rest] = comparePlatforms(ranksOf({ facebook: [3, 2, 1], vkontakte: [6, 4, 5] }), {
    facebook: words("abc"),
    vkontakte: words("abd"),
  });
  assert.equal(rest.length, 0);
  assert.deepEqual(
    [pair?.platforms, pair?.themes, pair?.shared, pair?.of],
    ["facebook and vkontakte", 0.5, 2, 3],
  );
});

test("comparePlatforms gives 1 for the same list of words", () => {
  const [pair] = comparePlatforms(ranksOf({ facebook: [3, 2], vkontakte: [3, 2] }), {
    facebook: words("abc"),
    vkontakte: words("abc"),
  });
  assert.equal(pair?.words.toFixed(9), "1.000000000");
});

test("comparePlatforms has no correlation where all themes of a platform are level, and no pair with one platform", () => {
  const [pair] = comparePlatforms(ranksOf({ facebook: [1, 1], vkontakte: [2, 1] }), {
    facebook: words("a"),
    vkontakte: words("a"),
  });
  assert.equal(pair?.themes, null);
  assert.deepEqual(comparePlatforms(ranksOf({ facebook: [1, 2] }), { facebook: words("a") }), []);
});
