import assert from "node:assert/strict";
import test from "node:test";

import { matchKey } from "./match-key";

test("matchKey leaves out characters that nobody sees", () => {
  for (const unseen of ["\u00ad", "\u200b", "\u2060", "\ufeff"]) {
    assert.equal(matchKey(`ра${unseen}бота`), "работа");
    assert.equal(matchKey(`рa${unseen}бoта`), "работа");
  }
});

test("matchKey takes the Turkish İ for an i", () => {
  assert.equal(matchKey("İstanbul"), matchKey("istanbul"));
});
