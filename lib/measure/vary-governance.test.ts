import assert from "node:assert/strict";
import test from "node:test";

import type { CommunityProfile } from "./profile-communities";
import { varyGovernance } from "./vary-governance";

test("varyGovernance moves one threshold at a time, and the middle row is the default", () => {
  const profiles = [
    { administratorShare: 0.45, concentration: 0.22, replyShare: 0.2 },
    { administratorShare: 0.1, concentration: 0.02, replyShare: 0.52 },
  ] as CommunityProfile[];
  const rows = varyGovernance(profiles);
  const at = (changed: string, to: number) => {
    const row = rows.find((one) => one.changed === changed && one.to === to);
    return [row?.vertical, row?.horizontal, row?.mixed, row?.notSaid];
  };
  assert.deepEqual(at("administrators' share", 0.5), [0, 1, 1, 0]);
  assert.deepEqual(at("administrators' share", 0.4), [1, 1, 0, 0]);
  assert.deepEqual(at("share of answered posts", 0.55), [0, 0, 2, 0]);
});
