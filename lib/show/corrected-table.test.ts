import assert from "node:assert/strict";
import test from "node:test";

import { correctedTable } from "./corrected-table";

test("correctedTable shows both shares, and a dash where nothing can be corrected", () => {
  const known = {
    code: "a",
    name: "Work",
    precision: 0.9,
    recall: 0.8,
    counted: 0.31,
    corrected: 0.3,
    low: 0.2,
    high: 0.4,
  };
  const unknown = { ...known, name: "Border", corrected: null, low: null, high: null };
  const shown = correctedTable({ title: "t" }, [known, unknown], "Shares").toString();
  assert.match(shown, /Work +0.90 +0.80 +31.0% +30.0% +20.0% +40.0%/);
  assert.match(shown, /Border +0.90 +0.80 +31.0% +– +– +–/);
});
