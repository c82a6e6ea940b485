import assert from "node:assert/strict";
import test from "node:test";

import type { Post } from "../load/post";
import { corpusCommunities } from "./corpus-communities";
import { postEngagement } from "./post-engagement";
import { postOfTest } from "./post-of-test";
import { profileCommunities } from "./profile-communities";

function profile(posts: readonly Post[]) {
  const communities = corpusCommunities({ posts, communities: [] });
  return profileCommunities(posts, communities, postEngagement(posts, communities));
}

test("profileCommunities takes the community itself for one author, whoever signs for it", () => {
  const own = { byAdmin: true, comments: 0, likes: 2 } as const;
  const posts = [
    postOfTest(0, { ...own, author: "x" }),
    postOfTest(1, { ...own, author: "y" }),
    postOfTest(2, { ...own, author: null }),
    postOfTest(3, { byAdmin: false, comments: 5, likes: null }),
  ];
  const [row] = profile(posts);
  // Three posts of four; index (3/4)² + (1/4)² = 0.625; answered one of four; likes known of three.
  assert.deepEqual(
    [
      row?.administratorShare,
      row?.authors,
      row?.concentration,
      row?.replyShare,
      row?.reactionsPerPost,
      row?.governance,
    ],
    [0.75, 2, 0.625, 0.25, 2, "vertical"],
  );
});

test("profileCommunities keeps unknown what no export says", () => {
  const [row] = profile([postOfTest(0, { author: null })]);
  assert.deepEqual(
    [
      row?.administratorShare,
      row?.authors,
      row?.replyShare,
      row?.talkShare,
      row?.commenters,
      row?.sharesPerPost,
    ],
    [null, null, null, null, null, null],
  );
  assert.equal(row?.governance, "not said");
});
