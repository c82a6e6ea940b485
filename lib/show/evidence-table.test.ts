import assert from "node:assert/strict";
import test from "node:test";

import type { Coding } from "../classify/coding";
import type { Corpus } from "../corpus/open-corpus";
import { evidenceTable } from "./evidence-table";

const coding = {
  codes: ["work", "other"],
  names: ["Work", "Other"],
  of: (post: number) => (post === 0 ? ["work"] : []),
  evidence: (post: number) =>
    post === 0 ? [{ code: "work", term: "работ*", found: "работу", from: 4, to: 10 }] : [],
} as unknown as Coding;
const corpus = (kind: Corpus["kind"]) =>
  ({ kind, title: "t", posts: [{ text: "Ищу  работу" }, { text: "Салам" }] }) as unknown as Corpus;

test("evidenceTable shows texts, codes and what earned them", () => {
  const csv = evidenceTable(corpus("teaching"), coding, [0, 1]).toCSV();
  assert.match(csv, /Ищу работу,Work,работу\r\nСалам,none,nothing that the codebook names/);
});

test("evidenceTable keeps a reader's texts to itself until asked", () => {
  assert.doesNotMatch(evidenceTable(corpus("reader"), coding, [0, 1]).toCSV(), /Ищу/);
  assert.match(evidenceTable(corpus("reader"), coding, [0], { quote: true }).toCSV(), /Ищу/);
});
