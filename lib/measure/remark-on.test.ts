import assert from "node:assert/strict";
import test from "node:test";

import { remarkOn } from "./remark-on";

test("remarkOn makes one remark of all names, and none of no name", () => {
  const say = (list: string) => `No city: ${list}.`;
  assert.deepEqual(remarkOn(["Russia", "Sakha"], say), ["No city: Russia and Sakha."]);
  assert.deepEqual(remarkOn([], say), []);
});
