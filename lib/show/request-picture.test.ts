import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";

import { PLOTLY_MIME, TABLE_MIME, jupyterDisplay } from "./mime-bundle";
import { plot } from "./plot";
import { requestPicture } from "./request-picture";

const figure = { data: [{ y: [1, 2] }], layout: { width: 400, height: 300 }, title: "T", alt: "A" };

test("a plot shows itself as a figure, a picture and a line, and as no HTML", async () => {
  const bundle = await plot({ ...figure, data: [{ y: [1, 2] }] })[jupyterDisplay]();
  assert.deepEqual(Object.keys(bundle), [PLOTLY_MIME, "image/svg+xml", "text/plain", TABLE_MIME]);
  assert.match(bundle["image/svg+xml"] as string, /^<svg[\s\S]*<desc[^>]*>A<\/desc>/);
  assert.equal(bundle["text/plain"], "T. A");
  assert.doesNotThrow(() => structuredClone(bundle));
});

test("requestPicture leaves the caller free, and its globals clean", async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const before = Object.getOwnPropertyNames(globalThis);
  const pictures = await Promise.all([
    requestPicture(figure),
    requestPicture({ ...figure, title: "U" }),
    requestPicture(figure),
  ]);
  clearInterval(timer);
  assert.ok(turns > 3, `${turns} turns`);
  assert.equal(pictures[0], pictures[2]);
  assert.notEqual(pictures[0], pictures[1]);
  assert.deepEqual(Object.getOwnPropertyNames(globalThis), before);
});

test("requestPicture fails with plotly's words and draws the next figure", async () => {
  const broken = { ...figure, alt: undefined as unknown as string };
  await assert.rejects(requestPicture(broken), /plotly must be able to draw "T"/);
  assert.match(await requestPicture(figure), /^<svg/);
});

test("requestPicture does not keep the process alive", () => {
  const code = `require("./lib/show/request-picture").requestPicture(${JSON.stringify(figure)}).then(() => console.log("drawn"))`;
  const { stdout, status } = spawnSync(process.execPath, ["--import", "tsx", "-e", code], {
    encoding: "utf8",
    timeout: 60_000,
  });
  assert.equal(stdout.trim(), "drawn");
  assert.equal(status, 0);
});
