import assert from "node:assert/strict";
import test from "node:test";

import { periodOf } from "./period-of";

const at = (text: string): Date => new Date(text);

test("periodOf counts the aftermath of a crisis to it", () => {
  // October: 28 days from 4 October end on 31 October, and 28 more on 28 November.
  const moments = ["2020-10-03", "2020-10-04", "2020-11-28T23:59:59Z", "2020-11-29"].map(at);
  assert.deepEqual(periodOf(moments), ["quiet", "crisis", "crisis", "quiet"]);
});

test("periodOf knows nothing of days outside the study's window", () => {
  assert.deepEqual(periodOf([at("2020-04-30T23:00:00Z"), at("2021-11-01")]), [null, null]);
});
