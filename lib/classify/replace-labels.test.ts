import assert from "node:assert/strict";
import test from "node:test";

import type { AdjudicatedRow } from "../load/read-coding-sheet";
import type { Post } from "../load/post";
import type { Coding, Evidence } from "./coding";
import { replaceLabels } from "./replace-labels";

type Code = "work" | "housing" | "border";

const posts = ["1", "2", "3"].map((id): Pick<Post, "platform" | "kind" | "id"> => ({
  platform: "vkontakte",
  kind: "post",
  id,
}));
const evidence = (post: number): Evidence<Code>[] => [
  { code: "work", term: "работа", found: "работа", from: post, to: post + 6 },
];
/** Post 0 work, post 1 work and housing, post 2 nothing. */
const coding: Coding<Code> = {
  codes: ["work", "housing", "border"],
  names: ["Work", "Housing", "Border"],
  bits: Uint32Array.of(1, 3, 0),
  has: (post, code) => code === "work" && post < 2,
  of: () => ["work"],
  documents: () => [0, 1],
  evidence,
};
const row = (post: string, codes: string[], how: AdjudicatedRow["how"] = "decided"): AdjudicatedRow => ({
  post: `vkontakte:${post}`,
  codes,
  how,
});

test("replaceLabels gives the decided posts people's codes and leaves the others", () => {
  const corrected = replaceLabels(coding, posts, [row("2", ["border", "housing"]), row("3", [], "agreed")]);
  assert.deepEqual([0, 1, 2].map(corrected.of), [["work"], ["housing", "border"], []]);
  assert.deepEqual(corrected.documents("work"), [0]);
  assert.deepEqual(corrected.documents("border"), [1]);
  assert.equal(corrected.has(1, "work"), false);
  assert.deepEqual([corrected.decided, corrected.changed], [[1, 2], 1]);
  // The classifier's own coding is as it was.
  assert.deepEqual([...coding.bits], [1, 3, 0]);
});

test("replaceLabels names the decision as evidence", () => {
  const corrected = replaceLabels(coding, posts, [row("2", ["housing"], "agreed")]);
  assert.deepEqual(corrected.evidence(0), evidence(0));
  assert.deepEqual(corrected.evidence(1), [{ code: "housing", term: "<agreed>", found: "", from: 0, to: 0 }]);
});

test("replaceLabels works with the 32nd code too", () => {
  const codes = Array.from({ length: 32 }, (_, i) => `c${i}`);
  const many = { ...coding, codes, bits: new Uint32Array(3) } as unknown as Coding;
  const corrected = replaceLabels(many, posts, [row("1", ["c31", "c0"])]);
  assert.deepEqual(corrected.of(0), ["c0", "c31"]);
  assert.equal(corrected.bits[0], 2 ** 31 + 1);
});

test("replaceLabels says what it needs and what it found", () => {
  assert.throws(
    () => replaceLabels(coding, posts, [row("9", ["work"])]),
    /of this corpus, found vkontakte:9; open/,
  );
  assert.throws(
    () => replaceLabels(coding, posts, [row("1", ["wrok"])]),
    /among work, housing, border, found "wrok"/,
  );
  assert.throws(() => replaceLabels(coding, posts, []).of(3), /from 0 to 2, found 3/);
});
