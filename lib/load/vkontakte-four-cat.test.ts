import assert from "node:assert/strict";
import test from "node:test";

import { loadFiles } from "./temporary-corpus";

test("4CAT's CSV of VKontakte takes the wall from the link and the time from unix_timestamp", async (t) => {
  const { posts } = await loadFiles(t, {
    "vkontakte/export.csv":
      "id,thread_id,timestamp,unix_timestamp,link,item_type,body,author_id,author_type,author_name,in_reply_to_user,in_reply_to_comment_id,source,views,likes,post_comments,edited\n" +
      '10,10,2020-05-01 03:00:00,1588291200,https://vk.com/wall-5_10,post,"Салам,\nдостор",-5,group,Биз барбыз,,,vk,100,4,2,False\n' +
      "21,10,2020-05-01 03:01:00,1588291260,https://vk.com/wall-5_21,comment,Ооба,7,user,A B,,,,,1,,False\n" +
      "22,10,2020-05-01 03:02:00,1588291320,https://vk.com/wall-5_22,comment,Жок,8,user,C D,7,21,,,,,False\n" +
      "23,10,2020-05-01 03:02:00,1588291320,https://example.org/23,comment,Жок,8,user,C D,7,21,,,,,False\n",
  });
  assert.deepEqual(posts.map(({ id, kind, parent, thread, community, createdAt, text, likes, shares, comments, byAdmin }) =>
    [id, kind, parent, thread, community, createdAt.toISOString(), text, likes, shares, comments, byAdmin]), [
    [
      "-5_10", "post", null, undefined, "Биз барбыз", "2020-05-01T00:00:00.000Z", "Салам,\nдостор", 4, null, 2,
      true,
    ],
    [
      "-5_21", "comment", "-5_10", undefined, "Биз барбыз", "2020-05-01T00:01:00.000Z", "Ооба", 1, null, null,
      false,
    ],
    [
      "-5_22", "comment", "-5_21", "-5_10", "Биз барбыз", "2020-05-01T00:02:00.000Z", "Жок", null, null, null,
      false,
    ],
  ]);
});

test("4CAT's NDJSON of VKontakte is the API's object with its kind", async (t) => {
  const lines = [
    {
      id: 10, owner_id: -5, from_id: -5, date: 1588291200, text: "Салам", "4cat_item_type": "post",
      author_profile: { id: 5, name: "Биз" },
    },
    {
      id: 21, owner_id: -5, post_id: 10, from_id: 7, date: 1588291260, text: "Ооба",
      "4cat_item_type": "comment",
    },
  ];
  const { posts } = await loadFiles(t, {
    "vkontakte/x.ndjson": lines.map((line) => JSON.stringify(line)).join("\n"),
  });
  assert.deepEqual(
    posts.map(({ id, kind, parent }) => [id, kind, parent]),
    [["-5_10", "post", null], ["-5_21", "comment", "-5_10"]],
  );
});

test("a CSV and the API's JSON of the same posts are merged", async (t) => {
  const { posts, account } = await loadFiles(t, {
    "vkontakte/a.csv": "id,thread_id,unix_timestamp,link,item_type,body,author_id,likes\n10,10,1588291200,https://vk.com/wall-5_10,post,Салам,-5,4\n",
    "vkontakte/b.json": [{
      id: 10, owner_id: -5, from_id: -5, date: 1588291200, text: "Салам", reposts: { count: 2 },
      likes: { count: 3 },
    }],
  });
  assert.equal(account.summary(), "read 2, skipped 0, duplicates 1");
  assert.deepEqual([posts.length, posts[0]!.likes, posts[0]!.shares], [1, 4, 2]);
});
