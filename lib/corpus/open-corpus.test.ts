import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";

import { EVERY_FORMAT } from "../load/every-format";
import { loadCorpusFolder } from "../load/load-corpus-folder";
import { temporaryCorpus } from "../load/temporary-corpus";
import { openCandidates, openCorpus } from "./open-corpus";

const vk = (id: number, text: string, more: object = {}) => ({
  id,
  owner_id: -5,
  from_id: 7,
  date: 1_600_000_000 + id,
  text,
  ...more,
});

/** Three formats on three platforms: 3 posts and 1 comment, of which one stands in two files. */
const FILES = {
  "vkontakte/wall.json": {
    response: {
      count: 2,
      items: [vk(1, "Ищу рaботу в Москве"), vk(2, "Работу нашёл, спасибо")],
      groups: [{ id: 5, name: "Биз", screen_name: "b" }],
    },
  },
  "vkontakte/again.csv":
    "id,thread_id,unix_timestamp,link,item_type,body,author_id\n1,1,1600000001,https://vk.com/wall-5_1,post,Ищу рaботу в Москве,7\n",
  "odnoklassniki/c.json": {
    comments: [
      { id: "c1", author_id: "1", date: "2021-05-01 12:00:00", text: "Жумуш барбы? Тел 0555 123 456" },
    ],
  },
  "facebook/own.csv": "id,thread_id,author,body,timestamp\n9,9,anna,Паспорт жоголду,2021-05-01 12:00:00\n",
};

function folderFor(t: TestContext): string {
  const build = mkdtempSync(join(tmpdir(), "clicks-build-"));
  t.after(() => rmSync(build, { recursive: true, force: true }));
  return build;
}

test("openCorpus reads a reader's folder to the counts that are counted by hand", async (t) => {
  const corpus = await openCorpus({ path: temporaryCorpus(t, FILES), build: folderFor(t) });
  assert.equal(corpus.kind, "reader");
  assert.equal(corpus.account.summary(), "read 5, skipped 0, duplicates 1");
  assert.equal(corpus.posts.length, 4);
  // Tokens: 4 + 3 + 4 (жумуш, барбы, тел and the placeholder of the number) + 2.
  assert.equal(corpus.index.tokenCount, 13);
  const { index } = corpus;
  const count = (form: string) => index.counts()[index.typeOf(form)];
  assert.deepEqual(["работу", "рaботу", "жумуш", "паспорт"].map(count), [1, 1, 1, 1]);
});

test("openCorpus counts the words of every format as they are counted by hand", async (t) => {
  const { posts, index } = await openCorpus({ path: temporaryCorpus(t, EVERY_FORMAT), build: folderFor(t) });
  const counted = Array.from(index.counts(), (count, type) => [index.form(type), count] as const);
  // The four posts of VKontakte, and once each in 4CAT's comment, CrowdTangle's JSON and the library's comment.
  const byHand = {
    работа: 4 + 1 + 1 + 1, есть: 4, 1: 1, 2: 1, 3: 1, 4: 1,
    жумуш: 2, барбы: 1, бар: 3, жаз: 1,
    чек: 2, ара: 2, жабык: 1, качан: 1, ачылат: 1, ачылды: 1,
    help: 1, needed: 1, oxygen: 2, керек: 2, в: 1, москве: 1, виза: 2, даяр: 1,
    room: 1, for: 2, rent: 2, still: 1, event: 1, today: 1, see: 1, you: 1, there: 1, салам: 1,
  };
  assert.deepEqual(Object.fromEntries(counted), byHand);
  // VKontakte 17 tokens in 7 texts, Odnoklassniki 8 in 3, Facebook 28 in 12.
  assert.equal(index.tokenCount, 17 + 8 + 28);
  const length = (platform: string) =>
    posts.reduce((sum, post, i) => sum + (post.platform === platform ? index.document(i).length : 0), 0);
  assert.deepEqual(["vkontakte", "odnoklassniki", "facebook"].map(length), [17, 8, 28]);
});

test("openCorpus gives from its cache what it gave from the files", async (t) => {
  const [path, build] = [temporaryCorpus(t, FILES), folderFor(t)];
  const fresh = await openCorpus({ path, build });
  const cached = await openCorpus({ path, build });
  assert.deepEqual(cached.posts, fresh.posts);
  assert.deepEqual(cached.languages, fresh.languages);
  assert.deepEqual(cached.communities, fresh.communities);
  assert.equal(String(cached.account), String(fresh.account));
  assert.deepEqual(cached.posts, (await loadCorpusFolder(path)).posts);
});

test("openCorpus reads anew what was changed, and a damaged cache", async (t) => {
  const [path, build] = [temporaryCorpus(t, FILES), folderFor(t)];
  const { cache } = await openCorpus({ path, build });
  writeFileSync(join(cache, "posts.json"), '{"layout":');
  assert.equal((await openCorpus({ path, build })).posts.length, 4);
  writeFileSync(
    join(path, "facebook", "own.csv"),
    "id,thread_id,author,body,timestamp\n8,8,anna,а,2021-05-01 12:00:00\n9,9,anna,б,2021-05-01 12:00:00\n",
  );
  assert.equal((await openCorpus({ path, build })).posts.length, 5);
});

test("openCorpus opened twice at once leaves one whole corpus and no draft", async (t) => {
  const [path, build] = [temporaryCorpus(t, FILES), folderFor(t)];
  const [one, other] = await Promise.all([openCorpus({ path, build }), openCorpus({ path, build })]);
  assert.deepEqual(one.posts, other.posts);
  assert.deepEqual(readdirSync(one.cache).sort(), ["posts.json", "tokens.index"]);
});

test("openCorpus opens the folder that the runner names", async (t) => {
  const [path, build] = [temporaryCorpus(t, FILES), folderFor(t)];
  process.env["CLICKS_CORPUS"] = path;
  t.after(() => delete process.env["CLICKS_CORPUS"]);
  const corpus = await openCorpus({ build });
  assert.deepEqual([corpus.kind, corpus.posts.length], ["reader", 4]);
});

test("openCorpus reads times without a zone in the one that the runner names, also of candidates", async (t) => {
  const post = { post_id: "1", text: "а", time: "2021-05-01 09:00:00", timestamp: null, likes: 0, comments: 0, shares: 0 };
  const scraped = JSON.stringify([{ ...post, reactions: null, user_id: "7", comments_full: null }]);
  const files = { "facebook/biz/a.json": scraped, "candidates/facebook/other/b.json": scraped };
  const [path, build] = [temporaryCorpus(t, files), folderFor(t)];
  process.env["CLICKS_ZONE"] = "+06:00";
  t.after(() => delete process.env["CLICKS_ZONE"]);
  const corpus = await openCorpus({ path, build });
  const candidates = await openCandidates(corpus);
  for (const opened of [corpus, candidates])
    assert.equal(opened?.posts[0]?.createdAt.toISOString(), "2021-05-01T03:00:00.000Z");
  assert.deepEqual(corpus.account.notes.filter((note) => note.includes("candidates")), []);
});

test("openCorpus gives the corpus all the same where nothing can be kept, and says so", async (t) => {
  const [path, build] = [temporaryCorpus(t, FILES), folderFor(t)];
  writeFileSync(join(build, "file"), "");
  const corpus = await openCorpus({ path, build: join(build, "file") });
  assert.equal(corpus.posts.length, 4);
  assert.match(String(corpus.account), /the posts are read anew at each opening/);
});

test("openCorpus never writes into the reader's folder", async (t) => {
  const path = temporaryCorpus(t, FILES);
  await openCorpus({ path, build: folderFor(t) });
  assert.deepEqual(readdirSync(path).sort(), ["facebook", "odnoklassniki", "vkontakte"]);
});

test("openCorpus names what is wrong with what it was asked for", async (t) => {
  const build = folderFor(t);
  await assert.rejects(openCorpus({ path: join(build, "absent"), build }), /absent/);
  await assert.rejects(openCorpus({ path: build, planted: true }), /planted is for the teaching corpus/);
  await assert.rejects(openCorpus({ seed: 1.5, build }), /seed must be a whole number, found 1.5/);
  assert.equal(existsSync(join(build, "teaching-1.5")), false);
});
