import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { readConllu } from "./read-conllu";

const row = (...cells: string[]) => [...cells, ...Array<string>(10 - cells.length).fill("_")].join("\t");

test("readConllu reads sentences, words behind ranges, and genres, and leaves out empty nodes", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "conllu-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "ru_test.conllu");
  const lines = [
    "# genre = social",
    "# text = Нечего ждать",
    row("1-2", "Нечего"),
    row("1", "не", "не", "PART"),
    row("2", "чего", "что", "PRON"),
    row("2.1", "_"),
    row("3", "ждать", "ждать", "VERB"),
    "",
  ];
  writeFileSync(path, [...lines, "# text = Да", row("1", "Да", "да", "PART"), "", ""].join("\n"));
  const [first, second] = readConllu(path);
  assert.equal(first?.genre, "social");
  assert.deepEqual(first?.surface, ["Нечего", "ждать"]);
  assert.deepEqual(
    first?.words.map(({ lemma }) => lemma),
    ["не", "что", "ждать"],
  );
  assert.equal(second?.text, "Да");
  assert.equal(second?.genre, "");
});

test("readConllu names file and line of a row that does not fit", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "conllu-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "bad.conllu");
  writeFileSync(path, "# text = Да\n1\tДа\tда\n");
  assert.throws(() => readConllu(path), { message: `${path}:2: needed 10 columns, found 3` });
});
