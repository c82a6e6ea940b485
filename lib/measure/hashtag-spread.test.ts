import assert from "node:assert/strict";
import test from "node:test";

import { indexPosts } from "../corpus/token-index";
import type { Post } from "../load/post";
import { hashtagSpread, isSameTag, tagKey } from "./hashtag-spread";

function corpusOf(...rows: [day: string, community: string, author: string, text: string][]) {
  const posts = rows.map(([day, community, author, text]) => {
    return {
      createdAt: new Date(`${day}T12:00:00Z`),
      platform: "facebook",
      community,
      author,
      text,
    } as Post;
  });
  return { posts, index: indexPosts(posts) };
}

test("tagKey joins case, underscores, doubled letters and scripts", () => {
  const forms = [
    "#stoptajikagression",
    "#StopTajikAggression",
    "#stop_tajik_aggression",
    "#стоптажикагрессион",
  ];
  assert.deepEqual(forms.map(tagKey), [
    "stoptajikagresion",
    "stoptajikagresion",
    "stoptajikagresion",
    "stoptajikagresion",
  ]);
});

test("isSameTag forgives one slip in a long tag and none in a short one", () => {
  assert.ok(isSameTag("#stoprahmon", "#stoprahmn"));
  assert.ok(isSameTag("#stoprahmon", "#stoprakhmon"));
  assert.ok(!isSameTag("#stoprahmon", "#stoprhmn"));
  assert.ok(!isSameTag("#kg", "#k"));
  assert.ok(!isSameTag("#Баткен", "#Batkent"));
});

test("hashtagSpread counts a post once, whatever the number of spellings in it", () => {
  const corpus = corpusOf(
    ["2021-04-30", "b", "y", "Баткен, держись! #стопРахмон #stoprahmon"],
    ["2021-04-29", "a", "x", "#StopRahmon"],
    ["2021-04-29", "a", "x", "Рахмон, остановись"],
  );
  const [found] = hashtagSpread(corpus, ["stopRahmon"]);
  assert.equal(found?.tag, "#stopRahmon");
  assert.deepEqual(found?.documents, [1, 0]);
  assert.deepEqual(
    [found?.first, found?.communities, found?.authors, found?.platforms],
    ["2021-04-29", 2, 2, 1],
  );
  assert.deepEqual(
    found?.variants.map(({ documents }) => documents),
    [2, 1],
  );
});

test("hashtagSpread of a tag that nobody used is empty, and two spellings of one tag are refused", () => {
  const [found] = hashtagSpread(corpusOf(["2021-04-30", "a", "x", "no tag"]), ["#nobody"]);
  assert.deepEqual([found?.documents, found?.first], [[], null]);
  assert.throws(() => hashtagSpread(corpusOf(), ["stopRahmon", "#stop_rahmon"]), /tags must differ/);
});
