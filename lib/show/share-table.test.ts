import assert from "node:assert/strict";
import test from "node:test";

import type { WeighedShare } from "../measure/share-within";
import { shareTable } from "./share-table";

const share: WeighedShare = {
  hits: 3,
  of: 5,
  share: 0.6,
  low: 0.5,
  high: 0.75,
  communities: 2,
  equal: 0.375,
  equalLow: 0,
  equalHigh: 0.75,
};

test("shareTable shows a share with its denominator, its interval and the other weighing", () => {
  const shown = shareTable({ title: "t" }, [{ name: "Work", ...share, comments: 0.1 }], {
    caption: "Posts by topic",
    label: ["name", "Topic"],
    hits: "Posts",
    beside: ["comments", "Of comments"],
  });
  assert.match(shown.toString(), /Posts by topic \(t\)/);
  assert.match(shown.toString(), /Work +3 +5 +60.0% +50.0% +75.0% +37.5% +10.0%/);
});

test("shareTable shows what is not known as not stated", () => {
  const none = { ...share, hits: 0, of: 0, share: null, low: null, high: null, equal: null };
  assert.match(
    shareTable({ title: "t" }, [{ name: "Work", ...none }], {
      caption: "c",
      label: ["name", "Topic"],
      hits: "Posts",
    }).toString(),
    /not stated/,
  );
});
