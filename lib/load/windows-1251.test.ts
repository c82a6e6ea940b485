import assert from "node:assert/strict";
import test from "node:test";

import { decodeWindows1251, looksLikeWindows1251 } from "./windows-1251";

test("decodeWindows1251 knows every byte", () => {
  // python3: bytes(range(0xA8, 0xC0)).decode("cp1251"), and ёЁ№ of other places
  const bytes = Uint8Array.from({ length: 24 }, (_, i) => 0xa8 + i);
  assert.equal(decodeWindows1251(bytes), "Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї");
  assert.equal(decodeWindows1251(Uint8Array.from({ length: 256 }, (_, i) => i)).length, 256);
});

test("looksLikeWindows1251 tells Russian bytes from UTF-8 with a broken character", () => {
  assert.equal(looksLikeWindows1251(Uint8Array.of(0xef, 0xf0, 0xe8, 0x20, 0xe2)), true);
  assert.equal(looksLikeWindows1251(Buffer.from("привет")), false);
  assert.equal(looksLikeWindows1251(Buffer.from("ascii")), false);
});
