import assert from "node:assert/strict";
import test, { type TestContext } from "node:test";

import { display } from "./display";
import { type MimeBundle, jupyterDisplay } from "./mime-bundle";

const publish = Symbol.for("clicks-to-streets.publish");
const shown = { [jupyterDisplay]: async () => ({ "text/plain": "three", "text/html": "<b>three</b>" }) };

function inKernel(t: TestContext): MimeBundle[] {
  const published: MimeBundle[] = [];
  Object.defineProperty(globalThis, publish, {
    value: (bundle: MimeBundle) => published.push(bundle),
    configurable: true,
  });
  t.after(() => Reflect.deleteProperty(globalThis, publish));
  return published;
}

test("display hands a value's bundle to the kernel", async (t) => {
  const published = inKernel(t);
  await display(shown);
  await display({ n: 1 });
  assert.deepEqual(published, [
    { "text/plain": "three", "text/html": "<b>three</b>" },
    { "text/plain": "{ n: 1 }" },
  ]);
});

test("display prints the plain text where there is no kernel", async (t) => {
  const log = t.mock.method(console, "log", () => undefined);
  await display(shown);
  await display(null);
  assert.deepEqual(
    log.mock.calls.map(({ arguments: [text] }) => text as string),
    ["three", "null"],
  );
});
