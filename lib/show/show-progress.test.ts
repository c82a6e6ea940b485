import assert from "node:assert/strict";
import test, { afterEach } from "node:test";

import { showProgress } from "./show-progress";

const PUBLISH = Symbol.for("clicks-to-streets.publish");
const global = globalThis as { [key: symbol]: unknown };
afterEach(() => delete global[PUBLISH]);

test("progress is one display that is updated, a twentieth at a time, and ends with the whole", () => {
  const told: [string, unknown][] = [];
  global[PUBLISH] = (bundle: { "text/plain": string }, options: unknown) => told.push([bundle["text/plain"], options]);
  const tell = showProgress("<corpora>");
  for (let done = 1; done <= 100; done++) tell(done, 100);
  assert.equal(told.length, 21); // 1 of 100, then each twentieth
  assert.equal(told[0]?.[0], "1 of 100 <corpora>");
  assert.equal(told.at(-1)?.[0], "100 of 100 <corpora>");
  const ids = new Set(told.map(([, options]) => (options as { displayId: string }).displayId));
  assert.equal(ids.size, 1);
  assert.deepEqual(told.map(([, options]) => (options as { update: boolean }).update), [false, ...Array(20).fill(true)]);
});

test("outside a notebook progress is not shown", () => {
  assert.doesNotThrow(() => showProgress("corpora")(1, 2));
});
