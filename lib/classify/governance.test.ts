import assert from "node:assert/strict";
import test from "node:test";

import { governance } from "./governance";

test("governance asks a vertical community for both: administrators post, and nobody answers", () => {
  const page = { administratorShare: 1, concentration: 1, replyShare: 0.1 };
  assert.equal(governance(page).kind, "vertical");
  assert.equal(governance({ ...page, replyShare: 0.6 }).kind, "mixed");
  assert.match(
    governance(page).because,
    /administrators write 100% of its posts, and 10% of its posts are answered/,
  );
});

test("governance asks a horizontal community for both: no few authors, and most posts answered", () => {
  const group = { administratorShare: 0.05, concentration: 0.02, replyShare: 0.5 };
  assert.equal(governance(group).kind, "horizontal");
  assert.equal(governance({ ...group, replyShare: 0.49 }).kind, "mixed");
  assert.equal(governance({ ...group, concentration: 0.1 }).kind, "mixed");
});

test("governance says what the export leaves open, and does not need administrators where many write", () => {
  const open = { administratorShare: null, concentration: 0.02, replyShare: 0.6 };
  assert.equal(governance(open).kind, "horizontal");
  assert.deepEqual(governance({ ...open, concentration: 0.5 }), {
    kind: "not said",
    because: "the export does not say who administers",
  });
  assert.equal(governance({ ...open, replyShare: null }).because, "the export does not count comments");
});

test("governance moves with its thresholds", () => {
  const group = { administratorShare: 0.4, concentration: 0.17, replyShare: 0.3 };
  assert.equal(governance(group).kind, "mixed");
  assert.equal(governance(group, { administratorShare: 0.4 }).kind, "vertical");
  assert.equal(governance(group, { concentration: 0.18, replyShare: 0.3 }).kind, "horizontal");
});
