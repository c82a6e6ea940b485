import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";

import { indexPosts } from "../corpus/token-index";
import { openTerms } from "./open-terms";

function cacheFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "clicks-terms-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const corpusOf = (text: string, cache: string) => ({
  index: indexPosts([{ text }]), languages: ["ru"] as const, cache,
});

test("openTerms gives from its cache what it found", (t) => {
  const cache = cacheFor(t);
  const fresh = openTerms(corpusOf("ищу работу, работы нет", cache));
  assert.deepEqual(fresh.labels, ["искать", "работа"]);
  assert.deepEqual(readdirSync(cache), ["terms.json"]);
  assert.deepEqual(openTerms(corpusOf("ищу работу, работы нет", cache)), fresh);
});

test("openTerms does not give the terms of other texts, nor of a damaged cache", (t) => {
  const cache = cacheFor(t);
  openTerms(corpusOf("ищу работу", cache));
  assert.deepEqual(openTerms(corpusOf("паспорт", cache)).labels, ["паспорт"]);
  writeFileSync(join(cache, "terms.json"), '{"key":');
  assert.deepEqual(openTerms(corpusOf("паспорт", cache)).labels, ["паспорт"]);
});

test("openTerms needs no place to keep them", (t) => {
  const cache = cacheFor(t);
  writeFileSync(join(cache, "file"), "");
  assert.deepEqual(openTerms(corpusOf("паспорт", join(cache, "file"))).labels, ["паспорт"]);
});
