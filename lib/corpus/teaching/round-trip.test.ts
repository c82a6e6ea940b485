import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";

import fc from "fast-check";

import { loadCorpusFolder } from "../../load/load-corpus-folder";
import type { Post } from "../../load/post";
import { readPosts } from "../../load/read-posts";
import { temporaryCorpus } from "../../load/temporary-corpus";
import { writePosts } from "../../load/write-posts";
import { commentKey, postKey } from "./export-id";
import { generateTeachingCorpus } from "./generate-teaching-corpus";
import type { TeachingComment, TeachingPost } from "./teaching-post";
import { facebookFiles } from "./write-facebook";
import { odnoklassnikiFiles } from "./write-odnoklassniki";
import { vkontakteFiles } from "./write-vkontakte";

const OPTIONS = { authorKey: "a key for tests", keepContacts: true };
const WRITERS = { facebook: facebookFiles, vkontakte: vkontakteFiles, odnoklassniki: odnoklassnikiFiles } as const;
const CORPUS = generateTeachingCorpus({ seed: 1, scale: 0.02 }).posts.filter(({ community }) => community.sampled);

/** What every format carries of a post or comment, and `null` for the counts that one of them does not. */
type Carried = Pick<Post, "id" | "kind" | "parent" | "community" | "text" | "likes" | "shares" | "comments" | "byAdmin"> & {
  at: number;
  reactions: number | null;
};

function carriedOf(post: Post): Carried {
  const { id, kind, parent, community, text, likes, shares, comments, byAdmin, reactions = null, createdAt } = post;
  return { id, kind, parent, community, text, likes, shares, comments, byAdmin, reactions, at: createdAt.getTime() };
}

/** What a post's format can carry of it, by the platforms' documentation and not by our loaders. */
function expectedPost(post: TeachingPost): Carried {
  const { platform } = post.community;
  const isPage = platform === "facebook" && post.community.type === "page";
  return {
    id: postKey(post),
    kind: "post",
    parent: null,
    community: post.community.name,
    text: seenText(post, platform === "vkontakte" && post.isRepost && post.text !== "" && post.number % 3 === 0 ? "👇" : post.text),
    // Facebook's likes are a part of its reactions, which the test of the counts below adds up.
    likes: platform === "facebook" ? null : post.likes,
    // Odnoklassniki's discussions do not say how often they were shared.
    shares: platform === "odnoklassniki" ? null : post.shares,
    comments: post.commentCount,
    // In a Facebook group the owner of a post tells an administrator only where the group itself is the owner.
    byAdmin: isPage || post.labels.byAdmin ? true : platform === "facebook" ? null : false,
    reactions: platform === "facebook" ? post.likes : null,
    at: post.at,
  };
}

function expectedComment(post: TeachingPost, comment: TeachingComment): Carried {
  const { platform, name } = post.community;
  const answered = comment.answers === null ? undefined : post.comments[comment.answers];
  const isAddressed = platform === "vkontakte" && answered !== undefined && comment.number % 3 !== 0;
  const address = isAddressed ? `${answered.author.isAdmin ? name : "‹handle›"}, ` : "";
  const isGone = comment.deleted && platform !== "facebook";
  const above = isGone && platform === "vkontakte" && answered !== undefined ? topOf(post, answered) : answered;
  return {
    id: commentKey(post, comment),
    kind: "comment",
    // Of a deleted reply VKontakte tells only the thread.
    parent: above === undefined ? postKey(post) : commentKey(post, above),
    community: name,
    text: isGone ? "" : address + seenText(post, comment.text),
    likes: isGone && platform === "vkontakte" ? null : comment.likes,
    shares: null,
    // VKontakte counts the replies of a whole thread at its top.
    comments: platform === "vkontakte" && answered === undefined ? repliesBelow(post, comment) : null,
    byAdmin: platform === "vkontakte" ? comment.author.isAdmin : null,
    reactions: null,
    at: comment.at,
  };
}

function topOf(post: TeachingPost, comment: TeachingComment): TeachingComment {
  return comment.answers === null ? comment : topOf(post, post.comments[comment.answers]!);
}

function repliesBelow(post: TeachingPost, comment: TeachingComment): number {
  const direct = post.comments.filter(({ answers }) => answers !== null && post.comments[answers] === comment);
  return direct.reduce((sum, reply) => sum + 1 + repliesBelow(post, reply), 0);
}

/** A text as the platform keeps it: VKontakte puts a space before a line's end, so none can be told that stood there. */
function seenText(post: TeachingPost, text: string): string {
  const kept = text.normalize("NFC");
  return post.community.platform === "vkontakte" ? kept.replace(/ +\n/g, "\n") : kept;
}

// Without what VKontakte and Odnoklassniki read as mark-up; that is tested with their formats.
const AWKWARD = [..."абвғөүё,;\"'`\n\t \\/#=+-[](){}0123456789€😀\u0301\u0306\u00a0\u2028", "\r\n", "null", "id,creation_time", "👨‍👩‍👧", "=1+1", '""'];
const text = fc.oneof(
  fc.array(fc.constantFrom(...AWKWARD), { maxLength: 30 }).map((parts) => parts.join("")),
  fc.string({ unit: "grapheme", maxLength: 20 }).filter((value) => !/[|&@*<\p{Surrogate}]/u.test(value)),
);
const count = fc.nat(2_000_000);
const posts = fc.uniqueArray(fc.nat(CORPUS.length - 1), { minLength: 1, maxLength: 12 }).chain((places) =>
  fc.tuple(...places.map((place) => varied(CORPUS[place]!))));

function varied(post: TeachingPost): fc.Arbitrary<TeachingPost> {
  const comments = fc.tuple(...post.comments.map((comment) =>
    fc.record({ text, likes: count, deleted: fc.boolean() }).map((more) => ({ ...comment, ...more }))));
  return fc.record({ text, likes: count, shares: count, commentCount: count, isRepost: fc.boolean(), comments })
    .map((more) => ({ ...post, ...more }));
}

test("posts written in the platforms' formats come back as what their format can carry", async (t) => {
  await fc.assert(
    fc.asyncProperty(posts, async (written) => {
      const files = Object.entries(WRITERS).flatMap(([platform, write]) =>
        [...write(written.filter(({ community }) => community.platform === platform))]
          .map(([file, content]) => [`${platform}/${file}`, content] as const));
      const folder = temporaryCorpus(t, Object.fromEntries(files));
      const { posts: loaded, account } = await loadCorpusFolder(folder, OPTIONS);
      assert.deepEqual(account.problems, []);
      const byId = (a: Carried, b: Carried): number => (a.id < b.id ? -1 : 1);
      const expected = written.flatMap((post) => [
        expectedPost(post),
        ...(post.community.platform === "facebook" && post.community.type === "page"
          ? [] : post.comments.map((comment) => expectedComment(post, comment))),
      ]);
      assert.deepEqual(
        loaded.map(carriedOf).map((post) => (post.reactions === null ? post : { ...post, likes: null })).sort(byId),
        expected.sort(byId),
      );

      const lines = join(folder, "posts.jsonl");
      await writePosts(folder, lines, OPTIONS);
      const again: Post[] = [];
      for await (const post of readPosts(lines)) again.push(post);
      assert.deepEqual(again, loaded);
    }),
    { numRuns: 60, seed: 5 },
  );
});
