import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { openCandidates, openCorpus } from "./open-corpus";

test("openCandidates opens the six communities beside the teaching sample", async () => {
  const candidates = await openCandidates(await openCorpus({ planted: true, seed: 1 }));
  assert.equal(candidates?.kind, "teaching");
  // data/teaching/candidates.csv lists six.
  assert.equal(new Set(candidates?.posts.map(({ community }) => community)).size, 6);
});

test(
  "openCandidates finds none where a reader has no such folder, and reads it where there is " + "one",
  async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "candidates-"));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const write = (...path: string[]): void => {
      mkdirSync(join(folder, ...path.slice(0, -1)), { recursive: true });
      const rows = ["thread_id,id,timestamp,body,author,likes", "1,1,2021-01-02 03:04:05,Салам,A,2"];
      writeFileSync(join(folder, ...path), `${rows.join("\n")}\n`);
    };
    write("vkontakte", "a.csv");
    const options = { path: folder, build: join(folder, "build") };
    const none = await openCandidates(await openCorpus(options));
    assert.equal(none, null);
    write("candidates", "vkontakte", "b.csv");
    const some = await openCandidates(await openCorpus(options));
    assert.deepEqual([some?.kind, some?.posts.length], ["reader", 1]);
  },
);
