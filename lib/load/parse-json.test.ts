import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";

import { parseJson } from "./parse-json";

test("parseJson keeps long whole numbers as text, and everything else as JSON.parse has it", () => {
  assert.deepEqual(parseJson('{"a":-12345678901234567890,"b":[9007199254740993, 1],"c":"9007199254740993","d":0.12345678901234567}'), {
    a: "-12345678901234567890", b: ["9007199254740993", 1], c: "9007199254740993", d: 0.12345678901234567,
  });
});

test("parseJson is not misled by digits in strings with escapes", () => {
  const text = '{"t":"he said \\"9007199254740993\\" \\\\","id":9007199254740993}';
  assert.deepEqual(parseJson(text), { t: 'he said "9007199254740993" \\', id: "9007199254740993" });
});

test("parseJson gives undefined for what is not JSON, such as Python's NaN", () => {
  for (
    const text of ['{"likes": NaN}', "", "{", "[1,]", '{"a":12345678901234567890']
  ) assert.equal(parseJson(text), undefined);
});

test("parseJson agrees with JSON.parse on any JSON without long numbers", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      // Numbers of 16 digits are what the two differ in; a fraction or a power keeps its digits.
      if (/(^|[[,:])-?\d{16,}([,\]}]|$)/.test(text.replace(/"(\\.|[^"\\])*"/g, '""'))) return;
      assert.deepEqual(parseJson(text), JSON.parse(text));
    }),
  );
});

test("parseJson reads a text of 10 million characters in one line", () => {
  const text = "я".repeat(10_000_000);
  assert.equal(
    (parseJson(`{"id": 12345678901234567, "text": "${text}"}`) as { text: string }).text.length, 10_000_000,
  );
});
