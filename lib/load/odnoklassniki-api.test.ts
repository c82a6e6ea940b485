import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { sharedFile } from "../text/shared-file";
import { loadFiles } from "./temporary-corpus";

const SHARED = sharedFile(
  "data/odnoklassniki",
  "the two true responses are not part of the project; made-up ones are checked instead",
);
/** The comment id of the true response below, of which the topic is the fourth number. */
const COMMENT_ID = "MTM5NzIwNjM4MjQ3MTotMTU5NDE6MTM5NzIwNjM4MjQ3MTo2MjUwMzkyOTY2MjMyMDox";
const topic = (more: object) => ({
  object_id: "62503929662320", object_type: "GROUP_TOPIC", title: "Салам", message: "Topic in the {group:9}Биз{group} group", owner_uid: "1",
  ref_objects: [{
    id: "9", type: "GROUP",
  }], creation_date: "2014-04-11 12:00:00", like_count: 1, total_comments_count: 137, ...more,
});

test("a discussion belongs to its group and is written by its owner, at Moscow time of its day", async (t) => {
  const { posts } = await loadFiles(t, {
    "odnoklassniki/a.json": {
      discussion: topic({}),
      entities: {
        groups: [{ uid: "9", name: "Биз" }], users: [{ uid: "1", first_name: "A" }],
        themes: [{ id: "1", title: "Салам" }],
      },
    },
    "odnoklassniki/b.json": {
      discussions: [topic({ object_id: "2", owner_uid: undefined, creation_date: "2021-04-11 12:00:00" })],
    },
  });
  assert.deepEqual(posts.map(({ id, community, createdAt, text, likes, shares, comments, byAdmin }) =>
    [id, community, createdAt.toISOString(), text, likes, shares, comments, byAdmin]), [
    ["62503929662320", "Биз", "2014-04-11T08:00:00.000Z", "Салам", 1, null, 137, false],
    ["2", "Биз", "2021-04-11T09:00:00.000Z", "Салам", 1, null, 137, true],
  ]);
});

test("a comment finds its topic in its id, and its community by the topic, in whatever order the files come", async (t) => {
  const comment = {
    id: COMMENT_ID, author_id: "2", date: "2014-04-11 12:53:02", text: "{user:3}Анна{user}, ооба",
    type: "ACTIVE_MESSAGE", like_count: 123, reply_to_id: "3", reply_to_comment_id: "abc",
  };
  const { posts, account } = await loadFiles(t, {
    "odnoklassniki/1.json": {
      comments: [comment, { ...comment, id: "x1", reply_to_comment_id: undefined }], has_more: false,
      anchor: "z",
    },
    "odnoklassniki/2.json": { discussion: topic({}), entities: { groups: [{ uid: "9", name: "Биз" }] } },
  });
  const [, found, lost] = posts;
  assert.deepEqual(
    [found!.community, found!.parent, found!.thread, found!.text, found!.likes],
    ["Биз", "abc", "62503929662320", "‹handle›, ооба", 123],
  );
  assert.deepEqual([lost!.community, lost!.parent], ["1", null]);
  assert.equal(account.skipped, 0);
});

test("a mediatopic has its instant in milliseconds and its texts in its media", async (t) => {
  const media = [{ type: "text", text: "Салам" }, { type: "photo" }, { type: "text", text: "достор" }];
  const counts = {
    like_summary: { count: 5 }, reshare_summary: { count: 2 }, discussion_summary: { comments_count: 7 },
  };
  const { posts } = await loadFiles(t, {
    "odnoklassniki/a.json": {
      media_topics: [
        { id: "70", created_ms: 1588291200000, author_ref: "user:1", owner_ref: "group:9", media, ...counts },
        { id: "71", created_ms: 1588291201000, author_ref: "group:9", owner_ref: "group:9", media: [] },
        { id: "72", created_ms: 1588291200, author_ref: "group:9", owner_ref: "group:9", media: [] },
      ],
      entities: { groups: [{ uid: "9", name: "Биз" }] },
    },
  });
  assert.deepEqual(posts.map(({ id, community, text, likes, shares, comments, byAdmin, createdAt }) => [id, community, text, likes, shares, comments, byAdmin, createdAt.toISOString()]), [
    ["70", "Биз", "Салам\nдостор", 5, 2, 7, false, "2020-05-01T00:00:00.000Z"],
    ["71", "Биз", "", null, null, null, true, "2020-05-01T00:00:01.000Z"],
  ]);
});

test("the two true responses are read as they are", { skip: SHARED.skip }, async (t) => {
  const { posts, account } = await loadFiles(t, {
    "odnoklassniki/comment.json": readFileSync(`${SHARED.path}/test_parse_comment.json`),
    "odnoklassniki/discussion.json": readFileSync(`${SHARED.path}/test_parse_discussion.json`),
  });
  const [discussion, comment] = posts;
  assert.equal(discussion!.community, "Кока-Кола");
  assert.equal(discussion!.createdAt.toISOString(), "2013-10-12T10:29:26.000Z");
  assert.equal(discussion!.comments, 137);
  // The comment's id begins with its instant, 1397206382471 ms: 2014-04-11 08:53:02 UTC.
  assert.equal(comment!.createdAt.getTime(), Math.floor(1397206382471 / 1000) * 1000);
  assert.equal(comment!.text, "наверное и я так буду делать!");
  assert.deepEqual(account.problems, []);
});

const mediatopic = (more: object) => ({
  id: "1", created_ms: 1594336000000, author_ref: "user:9", owner_ref: "group:5",
  media: [{ type: "text", text: "Салам" }], ...more,
});

test("stream.get and mediatopic.getByIds are read without a problem, entities or none beside them", async (t) => {
  const feed = { pattern: "CONTENT", date: "2020-07-10 03:00:00", target_refs: ["media_topic:1"] };
  const { posts } = await loadFiles(t, {
    "odnoklassniki/stream.json": {
      feeds: [feed, { ...feed, target_refs: ["media_topic:2"] }],
      entities: { media_topics: [mediatopic({}), mediatopic({ id: "2" })] }, anchor: "q", has_more: true,
    },
    "odnoklassniki/topics.json": { media_topics: [mediatopic({ id: "3" })], entities: {} },
    "odnoklassniki/photos.json": { media_topics: [mediatopic({ id: "4" })], entities: { group_photos: [{ id: "p" }] } },
  }, { strict: true });
  assert.deepEqual(posts.map(({ id }) => id), ["1", "2", "3", "4"]);
});

test("comments inside their topic are read with it", async (t) => {
  const comment = { id: "c1", author_id: "2", date: "2020-07-10 03:00:00", text: "Бар", like_count: 0 };
  const { posts, account } = await loadFiles(t, {
    "odnoklassniki/a.json": {
      media_topics: [mediatopic({ comments: [comment, { ...comment, id: "c2", date: "вчера" }] })],
    },
    "odnoklassniki/b.json": { discussion: topic({ comments: [{ ...comment, id: "c3" }] }) },
  });
  assert.deepEqual(
    posts.filter(({ kind }) => kind === "comment").map(({ id, parent, community }) => [id, parent, community]),
    [["c1", "1", "5"], ["c3", "62503929662320", "9"]],
  );
  assert.deepEqual(account.problems.map(({ record, field }) => [record, field]), [["media_topics[0].comments[1]", "date"]]);
});
