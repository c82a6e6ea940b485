import assert from "node:assert/strict";
import test from "node:test";

import type { Coding } from "../classify/coding";
import { eligibility } from "../classify/eligibility";
import type { Post } from "../load/post";
import { judgeCandidates } from "./judge-candidates";
import { postOfTest } from "./post-of-test";

const coding = (isAdvertisement: (post: number) => boolean) =>
  ({ has: (post: number) => isAdvertisement(post) }) as unknown as Coding;
const options = { keywords: ["Биз"], matching: "as printed", minimumMembers: 0 } as const;

function judge(change: Partial<Post>, isAdvertisement: (post: number) => boolean, voices = 0) {
  const posts = [
    ...Array.from({ length: 10 }, (_, i) => postOfTest(i, { byAdmin: true, comments: 0, ...change })),
    // At least one comment, so that comments were collected.
    postOfTest(99, { kind: "comment", parent: "0" }),
    ...Array.from({ length: voices }, (_, i) =>
      postOfTest(100 + i, { kind: "comment", parent: String(i % 10) }),
    ),
  ];
  const [candidate] = judgeCandidates({ posts, communities: [] }, coding(isAdvertisement));
  const decision = candidate && eligibility(candidate, options).results.at(-1)?.outcome;
  return { candidate, decision };
}

test("judgeCandidates puts out what only advertises, hides its administrators and has no discussion", () => {
  const { candidate, decision } = judge({}, () => true);
  assert.deepEqual(
    [candidate?.advertisements, candidate?.discussed, candidate?.administratorShare],
    [1, 0, 1],
  );
  assert.equal(decision, "not met");
});

test("judgeCandidates keeps a community where members discuss, or that does more than advertise", () => {
  assert.equal(judge({}, () => true, 20).decision, "met");
  assert.equal(judge({}, (post) => post < 4).decision, "met");
});

test("judgeCandidates leaves open who administers where the export does not say", () => {
  const { candidate, decision } = judge({ byAdmin: null }, () => true);
  assert.deepEqual([candidate?.isAdvertisementOnly, candidate?.hasConcealedAdministrators], [true, null]);
  assert.equal(decision, "unknown");
});

test("judgeCandidates does not count posts without a text as no advertisement", () => {
  const { candidate } = judge({ text: "" }, () => false);
  assert.deepEqual([candidate?.advertisements, candidate?.isAdvertisementOnly], [null, null]);
});
