import assert from "node:assert/strict";
import test from "node:test";

import { postOfAddress } from "./crowdtangle-csv";
import { loadFiles } from "./temporary-corpus";

const PAGE_HEADER = '"Page Name","User Name","Facebook Id","Page Category","Post Created","Post Created Date","Type","Total Interactions",Likes,Comments,Shares,Love,Wow,Haha,Sad,Angry,Care,URL,Message,"Sponsor Id","Total Interactions (weighted  —  Likes 1x Shares 1x )"';
const pageRow = (created: string, id: string, message = "Салам"): string =>
  `Кыргыздар,kg,10158123456789012,NGO,${created},2020-11-01,Photo,"1,234","1,200",10,20,1,1,1,1,0,0,https://www.facebook.com/kg/posts/${id},"${message}",,"1,234"`;

test("a CrowdTangle CSV of pages follows its zone through the end of daylight saving", async (t) => {
  const { posts, communities } = await loadFiles(t, {
    "facebook/p.csv": [
      PAGE_HEADER, pageRow("2020-10-31 23:30:00 EDT", "1"), pageRow("2020-11-01 23:30:00 EST", "2"),
    ].join("\n"),
  });
  assert.deepEqual(posts.map(({ id, community, createdAt, likes, shares, comments, reactions, byAdmin }) =>
    [id, community, createdAt.toISOString(), likes, shares, comments, reactions, byAdmin]), [
    ["10158123456789012_1", "Кыргыздар", "2020-11-01T03:30:00.000Z", 1200, 20, 10, 1204, true],
    ["10158123456789012_2", "Кыргыздар", "2020-11-02T04:30:00.000Z", 1200, 20, 10, 1204, true],
  ]);
  assert.equal(communities[0]!.type, "page");
});

test("a CrowdTangle CSV of groups tells no author", async (t) => {
  const { posts } = await loadFiles(t, {
    "facebook/g.csv": 'Group Name,User Name,Facebook Id,Post Created,Total Interactions,Likes,Comments,Shares,URL,Message\nБиз,biz,77,2021-05-01 04:30:36 EDT,5,5,0,0,https://www.facebook.com/groups/77/permalink/88,"он сказал ""да"""\n',
  });
  const [post] = posts;
  assert.deepEqual(
    [post!.id, post!.author, post!.byAdmin, post!.text, post!.reactions],
    ["77_88", null, null, 'он сказал "да"', 5],
  );
  assert.equal(post!.createdAt.toISOString(), "2021-05-01T08:30:36.000Z");
});

test("a CrowdTangle CSV reports a zone that it does not know and an id that a spreadsheet shortened", async (t) => {
  const { account } = await loadFiles(t, {
    "facebook/p.csv": [
      PAGE_HEADER, pageRow("2020-10-31 23:30:00 XYZ", "1"),
      pageRow("2020-10-31 23:30:00 EDT", "2").replace("10158123456789012", "1.01581E+16"),
      pageRow("2020-10-31 23:30:00 EDT", "3"),
    ].join("\n"),
  });
  assert.deepEqual(
    account.problems.map(({ line, field }) => [line, field]), [[2, "Post Created"], [3, "facebook id"]],
  );
});

test("CrowdTangle's JSON is UTC, and merges with the CSV of the same posts", async (t) => {
  const { posts, account } = await loadFiles(t, {
    "facebook/api.json": {
      status: 200,
      result: {
        posts: [{
          id: 5, platformId: "10158123456789012_1", platform: "Facebook", date: "2020-11-01 03:30:00", type: "photo", message: "Салам",
          statistics: { actual: { likeCount: 1300, shareCount: 19, commentCount: 10, loveCount: 2 } },
          account: {
            id: 3, platformId: "10158123456789012", name: "Кыргыздар", accountType: "facebook_page",
            subscriberCount: 99,
          },
        }],
        pagination: {},
      },
    },
    "facebook/p.csv": [PAGE_HEADER, pageRow("2020-10-31 23:30:00 EDT", "1")].join("\n"),
  });
  assert.equal(account.summary(), "read 2, skipped 0, duplicates 1");
  assert.deepEqual([posts[0]!.likes, posts[0]!.shares, posts[0]!.reactions], [1300, 20, 1302]);
});

test("postOfAddress knows Facebook's ways to write an address", () => {
  assert.equal(postOfAddress("https://www.facebook.com/kg/posts/pfbid02abc"), "pfbid02abc");
  assert.equal(postOfAddress("https://www.facebook.com/kg/videos/some-title/55/"), "55");
  assert.equal(postOfAddress("https://www.facebook.com/kg/photos/a.1.2/77/?type=3"), "77");
  assert.equal(postOfAddress("https://www.facebook.com/photo.php?fbid=9&id=1"), "9");
  assert.equal(postOfAddress("https://www.facebook.com/kg"), null);
});

test("CrowdTangle CSV: the older header says Created for Post Created", async (t) => {
  const row = "2021-05-01 04:30:36 EDT,0,https://www.facebook.com/groups/2/permalink/10,Салам";
  const { posts } = await loadFiles(t, {
    "facebook/a.csv": `Group Name,Facebook Id,Created,Total Interactions,URL,Message\nТоп,2,${row}\n`,
  });
  assert.equal(posts[0]!.createdAt.toISOString(), "2021-05-01T08:30:36.000Z");
});
