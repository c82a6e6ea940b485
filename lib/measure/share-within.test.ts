import assert from "node:assert/strict";
import test from "node:test";

import { shareRatio } from "./share-ratio";
import { shareWithin } from "./share-within";

// Community 0 has four posts, three of them hits; community 1 has one, no hit.
const communityOf = [0, 0, 0, 0, 1];
const documents = [0, 1, 2, 3, 4];
const isHit = (document: number): boolean => document < 3;

test("shareWithin weighs once by posts and once by communities", () => {
  const share = shareWithin(documents, isHit, communityOf);
  // 3 of 5 posts; communities have 3/4 and 0, on average 3/8.
  assert.deepEqual(
    [share.hits, share.of, share.share, share.equal, share.communities],
    [3, 5, 0.6, 0.375, 2],
  );
  assert.deepEqual([share.equalLow, share.equalHigh], [0, 0.75]);
});

test("shareWithin has no share of nothing and no interval over one community", () => {
  const none = shareWithin([], isHit, communityOf);
  assert.deepEqual([none.share, none.equal, none.of, none.communities], [null, null, 0, 0]);
  const one = shareWithin([0, 3], isHit, communityOf);
  assert.deepEqual([one.share, one.low, one.equalHigh], [0.5, null, null]);
});

test("shareRatio divides the numbers of two kinds of posts", () => {
  const ratio = shareRatio(documents, (document) => document === 4, isHit, communityOf);
  assert.deepEqual([ratio.rare, ratio.common, ratio.ratio], [1, 3, 1 / 3]);
  assert.equal(shareRatio(documents, isHit, () => false, communityOf).ratio, null);
});
