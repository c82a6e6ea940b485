import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { evaluate } from "./evaluate";
import { sharedFile } from "./shared-file";

// The goals that were set before anything was measured; the measured values stand in docs/evaluation.md.
const shared = sharedFile(
  "data",
  "the treebanks are not part of the project; whether the goals are met on them is not checked, only how it is measured",
);
test("evaluate reaches the goals on the real data", { skip: shared.skip }, () => {
  const rows = evaluate(shared.path);
  const value = (part: string, data: string, measure: string) => {
    const found = rows.find((row) => row.part === part && row.data === data && row.measure === measure);
    assert.ok(found, `${part}, ${data}, ${measure}`);
    return Number.parseFloat(found.value);
  };
  assert.ok(value("language", "ky_ktmu-ud-train", "taken for ky") >= 99);
  assert.ok(value("language", "ru_taiga-ud-dev, social", "taken for ru") >= 97);
  assert.ok(value("lemma ru", "ru_taiga-ud-dev", "accuracy") >= 89);
  assert.ok(value("lemma ky", "ky_ktmu-ud-train, even sentences (held out)", "accuracy") >= 78);
  assert.ok(value("lemma ky", "ky_ktmu-ud-train, even sentences (held out)", "grouping F1") >= 0.7);
  assert.ok(value("tokens", "ru_taiga-ud-dev", "F1 against UD words") >= 0.98);
  assert.ok(value("tokens", "ky_ktmu-ud-train", "F1 against UD words") >= 0.99);
  for (const data of ["ru_taiga-ud-dev", "ky_ktmu-ud-train"]) {
    assert.equal(value("folding", data, "single swapped letters restored"), 100);
    assert.equal(value("folding", data, "clean words changed"), 0);
  }
  for (const row of rows.filter(({ part }) => part === "redaction")) {
    assert.ok(Number.parseFloat(row.value) >= 99, `${row.data}: ${row.value}`);
  }
});

test("evaluate measures whatever treebanks a folder holds, by their names", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "evaluate-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const row = (id: number, form: string, lemma: string, pos: string) =>
    [id, form, lemma, pos, ...Array<string>(6).fill("_")].join("\t");
  writeFileSync(
    join(folder, "en_small-ud-test.conllu"),
    [
      "# text = Borders opened today",
      row(1, "Borders", "border", "NOUN"),
      row(2, "opened", "open", "VERB"),
      row(3, "today", "today", "NOUN"),
      "",
      "",
    ].join("\n"),
  );
  const rows = evaluate(folder).filter(({ part }) => part !== "redaction");
  const values = Object.fromEntries(rows.map(({ part, measure, value }) => [`${part}: ${measure}`, value]));
  assert.equal(values["language: taken for en"], "100.0 %");
  assert.equal(values["lemma en: accuracy"], "100.0 %");
  // Of three words only "today" is its own lemma as it stands.
  assert.equal(values["lemma en: accuracy of the word as it stands"], "33.3 %");
  assert.equal(values["tokens: F1 against UD words"], "1.0000");
});

test("evaluate says what it needs where a folder holds no treebank", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "evaluate-"));
  t.after(() => rmSync(folder, { recursive: true }));
  assert.throws(() => evaluate(folder), /needs a folder with xx_\*\.conllu files, found none/);
});
