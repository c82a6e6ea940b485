import assert from "node:assert/strict";
import test from "node:test";

import { postOfTest } from "./post-of-test";
import { signedBy } from "./signed-by";

test("signedBy takes what the export says", () => {
  const posts = [postOfTest(0, { byAdmin: true }), postOfTest(1, { byAdmin: false })];
  assert.deepEqual(signedBy(posts), ["community", "person"]);
});

test("signedBy takes a named author for a person only where the community's own posts are marked", () => {
  const marked = { platform: "facebook", community: "A" } as const;
  const unmarked = { platform: "facebook", community: "B" } as const;
  const posts = [
    postOfTest(0, { ...marked, byAdmin: true }),
    postOfTest(1, marked),
    postOfTest(2, { ...marked, author: null }),
    postOfTest(3, unmarked),
    // The same name on another platform is another community.
    postOfTest(4, { ...marked, platform: "vkontakte" }),
  ];
  assert.deepEqual(signedBy(posts), ["community", "person", null, null, null]);
});
