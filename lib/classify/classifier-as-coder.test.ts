import assert from "node:assert/strict";
import test from "node:test";

import { projectToCoders, sheetsToProject } from "../load/coded-project";
import { classifierAsCoder } from "./classifier-as-coder";
import type { Evidence } from "./coding";

const texts = ["😀 Ищу работу и комнату", "Сдаю комнату", "Жумуш барбы?"];
const posts = texts.map((text, i) => ({ platform: "facebook", kind: "post", id: String(i), text }) as const);
const codings = [["work", "housing"], ["housing"], []];
const found = (code: string, text: string, word: string): Evidence => {
  const from = text.indexOf(word);
  return { code, term: word, found: word, from, to: from + word.length };
};
const evidence: Evidence[][] = [
  [found("work", texts[0]!, "работу"), { code: "housing", term: "<admin>", found: "", from: 0, to: 0 }],
  [found("housing", texts[1]!, "комнату")],
  [],
];
const coding = { of: (post: number) => codings[post]!, evidence: (post: number) => evidence[post]! };
const row = (i: number, text = texts[i]!) => {
  return { row: `row${i}`, post: `facebook:${i}`, stratum: "all", of: 3, drawn: 3, text };
};

test("classifierAsCoder gives the codes of the sample and the words that earned them", () => {
  const { coder, codings: given, spans } = classifierAsCoder(coding, posts, [row(1), row(0)]);
  assert.equal(coder, "classifier");
  assert.deepEqual(
    [...given],
    [
      ["facebook:1", ["housing"]],
      ["facebook:0", ["work", "housing"]],
    ],
  );
  assert.deepEqual(
    spans.map(({ document, from, to }) => posts[Number(document.slice(9))]?.text.slice(from, to)),
    ["комнату", "работу"],
  );
});

test("classifierAsCoder gives no passage of a text that the sheet shows otherwise", () => {
  const { codings: given, spans } = classifierAsCoder(coding, posts, [row(1, "Сдаю ‹phone›")]);
  assert.deepEqual([given.get("facebook:1"), spans], [["housing"], []]);
});

test("a classifier goes to a project and back with its words, and with the whole text where a code has none", () => {
  const sample = [row(0), row(1), row(2)];
  const codes = ["work", "housing"].map((id) => ({ id, name: id, about: "" }));
  const machine = classifierAsCoder(coding, posts, sample);
  const project = sheetsToProject({
    name: "p",
    heading: "Codes",
    codes,
    sample,
    sheets: [machine],
    savedAt: new Map(),
  });
  const { coders } = projectToCoders(project, { codes, sample });
  assert.deepEqual(coders[0]?.codings, machine.codings);
  assert.deepEqual(
    coders[0]?.spans.map(({ document, code, from, to }) => [document, code, from, to]),
    [
      ["facebook:0", "housing", 0, texts[0]!.length],
      ["facebook:0", "work", 7, 13],
      ["facebook:1", "housing", 5, 12],
    ],
  );
});

test("classifierAsCoder says that a document is of another corpus", () => {
  assert.throws(
    () => classifierAsCoder(coding, posts, [row(9, "x")]),
    /of this corpus, found facebook:9; open/,
  );
});
