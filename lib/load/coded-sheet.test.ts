import assert from "node:assert/strict";
import test from "node:test";

import { readCodes } from "./coded-sheet";

const CODES = [
  { id: "work", name: "Work", about: "" },
  { id: "documents", name: "Documents and law", about: "" },
  { id: "housing", name: "Жильё", about: "" },
];

test("readCodes takes ids and names, in any case, each once, in the codebook's order", () => {
  assert.deepEqual(readCodes("housing,WORK; work", CODES), ["work", "housing"]);
  assert.deepEqual(readCodes("Documents and law\nжильё", CODES), ["documents", "housing"]);
});

test("readCodes tells a document left open from one that no code fits", () => {
  assert.equal(readCodes("", CODES), null);
  assert.equal(readCodes(" ; ", CODES), null);
  assert.deepEqual(readCodes("None", CODES), []);
});

test("readCodes says what it needs and what it found", () => {
  assert.throws(
    () => readCodes("work; hosing", CODES),
    /among work, documents, housing or none, found "hosing"; correct/,
  );
  assert.throws(() => readCodes("none; work", CODES), /none must stand alone, found it beside work/);
});
