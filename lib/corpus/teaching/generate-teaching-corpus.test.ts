import assert from "node:assert/strict";
import test from "node:test";

import { generateTeachingCorpus } from "./generate-teaching-corpus";
import { loadTeachingPlan, readRows, scaleEffect } from "./teaching-plan";
import type { TeachingPost } from "./teaching-post";

const planted = generateTeachingCorpus({ seed: 3, scale: 0.25 });
const empty = generateTeachingCorpus({ seed: 3, scale: 0.25, planted: false });
const sampled = (posts: readonly TeachingPost[]) => posts.filter((post) => post.community.sampled);
const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
const share = (posts: readonly TeachingPost[], is: (post: TeachingPost) => boolean) => posts.filter(is).length / posts.length;
const between = (found: number, low: number, high: number, what = "") => assert.ok(found >= low && found <= high, `${what} ${found}, not from ${low} to ${high}`);
const inDays = (post: TeachingPost, from: string, to: string) => post.at >= Date.parse(from) && post.at < Date.parse(to);

test("the corpus has its stated size, over 37 communities and every month, planted or not", () => {
  for (const { posts } of [planted, empty]) {
    const own = sampled(posts);
    // A quarter of 30,390 posts and of 90,000 comments; moods of weeks make totals wider than Poisson.
    between(own.length, 7000, 8200, "posts");
    between(own.reduce((n, post) => n + post.comments.length, 0), 20_500, 24_000, "comments");
    assert.equal(new Set(own.map((post) => post.community.id)).size, 37);
    assert.equal(new Set(own.map((post) => new Date(post.at).toISOString().slice(0, 7))).size, 18);
    assert.ok(own.every((post) => post.at % 1000 === 0 && inDays(post, "2020-05-01", "2021-11-01")));
    assert.ok(own.every((post) => post.comments.every((c, i) => c.at > post.at && c.at < Date.parse("2021-11-01") && (c.answers ?? -1) < i)));
  }
});

test("the same options give the same corpus, another seed another one", () => {
  const texts = (seed: number) => generateTeachingCorpus({ seed, scale: 0.01 }).posts.map((post) => [post.at, post.text, post.likes, post.comments.length]);
  assert.deepEqual(texts(5), texts(5));
  assert.notDeepEqual(texts(5), texts(6));
});

test("a crisis multiplies its talk in its window, and in the null corpus it does not", () => {
  for (const [crisis, from, to] of [["covid", "2020-07-05", "2020-08-01"], ["october", "2020-10-05", "2020-10-20"], ["border", "2021-04-29", "2021-05-12"]] as const) {
    const rate = (posts: readonly TeachingPost[]) => {
      const about = sampled(posts).filter((post) => post.labels.crisis === crisis);
      const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
      const inside = about.filter((post) => inDays(post, from, to)).length / days;
      return inside / (about.length / 549);
    };
    assert.ok(rate(planted.posts) > 8, `${crisis} ${rate(planted.posts)}`);
    // About 190 such posts in 549 days: four to nine are due in the window, so the ratio is loose.
    between(rate(empty.posts), 0, 2.5, crisis);
  }
});

test("posts on identity draw more, and in the null corpus no more than others", () => {
  const ratio = (posts: readonly TeachingPost[]) => {
    const groups = sampled(posts).filter((post) => post.community.governance === "horizontal" && post.labels.crisis === null);
    const [own, other] = [true, false].map((is) => groups.filter((post) => post.labels.topics.includes("identity") === is));
    return mean(own!.map((post) => post.likes)) / mean(other!.map((post) => post.likes));
  };
  between(ratio(planted.posts), 1.5, 3.2);
  between(ratio(empty.posts), 0.75, 1.3);
});

test("adverts are answered less than discussions, and in the null corpus as much", () => {
  const ratio = (posts: readonly TeachingPost[]) => {
    const groups = sampled(posts).filter((post) => post.community.governance === "horizontal" && post.labels.crisis === null);
    const answers = (type: string) => mean(groups.filter((post) => post.labels.type === type).map((post) => post.commentCount));
    return answers("discussion") / answers("advertisement");
  };
  between(ratio(planted.posts), 2, 8);
  between(ratio(empty.posts), 0.75, 1.3);
});

test("pages are written by administrators and hardly answered; in the null corpus they are as groups", () => {
  const pages = (posts: readonly TeachingPost[]) => posts.filter((post) => post.community.type === "page");
  assert.ok(share(pages(planted.posts), (post) => post.labels.byAdmin) > 0.93);
  assert.ok(mean(pages(planted.posts).map((post) => post.commentCount)) < 0.6);
  between(share(pages(empty.posts), (post) => post.labels.byAdmin), 0.3, 0.5);
  assert.ok(mean(pages(empty.posts).map((post) => post.commentCount)) > 1.5);
});

test("work leads, then documents, then housing, on every platform; in the null corpus work leads on none", () => {
  for (const platform of ["facebook", "vkontakte", "odnoklassniki"]) {
    const of = (posts: readonly TeachingPost[], topic: string) =>
      share(sampled(posts).filter((post) => post.community.platform === platform), (post) => post.labels.topics[0] === topic);
    assert.ok(of(planted.posts, "work") > of(planted.posts, "documents") && of(planted.posts, "documents") > of(planted.posts, "housing"));
    const shares = ["documents", "housing", "health", "identity", "politics"].map((topic) => of(empty.posts, topic));
    assert.ok(of(empty.posts, "work") < Math.max(...shares));
  }
});

test("stances are of both kinds where planted, of none in the null corpus", () => {
  const stances = (posts: readonly TeachingPost[]) => new Set(posts.flatMap((post) => [post, ...post.comments]).map((text) => text.labels.stance));
  for (const stance of ["support", "doubt", "neither"] as const) assert.ok(stances(planted.posts).has(stance));
  assert.deepEqual(stances(empty.posts), new Set([null, "neither"]));
});

test("candidates that only advertise have no discussion, and in the null corpus they have", () => {
  const adverts = (posts: readonly TeachingPost[]) => posts.filter((post) => post.community.governance === "advertising");
  assert.equal(new Set(adverts(planted.posts).map((post) => post.community.id)).size, 4);
  assert.ok(share(adverts(planted.posts), (post) => post.labels.type === "advertisement" && post.labels.byAdmin) > 0.95);
  assert.ok(mean(adverts(planted.posts).map((post) => post.commentCount)) < 0.2);
  assert.ok(mean(adverts(empty.posts).map((post) => post.commentCount)) > 1);
});

test("an effect of a half plants half of the extra posts, and one of 0 is the null corpus", () => {
  assert.equal(scaleEffect(0.4, 0.1, 0.5), 0.25);
  assert.ok(Math.abs(scaleEffect(1, 2.25, 2) - 5.0625) < 1e-12);
  const inWindow = (effect: number) => sampled(generateTeachingCorpus({ seed: 3, scale: 0.25, effect }).posts)
    .filter((post) => post.labels.crisis === "border" && inDays(post, "2021-04-28", "2021-06-01")).length;
  const [half, whole] = [inWindow(0.5), inWindow(1)];
  between(half / whole, 0.35, 0.72);
  assert.deepEqual(
    generateTeachingCorpus({ seed: 2, scale: 0.01, effect: 0 }).posts.map(({ text }) => text),
    generateTeachingCorpus({ seed: 2, scale: 0.01, planted: false }).posts.map(({ text }) => text),
  );
});

test("every contact in every text is of a range or a name kept for fiction", () => {
  const texts = planted.posts.flatMap((post) => [post.text, ...post.comments.map((comment) => comment.text)]);
  for (const text of texts) {
    for (const [, host] of text.matchAll(/(?:https?:\/\/|@)([a-z][a-z.]+[a-z])/g)) assert.match(host!, /(^|\.)example(\.(org|com|net))?$/, text);
    for (const [number] of text.matchAll(/(?<![\d-])(?:\+7|8)[ (-]*\d{3}[\d) -]{8,}/g)) assert.match(number.replace(/\D/g, ""), /^[78](5\d\d|000)/, text);
  }
});

test("texts are in NFC, of at least 6,000 words, in four ways of writing", () => {
  const words = new Set(planted.posts.flatMap((post) => [post.text, ...post.comments.map(({ text }) => text)])
    .flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []));
  assert.ok(words.size > 6000, String(words.size));
  assert.ok(planted.posts.every((post) => post.text === post.text.normalize("NFC")));
  assert.deepEqual([...new Set(planted.posts.map((post) => post.labels.language))].sort(), ["english", "kyrgyz", "mixed", "none", "russian"]);
});

test("every label is one of those that the plan of the study knows", () => {
  const topics = new Set(["work", "documents", "housing", "health", "identity", "politics", "border", "other"]);
  const acts = new Set([null, "fundraising", "petition", "call to demonstrate", "report of a demonstration", "logistics", "voting"]);
  const types = new Set(["advertisement", "help-seeking", "information", "discussion", "announcement", "none"]);
  for (const { labels } of planted.posts.flatMap((post) => [post, ...post.comments])) {
    assert.ok(labels.topics.length > 0 && labels.topics.every((topic) => topics.has(topic)), labels.topics.join());
    assert.ok(acts.has(labels.act) && types.has(labels.type));
  }
});

test("every claim that only a corpus can test is planted by an effect that states its origin and its null", () => {
  const effects = Object.values(loadTeachingPlan().effects) as unknown as { claims: string[]; what: string; null: string; origin: string; window?: string }[];
  for (const effect of effects) {
    for (const field of ["what", "null", "origin", "window"] as const) assert.ok((effect[field] ?? "").length > 1, effect.what);
  }
  const claims = readRows("data/claims.csv").filter((row) => row.evidence === "corpus").map((row) => row.id!);
  const covered = new Set(effects.flatMap((effect) => effect.claims));
  assert.deepEqual(claims.filter((id) => !covered.has(id)), []);
});

test("options outside their range are refused", () => {
  assert.throws(() => generateTeachingCorpus({ scale: 0 }), /scale must be above 0 and at most 20, found 0/);
  assert.throws(() => generateTeachingCorpus({ effect: -1 }), /effect must be from 0 to 4, found -1/);
  assert.throws(() => generateTeachingCorpus({ seed: 1.5 }), /seed must be a whole number, found 1.5/);
});
