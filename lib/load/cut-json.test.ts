import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";

import { JsonCutter, type JsonPiece } from "./cut-json";

function cut(text: string, size = text.length || 1): { pieces: JsonPiece[]; broken: JsonCutter["broken"] } {
  const pieces: JsonPiece[] = [];
  const cutter = new JsonCutter(
    (path) => path === "response" || path === "response.items", (piece) => pieces.push(piece),
  );
  for (let at = 0; at < text.length; at += size) cutter.push(text.slice(at, at + size));
  cutter.end();
  return { pieces, broken: cutter.broken };
}

test("JsonCutter hands out the records of an opened list, then the object around them", () => {
  const { pieces, broken } = cut(
    '{"response": {"count": 2,\n"items": [{"id": 1},\n{"id": 2}], "next_from": "a"}}'
  );
  assert.equal(broken, null);
  assert.deepEqual(pieces.map(({ path, index, line, value }) => [path, index, line, JSON.stringify(value)]), [
    ["response.items", 0, 2, '{"id":1}'],
    ["response.items", 1, 3, '{"id":2}'],
    [null, 0, 1, '{"response":{"count":2,"items":[],"next_from":"a"}}'],
  ]);
});

test("JsonCutter goes into lists of lists and reads several values one after another", () => {
  assert.deepEqual(cut('[[{"a":1},{"a":2}],[{"a":3}]] {"b":1} 5 "x"').pieces.map((piece) => JSON.stringify(piece.value)), [
    '{"a":1}', '{"a":2}', '{"a":3}', '{"b":1}', "5", '"x"',
  ]);
});

test("JsonCutter gives undefined for a record that is not JSON, and goes on", () => {
  assert.deepEqual(
    cut('[{"a":1},{"a":NaN},{"a":3}]').pieces.map((piece) => piece.value), [{ a: 1 }, undefined, { a: 3 }],
  );
});

test("JsonCutter keeps what came before a cut and says where the cut is", () => {
  const { pieces, broken } = cut('[{"a":1},\n{"a":2},\n{"a":');
  assert.equal(pieces.length, 2);
  assert.deepEqual(broken, {
    line: 3, needed: "the end of the record that starts here", found: "the end of the file",
  });
  assert.equal(cut('[{"a":1}').broken?.needed, "the end of the list that starts on line 1");
  assert.equal(
    cut('{"response":{"items":[{"a":1}]').broken?.needed, "the end of the object that starts on line 1",
  );
});

test("JsonCutter loses one record to a missing bracket, not those behind it", () => {
  for (const size of [1, 3, 100]) {
    const { pieces, broken } = cut('[{"a":1},{"a":2,\n{"a":3}, {"a":4,"b":{"c":[{"d":1},{"d":2}]}},{"a":5,"b":{"c":1} , {"a":6}]', size);
    assert.equal(broken, null);
    assert.deepEqual(pieces.map(({ value, index }) => [index, JSON.stringify(value)]), [
      [0, '{"a":1}'], [1, undefined], [2, '{"a":3}'], [3, '{"a":4,"b":{"c":[{"d":1},{"d":2}]}}'],
      [4, undefined], [5, '{"a":6}'],
    ]);
  }
  // Inside an object that is opened nothing tells where the next record would be.
  assert.equal(cut('{"response":{"count":{"a":1,{"b":2},"items":[{"c":3}]}}').pieces.length, 0);
});

test("JsonCutter passes over a bracket too many or of the wrong kind, and says that it was there", () => {
  assert.deepEqual(cut('[{"a":1}},{"a":2}]').pieces.map(({ value }) => JSON.stringify(value)), [
    '{"a":1}', undefined, '{"a":2}',
  ]);
  assert.deepEqual(
    cut('{"response":{"items":[{"a":1}]]}}').pieces.map(({ path, value }) => [path, JSON.stringify(value)]),
    [["response.items", '{"a":1}'], ["response", undefined], [null, '{"response":{"items":[]}}']],
  );
});

test("JsonCutter stops at a key without quotes", () => {
  assert.equal(cut("{response: 1}").broken?.needed, "a key in quotes");
});

test("JsonCutter finds the same pieces however the text is cut into chunks", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()), fc.integer({ min: 1, max: 9 }), (items, rest, size) => {
      const { response: _, ["__proto__"]: __, ...others } = rest;
      const flat = items.filter((item) => !Array.isArray(item));
      const text = JSON.stringify({ response: { items: flat }, ...others });
      if (/\d{16}/.test(text)) return;
      const { pieces, broken } = cut(text, size);
      assert.equal(broken, null);
      assert.deepEqual(pieces.slice(0, -1).map((piece) => piece.value), JSON.parse(JSON.stringify(flat)));
      assert.deepEqual(
        JSON.parse(JSON.stringify(pieces.at(-1)!.value)),
        JSON.parse(JSON.stringify({ response: { items: [] }, ...others })),
      );
    }),
  );
});

test("JsonCutter keeps a polluting key an ordinary field", () => {
  const { pieces } = cut(
    '{"__proto__": {"polluted": 1}, "response": {"items": [{"__proto__": {"polluted": 1}}]}}'
  );
  assert.equal(({} as { polluted?: number }).polluted, undefined);
  assert.equal(pieces.length, 2);
});
