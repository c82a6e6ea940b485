import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { parse } from "csv-parse/sync";

import { loadCorpusFolder } from "../../load/load-corpus-folder";
import { generateTeachingCorpus } from "./generate-teaching-corpus";
import { teachingFiles, writeTeachingCorpus } from "./write-teaching-corpus";

const OPTIONS = { seed: 1, scale: 0.02 };
const files = new Map(teachingFiles(generateTeachingCorpus(OPTIONS)));
const exports = [...files].filter(([path]) => !path.includes("labels/"));
const rows = (path: string) => parse(files.get(path)!, { columns: true, bom: true }) as Record<string, string>[];

test("the same options give the same bytes", () => {
  const hash = (more: object) => {
    const sum = createHash("sha256");
    for (const [path, text] of teachingFiles(generateTeachingCorpus({ ...OPTIONS, ...more }))) sum.update(`${path}\n${text}`);
    return sum.digest("hex");
  };
  assert.equal(hash({}), hash({}));
  assert.notEqual(hash({}), hash({ seed: 2 }));
  // Pinned, so that a change of the texts, of the arithmetic or of an engine is noticed; a meant change writes the new value here.
  assert.equal(hash({}), "49e08f0e519ca440a9035e243f6123c070c60c98557ab824e22b6fa2ea6ed4a0");
});

test("what is written, the loaders read without a problem, and every post and comment has its labels", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "teaching-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const corpus = writeTeachingCorpus(folder, OPTIONS);
  for (const [name, sampled] of [["", true], ["candidates", false]] as const) {
    const { posts, account, communities } = await loadCorpusFolder(join(folder, name), { authorKey: "a key for tests" });
    assert.deepEqual(account.problems, []);
    const labels = ["posts", "comments"].flatMap((kind) => rows(join(name, `labels/${kind}.csv`)));
    assert.deepEqual(posts.map(({ id }) => id).sort(), labels.map(({ id }) => id).sort());
    const written = corpus.posts.filter((post) => post.community.sampled === sampled);
    assert.deepEqual(communities.map((community) => community.name).sort(), [...new Set(written.map((post) => post.community.name))].sort().concat(
      sampled ? ["Кыргызы в Moскве"] : []).sort());
    assert.deepEqual(posts.filter(({ kind }) => kind === "post").map(({ createdAt }) => createdAt.getTime()).sort(), written.map(({ at }) => at).sort());
  }
});

test("no label, seed or name of an effect is in an export", () => {
  for (const [path, text] of exports) {
    assert.doesNotMatch(text, /planted|october\.|covid\.|border\.|identity\.|topics|stance|typing_errors/, path);
  }
});

test("Facebook pages are a CrowdTangle file with its zones and commas", () => {
  const pages = rows("facebook/crowdtangle-pages.csv");
  const zones = new Set(pages.map((row) => row["Post Created"]!.slice(-3)));
  assert.deepEqual(zones, new Set(["EDT", "EST"]));
  for (const row of pages) {
    assert.match(row["Post Created"]!, /^202[01]-\d\d-\d\d \d\d:\d\d:\d\d E[SD]T$/);
    assert.match(row["Total Interactions"]!, /^\d{1,3}(,\d{3})*$/);
    assert.ok(BigInt(row["Facebook Id"]!) > BigInt(Number.MAX_SAFE_INTEGER));
  }
});

test("Facebook groups are files of Meta Content Library with a BOM, long ids and a header that comes twice", () => {
  const text = files.get("facebook/groups-posts.csv")!;
  assert.ok(text.startsWith("\ufeffid,creation_time,text,"));
  assert.equal(text.split("\nid,creation_time,text,").length, 2);
  const comments = rows("facebook/groups-comments-2021.csv");
  const ids = new Set([...comments, ...rows("facebook/groups-comments-2020.csv")].map((row) => row.id));
  for (const row of comments) {
    assert.ok(BigInt(row.id!) > BigInt(Number.MAX_SAFE_INTEGER));
    assert.ok(row.parent_id === "" || ids.has(row.parent_id));
  }
});

test("VKontakte walls are API responses: newest first after the pinned post, communities with negative owners", () => {
  const { response } = JSON.parse(files.get("vkontakte/vk_moscow-wall.json")!) as { response: { count: number; items: Record<string, unknown>[] } };
  assert.equal(response.count, response.items.length);
  assert.equal(response.items[0]!.is_pinned, 1);
  const dates = response.items.slice(1).map((item) => item.date as number);
  assert.deepEqual(dates, [...dates].sort((a, b) => b - a));
  for (const item of response.items) {
    assert.ok((item.owner_id as number) < 0 && Number.isSafeInteger(item.owner_id) && item.post_type === "post");
    assert.deepEqual(Object.keys(item.likes as object), ["count"]);
  }
});

test("an Odnoklassniki comment names its topic in its id, and times are Moscow's without a zone", () => {
  const discussions = JSON.parse(files.get("odnoklassniki/ok-russia-discussions.json")!) as { discussion: Record<string, string> }[];
  const comments = JSON.parse(files.get("odnoklassniki/ok-russia-comments.json")!) as { comments: { id: string; date: string }[] }[];
  const topics = new Set(discussions.map(({ discussion }) => discussion.object_id));
  for (const { id, date } of comments.flatMap((response) => response.comments)) {
    const [ms, , , topic] = Buffer.from(id, "base64").toString("latin1").split(":");
    assert.ok(topics.has(topic!));
    // Moscow is three hours ahead of UTC.
    assert.equal(Date.parse(`${date.replace(" ", "T")}+03:00`), Number(ms));
  }
});
