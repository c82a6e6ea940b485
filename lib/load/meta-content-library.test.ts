import assert from "node:assert/strict";
import test from "node:test";

import { loadFiles } from "./temporary-corpus";

const POSTS = "id,creation_time,text,lang,post_owner.type,post_owner.id,post_owner.name,surface.type,surface.id,surface.name,statistics.like_count,statistics.love_count,statistics.comment_count,statistics.reaction_count,statistics.share_count,statistics.views";
const COMMENTS = "id,post_id,parent_id,text,creation_time,owner.id,statistics.reaction_count";

test("in a group post the owner is the author and the surface the group; comments follow their posts", async (t) => {
  const { posts } = await loadFiles(t, {
    "facebook/b-posts.csv": `\ufeff${POSTS}\n90071992547409931,2021-05-01T04:30:36+00:00,Салам,ky,user,55,A B,group,77,Биз,3,1,2,4,,100\n`,
    "facebook/a-comments.csv": `\ufeff${COMMENTS}\n90071992547409933,90071992547409931,,Ооба,2021-05-01T04:31:00+00:00,56,2\n90071992547409935,90071992547409931,90071992547409933,Жок,2021-05-01T04:32:00+00:00,,\n`,
  });
  assert.deepEqual(posts.map(({ id, community, kind, parent, thread, likes, shares, comments, reactions, byAdmin }) =>
    [id, community, kind, parent, thread, likes, shares, comments, reactions, byAdmin]), [
    ["90071992547409931", "Биз", "post", null, undefined, 3, null, 2, 4, null],
    ["90071992547409933", "Биз", "comment", "90071992547409931", undefined, 2, null, null, undefined, null],
    [
      "90071992547409935", "Биз", "comment", "90071992547409933", "90071992547409931", null, null, null,
      undefined, null,
    ],
  ]);
  assert.equal(posts[2]!.author, null);
  assert.ok(!JSON.stringify(posts).includes("A B"));
});

test("a page's own post is by the page", async (t) => {
  const { posts } = await loadFiles(t, {
    "facebook/p.csv": `${POSTS}\n1,2021-05-01 04:30:36,Салам,ky,page,77,Бет,page,77,Бет,3,1,2,4,0,100\n2,2021-05-01 04:30:37,Салам,ky,page,78,Бет,,,,3,1,2,4,0,100\n`,
  });
  assert.deepEqual(
    posts.map(({ byAdmin, community }) => [byAdmin, community]), [[true, "Бет (77)"], [true, "Бет (78)"]],
  );
});

test("joined files repeat their header, even with other columns", async (t) => {
  const { posts, account } = await loadFiles(t, {
    "facebook/c.csv": [
      COMMENTS, "1,10,,a,2021-05-01T04:31:00Z,5,0", `\ufeff${COMMENTS}`, "2,10,,b,2021-05-01T04:32:00Z,5,0",
      "text,id,post_id,creation_time", "c,3,10,2021-05-01T04:33:00Z",
    ].join("\n"),
  });
  assert.deepEqual(posts.map(({ id, text }) => [id, text]), [["1", "a"], ["2", "b"], ["3", "c"]]);
  assert.deepEqual(account.problems, []);
  assert.ok(account.notes.includes("facebook/c.csv repeats its header; the copies were passed over"));
});
