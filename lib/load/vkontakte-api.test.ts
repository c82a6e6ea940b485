import assert from "node:assert/strict";
import test from "node:test";

import { describeProblem } from "./load-account";
import { loadFiles } from "./temporary-corpus";

const post = (more: object) => ({
  id: 10, owner_id: -5, from_id: -5, date: 1588291200, text: "Салам", post_type: "post", marked_as_ads: 0,
  comments: { count: 3 }, likes: { count: 4 }, reposts: { count: 0 }, ...more,
});
const group = {
  id: 5, name: "Биз барбыз", screen_name: "biz", is_closed: 1, type: "group", members_count: 120,
};

test("a wall.get response becomes posts with keys, counts and the community's name", async (t) => {
  const { posts, communities, account } = await loadFiles(t, {
    "vkontakte/a.json": { response: {
      count: 1, items: [post({})], groups: [group], profiles: [{ id: 7, first_name: "A", last_name: "B" }],
    } },
  });
  const { author, ...rest } = posts[0]!;
  assert.deepEqual(rest, {
    id: "-5_10", platform: "vkontakte", community: "Биз барбыз", kind: "post", parent: null, createdAt: new Date(
      "2020-05-01T00:00:00Z"
    ),
    text: "Салам", likes: 4, shares: 0, comments: 3, byAdmin: true, repost: false,
  });
  assert.match(author!, /^[0-9a-f]{16}$/);
  assert.deepEqual(communities, [
    { platform: "vkontakte", id: "-5", name: "Биз барбыз", members: 120, access: "closed", type: "group" },
  ]);
  assert.equal(account.summary(), "read 1, skipped 0, duplicates 0");
});

test("an absent count is null and an absent community name leaves the id", async (t) => {
  const { posts } = await loadFiles(t, {
    "vkontakte/a.json": [{ id: 1, owner_id: -5, from_id: 7, date: 1588291200, text: "x" }],
  });
  assert.deepEqual(
    [posts[0]!.likes, posts[0]!.shares, posts[0]!.comments, posts[0]!.byAdmin, posts[0]!.community],
    [null, null, null, false, "-5"],
  );
});

test("pages, stripped responses, the old list and JSON lines are read alike", async (t) => {
  const old = {
    id: 14, to_id: -5, from_id: -5, date: 1588291200, text: "a<br>b &quot;c&quot;", copy_owner_id: -6,
  };
  const { posts } = await loadFiles(t, {
    "vkontakte/pages.json": [
      { response: { items: [post({ id: 11 })] } }, { items: [post({ id: 12 })] }, [post({ id: 13 })],
    ],
    "vkontakte/old.json": { response: [1, old] },
    "vkontakte/lines.ndjson": [
      post({ id: 15 }), post({ id: 16 }),
    ].map((line) => JSON.stringify(line)).join("\n"),
  });
  assert.deepEqual(posts.map(({ id }) => id), ["-5_11", "-5_12", "-5_13", "-5_14", "-5_15", "-5_16"]);
  assert.equal(posts[3]!.text, 'a\nb "c"');
  assert.equal(posts[3]!.repost, true);
});

test("a repost is one post, with its own words or else those it passes on", async (t) => {
  const original = { id: 3, owner_id: -8, from_id: -8, date: 1580000000, text: "Жардам керек" };
  const { posts } = await loadFiles(t, {
    "vkontakte/a.json": [
      post({ id: 1, text: "", copy_history: [original] }),
      post({ id: 2, text: "Окугула", copy_history: [original] }),
    ],
  });
  assert.deepEqual(posts.map(({ text, repost, copyOf }) => [text, repost, copyOf]), [
    ["Жардам керек", true, "-8_3"], ["Окугула", true, "-8_3"],
  ]);
});

test("a pinned post that comes again on every page is kept once, with the larger counts", async (t) => {
  const { posts, account } = await loadFiles(t, {
    "vkontakte/1.json": { items: [post({ is_pinned: 1, likes: { count: 4 } }), post({ id: 9 })] },
    "vkontakte/2.json": { items: [post({ is_pinned: 1, likes: { count: 6 } }), post({ id: 8 })] },
  });
  assert.equal(account.summary(), "read 4, skipped 0, duplicates 1");
  assert.equal(posts.find(({ id }) => id === "-5_10")!.likes, 6);
});

test("a deleted post is kept as such; suggested and postponed ones, which nobody saw, are counted and left out", async (t) => {
  const { posts, account } = await loadFiles(t, {
    "vkontakte/a.json": [
      post({ is_deleted: true, text: "" }), post({ id: 2, post_type: "suggest" }),
      post({ id: 3, post_type: "postpone" }), post({ id: 4, marked_as_ads: 1 }),
    ],
  });
  assert.deepEqual(
    posts.map(({ id, deleted, advert }) => [id, deleted, advert]),
    [["-5_10", true, undefined], ["-5_4", undefined, true]],
  );
  assert.equal(account.summary(), "read 4, skipped 0, duplicates 0, left out 2");
});

test("comments come with the replies in their threads, each under what it answers", async (t) => {
  const comment = (more: object) => ({
    from_id: 7, date: 1588291300, text: "Ооба", post_id: 10, owner_id: -5, likes: { count: 1 }, ...more,
  });
  const { posts } = await loadFiles(t, {
    "vkontakte/a.json": {
      response: {
        items: [
          comment({
            id: 21, parents_stack: [], thread: { count: 2, items: [
              comment({ id: 22, parents_stack: [21], date: 1588291400 }),
              comment({ id: 23, parents_stack: [21], reply_to_comment: 22, from_id: -5, date: 1588291500 }),
            ] },
          }),
          comment({ id: 24, deleted: true, text: "", from_id: 0, date: 1588291600 }),
        ],
      },
    },
  });
  assert.deepEqual(posts.map(({ id, kind, parent, thread, byAdmin, comments, deleted }) => [id, kind, parent, thread, byAdmin, comments, deleted]), [
    ["-5_21", "comment", "-5_10", undefined, false, 2, undefined],
    ["-5_22", "comment", "-5_21", "-5_10", false, null, undefined],
    ["-5_23", "comment", "-5_22", "-5_10", true, null, undefined],
    ["-5_24", "comment", "-5_10", undefined, null, null, true],
  ]);
  assert.equal(posts[3]!.author, null);
});

test("a person's own wall does not show the person's number", async (t) => {
  const { posts } = await loadFiles(t, { "vkontakte/a.json": [post({ owner_id: 424242, from_id: 424242 })] });
  assert.ok(!JSON.stringify(posts).includes("424242"));
  assert.match(posts[0]!.id, /^[0-9a-f]{16}_10$/);
});

test("a faulty record is reported with its place and field, and costs no other", async (t) => {
  const { posts, account } = await loadFiles(t, {
    "vkontakte/a.json": { response: { items: [
      post({ id: 1 }), post({ id: 2, date: "yesterday" }), { ...post({}), id: undefined },
      post({ id: 4, likes: { count: "many" } }), post({ id: 5 }),
    ] } },
  });
  assert.equal(posts.length, 2);
  assert.deepEqual(account.problems.map(({ file, line, record, field, found }) => [file, line, record, field, found]), [
    ["vkontakte/a.json", 1, "response.items[1]", "date", '"yesterday"'],
    ["vkontakte/a.json", 1, "response.items[2]", "id", "nothing"],
    ["vkontakte/a.json", 1, "response.items[3]", "likes.count", '"many"'],
  ]);
  assert.equal(account.summary(), "read 5, skipped 3, duplicates 0");
});

test("a faulty reply costs neither its thread nor its comment", async (t) => {
  const reply = (id: number, date: unknown) => ({ id, from_id: 7, date, text: "x", post_id: 10, owner_id: -5 });
  const { posts, account } = await loadFiles(t, {
    "vkontakte/a.json": [{
      ...reply(1, 1588291200), thread: { count: 2, items: [reply(2, null), reply(3, 1588291200)] },
    }],
  });
  assert.deepEqual(posts.map(({ id }) => id), ["-5_1", "-5_3"]);
  assert.equal(account.problems[0]!.record, "[0].thread.items[0]");
});

test("a call that failed inside execute is reported, so that a closed wall is no empty one", async (t) => {
  const { posts, account } = await loadFiles(t, {
    "vkontakte/a.json": {
      response: [{ count: 1, items: [post({ id: 1 })] }, false],
      execute_errors: [{ method: "wall.get", error_code: 15, error_msg: "Access denied" }],
    },
  });
  assert.equal(posts.length, 1);
  assert.equal(account.summary(), "read 2, skipped 1, duplicates 0");
  assert.deepEqual(account.problems.map(describeProblem), [
    "vkontakte/a.json:1: response[1]: needed posts, found false, which VKontakte's execute gives for a call that failed; ask for it again",
    'vkontakte/a.json:1: needed posts of wall.get, found the API\'s answer "error 15: Access denied"; ask the platform again',
  ]);
});

test("walls kept by community, in a list named wall, and comments kept by post are found", async (t) => {
  const comment = (id: number) => ({ id, from_id: 7, date: 1588291300, text: "Ооба" });
  const { posts } = await loadFiles(t, {
    "vkontakte/a.json": {
      "-101": { count: 1, items: [post({ id: 1, owner_id: -101 })] }, "-102": [post({ id: 2, owner_id: -102 })],
    },
    "vkontakte/b.json": { wall: [post({ id: 3 })], comments: { 3: [{ ...comment(21), post_id: 3, owner_id: -5 }] } },
    "vkontakte/c.json": [post({ id: 4, comments: [comment(22)] })],
  }, { strict: true });
  assert.deepEqual(posts.map(({ id, parent }) => [id, parent]).sort(), [
    ["-101_1", null], ["-102_2", null], ["-5_21", "-5_3"], ["-5_22", "-5_4"], ["-5_3", null], ["-5_4", null],
  ]);
});
