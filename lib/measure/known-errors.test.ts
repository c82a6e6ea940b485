import assert from "node:assert/strict";
import test from "node:test";

import type { Coding } from "../classify/coding";
import type { CodeShare } from "./code-shares";
import { commonConfusions } from "./common-confusions";
import { correctedCodes } from "./corrected-codes";
import { knownErrors } from "./known-errors";
import type { CodeScore } from "./score-coding";

test("knownErrors counts what was found and what was left alone", () => {
  const errors = knownErrors(
    [0, 1, 2, 3, 4],
    (post) => [0, 1, 3].includes(post),
    (post) => post < 3,
  );
  assert.deepEqual(errors, { positives: 3, truePositives: 2, negatives: 2, trueNegatives: 1 });
});

test("correctedCodes corrects each code by its own errors, and leaves open what was never seen", () => {
  const shares = ["work", "border"].map(
    (code) => ({ code, name: code, hits: 31, of: 100, share: 0.31 }) as CodeShare,
  );
  const score = {
    support: 100,
    truePositives: 80,
    falsePositives: 10,
    trueNegatives: 90,
    precision: null,
    recall: null,
  };
  const [work, border] = correctedCodes(shares, [
    { ...score, code: "work" } as CodeScore,
    { ...score, code: "border", support: 0, truePositives: 0 } as CodeScore,
  ]);
  // (0.31 + 0.9 - 1) / (0.8 + 0.9 - 1) = 0.3
  assert.ok(Math.abs((work?.corrected as number) - 0.3) < 1e-12);
  assert.deepEqual([border?.counted, border?.corrected, border?.low], [0.31, null, null]);
});

test("commonConfusions lists what was taken for what, with a text that says enough", () => {
  const coding = {
    codes: ["work", "other"],
    names: ["Work", "Other"],
    of: (post: number) => (post === 3 ? ["work"] : ["other"]),
  } as unknown as Coding;
  const long = "Нужны люди на объект, пишите в личные сообщения";
  const texts = [
    { text: "коротко" },
    { text: long },
    { text: `${long} ещё длиннее` },
    { text: "да" },
    { text: "нет" },
  ];
  const truth = (post: number) => (post < 3 ? ["work"] : post === 3 ? ["other", "work"] : ["other"]);
  assert.deepEqual(commonConfusions(coding, truth, [0, 1, 2, 3, 4], texts), [
    { truth: "Work", given: "Other", posts: 3, example: long },
    { truth: "Work, Other", given: "Work", posts: 1, example: "да" },
  ]);
});
