import assert from "node:assert/strict";
import test from "node:test";

import { hash, PostLedger } from "./post-ledger";

test("PostLedger finds each of 200,000 posts by its number, and no other", () => {
  const ledger = new PostLedger();
  for (let i = 0; i < 200_000; i += 1) assert.equal(ledger.add(`vp-5_${i}`, i % 7, i), i);
  assert.equal(ledger.size, 200_000);
  for (let i = 0; i < 200_000; i += 997) {
    assert.equal(ledger.find(`vp-5_${i}`), i);
    assert.equal(ledger.find(`vc-5_${i}`), -1);
    assert.equal(ledger.communityOf(i), i % 7);
    assert.equal(ledger.fingerprintOf(i), i);
  }
});

test("hash spreads neighbouring ids over all 32 bits", () => {
  const high = new Set(Array.from({ length: 4096 }, (_, i) => hash(`vp-5_${i}`, 1) >>> 20));
  // 4,096 keys thrown into 4,096 drawers fill 63% of them: 1 - 1/e.
  assert.ok(Math.abs(high.size / 4096 - 0.632) < 0.03, String(high.size));
});
