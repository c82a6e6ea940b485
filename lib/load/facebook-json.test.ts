import assert from "node:assert/strict";
import test from "node:test";

import { loadFiles } from "./temporary-corpus";

test("facebook-scraper: timestamp is UTC, and time without it is read by the zone that the account names", async (t) => {
  const comment = {
    comment_id: "501", commenter_id: "8", comment_text: "Ооба", comment_time: "2021-05-01 12:00:00",
    replies: [{
      comment_id: "502", commenter_id: "9", comment_text: "Жок", comment_time: "2021-05-01 12:05:00",
      replies: [],
    }],
  };
  const { posts, account } = await loadFiles(
    t,
    {
      "facebook/biz/scraped.json": [
        {
          post_id: "100", text: "Салам", time: "2021-05-01 09:00:00", timestamp: 1619838000, likes: 5,
          comments: 2, shares: 0, reactions: { like: 4, love: 1 }, user_id: "7", comments_full: [comment],
        },
        {
          post_id: "101", text: "Кат", time: "2021-05-01 13:00:00", timestamp: null, likes: 0, comments: 0,
          shares: 0, reactions: null, user_id: "7", comments_full: null,
        },
      ],
    },
    { zone: "+06:00" },
  );
  assert.deepEqual(posts.map(({ id, community, kind, parent, thread, createdAt, likes, reactions }) => [id, community, kind, parent, thread, createdAt.toISOString(), likes, reactions]), [
    ["100", "biz", "post", null, undefined, "2021-05-01T03:00:00.000Z", 5, 5],
    ["501", "biz", "comment", "100", undefined, "2021-05-01T06:00:00.000Z", null, undefined],
    ["502", "biz", "comment", "501", "100", "2021-05-01T06:05:00.000Z", null, undefined],
    ["101", "biz", "post", null, undefined, "2021-05-01T07:00:00.000Z", 0, undefined],
  ]);
  assert.ok(account.notes.includes("3 times named no zone and were read as +06:00 (option zone)"));
});

test("Graph API: absent shares are 0, reactions stand as likes, comments come along", async (t) => {
  const { posts } = await loadFiles(t, {
    "facebook/feed.json": {
      data: [
        {
          id: "77_100", created_time: "2021-05-01T12:34:56+0000", message: "Салам", from: {
            id: "8", name: "A B",
          },
          reactions: { data: [], summary: { total_count: 6 } },
          comments: {
            data: [{
              id: "100_1", created_time: "2021-05-01T12:35:56+0000", message: "Ооба",
              from: { id: "77", name: "Биз" }, like_count: 2,
            }],
            summary: { total_count: 1 },
          },
        },
        {
          id: "77_101", created_time: "2021-05-01T18:34:57+0600", message: "Кат",
          from: { id: "77", name: "Биз" }, shares: { count: 3 },
        },
      ],
      paging: { cursors: {} },
    },
  });
  assert.deepEqual(posts.map(({ id, community, parent, likes, shares, comments, byAdmin, createdAt }) => [id, community, parent, likes, shares, comments, byAdmin, createdAt.toISOString()]), [
    ["77_100", "Биз", null, 6, 0, 1, null, "2021-05-01T12:34:56.000Z"],
    ["77_101", "Биз", null, null, 3, null, true, "2021-05-01T12:34:57.000Z"],
    ["100_1", "Биз", "77_100", 2, null, null, true, "2021-05-01T12:35:56.000Z"],
  ]);
});

test("Download your information: Latin-1 is repaired, people's names do not stay, the same download counts once", async (t) => {
  const broken = (text: string): string => Buffer.from(text).toString("latin1");
  const download = {
    group_posts_v2: [
      {
        timestamp: 1588291200, title: broken("Анна Петрова posted in Биз барбыз."),
        data: [{ post: broken("Жардам керек, достор! өүң") }],
      },
      { timestamp: 1588291201, title: broken("Анна Петрова posted in Биз барбыз."), attachments: [] },
    ],
  };
  const comments = {
    group_comments_v2: [{
      timestamp: 1588291300, title: broken("Анна Петрова commented on Бакыт's post in Биз барбыз."),
      data: [{ comment: {
        timestamp: 1588291301, comment: broken("Ооба"), author: broken("Анна Петрова"),
        group: broken("Биз барбыз"),
      } }],
    }],
    comments_v2: [{
      timestamp: 1588291400,
      data: [{ comment: { timestamp: 1588291400, comment: "ok", author: broken("Анна Петрова") } }], title: "x",
    }],
  };
  const { posts, account } = await loadFiles(t, {
    "facebook/a/posts.json": download, "facebook/a/copy.json": download, "facebook/a/comments.json": comments,
  });
  assert.deepEqual(posts.map(({ kind, community, text, likes }) => [kind, community, text, likes]), [
    ["post", "Биз барбыз", "Жардам керек, достор! өүң", null],
    ["comment", "Биз барбыз", "Ооба", null],
    ["comment", "a", "ok", null],
  ]);
  assert.equal(posts[1]!.author, posts[2]!.author);
  assert.ok(!JSON.stringify(posts).includes("Анна"));
  assert.equal(account.summary(), "read 6, skipped 0, duplicates 1, left out 2");
});

test("4CAT custom CSV: a row that is its own thread is a post; the file names the community, the folder the platform", async (t) => {
  const { posts, account } = await loadFiles(t, {
    "odnoklassniki/channel.csv": "id,thread_id,author,body,timestamp\n1,1,anna,Салам,2021-05-01 12:00:00\n2,1,bakyt,Ооба,2021-05-01 12:01:00\n3,,anna,Кат,1619870460\n",
  });
  assert.deepEqual(posts.map(({ id, platform, community, kind, parent, createdAt }) => [id, platform, community, kind, parent, createdAt.toISOString()]), [
    ["channel/1", "odnoklassniki", "channel", "post", null, "2021-05-01T12:00:00.000Z"],
    ["channel/2", "odnoklassniki", "channel", "comment", "channel/1", "2021-05-01T12:01:00.000Z"],
    ["channel/3", "odnoklassniki", "channel", "post", null, "2021-05-01T12:01:00.000Z"],
  ]);
  assert.equal(posts[0]!.author, posts[2]!.author);
  assert.ok(account.notes.includes("2 times named no zone and were read as UTC (option zone)"));
});

test("Graph API: Facebook's sentence about a post is not its text, and names nobody", async (t) => {
  const { posts } = await loadFiles(t, {
    "facebook/a.json": { data: [
      { id: "7_1", created_time: "2021-05-01T12:34:56+0000", story: "Азамат Асанов updated the group photo." },
    ] },
  });
  assert.deepEqual(posts.map(({ id, text }) => [id, text]), [["7_1", ""]]);
});

test("Graph API: comments that stand in a list by themselves are read", async (t) => {
  const { posts } = await loadFiles(t, {
    "facebook/a.json": [{
      id: "7_1", created_time: "2021-05-01T12:34:56+0000", message: "Үй керек",
      comments: [{ id: "9", created_time: "2021-05-01T12:35:00+0000", message: "Бар" }],
    }],
  });
  assert.deepEqual(posts.map(({ id, parent }) => [id, parent]), [["7_1", null], ["9", "7_1"]]);
});
