import assert from "node:assert/strict";
import test from "node:test";

import { fieldOf, readCount, readId, readOptionalId, readText, sumCounts } from "./read-field";

test("readId keeps ids as text whatever their length", () => {
  assert.equal(readId({ id: "10158123456789012345" }, "id"), "10158123456789012345");
  assert.equal(readId({ id: -5 }, "id"), "-5");
  assert.equal(readId({ id: " 12.0 " }, "id"), "12");
});

test("readId refuses an id that a spreadsheet shortened", () => {
  assert.throws(
    () => readId({ id: "1.01562E+16" }, "id"),
    /id: needed an id in full, found 1.01562E\+16, as a spreadsheet shortens it/,
  );
});

test("readId says what it found", () => {
  assert.throws(() => readId({}, "id"), /id: needed an id, found nothing/);
  assert.throws(() => readId({ id: {} }, "id"), /found an object/);
  assert.throws(() => readId({ id: 1.5 }, "id"), /found 1.5/);
  assert.equal(readOptionalId({ id: "" }, "id"), null);
});

test("readCount understands commas and gaps, and never makes an absent count 0", () => {
  assert.equal(readCount({ n: "1,234,567" }, "n"), 1234567);
  assert.equal(readCount({ n: "12.0" }, "n"), 12);
  assert.equal(readCount({ n: 0 }, "n"), 0);
  assert.equal(readCount({}, "n"), null);
  assert.equal(readCount({ n: "N/A" }, "n"), null);
  assert.equal(readCount({ n: "" }, "n"), null);
  for (const n of [-1, "12,34", "many", 1.5, [], "1e3"]) assert.throws(
    () => readCount({ n }, "n"), /n: needed a whole number from 0 up/,
  );
});

test("fieldOf sees own fields only", () => {
  assert.equal(fieldOf({}, "constructor"), undefined);
  assert.equal(fieldOf(JSON.parse('{"__proto__": {"id": 1}}'), "id"), undefined);
  assert.equal(fieldOf("text", "length"), undefined);
});

test("readText and sumCounts treat what is absent", () => {
  assert.equal(readText({}, "text"), "");
  assert.throws(() => readText({ text: ["a"] }, "text"), /text: needed a text, found a list of 1/);
  assert.equal(sumCounts([null, 2, 3]), 5);
  assert.equal(sumCounts([null, null]), null);
});
