import assert from "node:assert/strict";
import test from "node:test";

import { indexPosts } from "../corpus/token-index";
import { loadCodebook } from "../load/load-codebook";
import { findThemes } from "./find-themes";
import { groupByLemma } from "./group-by-lemma";
import { platformWords, themesOfTerms } from "./platform-words";

const POSTS = [
  { platform: "facebook", community: "а", text: "работа работу паспорт" },
  { platform: "facebook", community: "б", text: "работа земляки" },
  { platform: "vkontakte", community: "в", text: "комната" },
] as const;

const index = indexPosts(POSTS);
const terms = groupByLemma(index);
const codebook = loadCodebook("data/codebook.yml");
const themeOf = themesOfTerms(index, terms, codebook, findThemes(index, codebook));

test("platformWords counts one platform alone, with communities, theme and interval", () => {
  const [work, ...rest] = platformWords({ posts: POSTS, index }, terms, "facebook", themeOf);
  // 3 of 5 words; drawn communities give 2 of 3, 3 of 5 or 1 of 2.
  assert.deepEqual(
    [work?.term, work?.count, work?.percentage, work?.communities, work?.theme],
    ["работа", 3, 60, 2, "Work"],
  );
  assert.deepEqual([work?.low, work?.high?.toFixed(4)], [50, "66.6667"]);
  assert.deepEqual(
    rest.map(({ theme }) => theme),
    ["Identity and culture", "Documents and law"],
  );
});

test("platformWords has no interval for one community, and no rows for a platform without posts", () => {
  assert.deepEqual(
    platformWords({ posts: POSTS, index }, terms, "vkontakte", themeOf).map(({ low }) => low),
    [null],
  );
  assert.deepEqual(platformWords({ posts: POSTS, index }, terms, "odnoklassniki", themeOf), []);
});
