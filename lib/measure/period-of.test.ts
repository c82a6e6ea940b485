import assert from "node:assert/strict";
import test from "node:test";

import { periodOf } from "./period-of";

const at = (text: string): Date => new Date(text);

test("periodOf counts the four weeks after a crisis to it", () => {
  // The October crisis ends on 15 October 2020; 28 days later is 12 November.
  const moments = ["2020-10-03", "2020-10-04", "2020-11-12T23:59:59Z", "2020-11-13"].map(at);
  assert.deepEqual(periodOf(moments), ["quiet", "october", "october", "quiet"]);
  assert.deepEqual(periodOf([at("2020-10-16")], 0), ["quiet"]);
});

test("periodOf knows nothing of days outside the study's window", () => {
  assert.deepEqual(periodOf([at("2020-04-30T23:00:00Z"), at("2021-11-01")]), [null, null]);
});
