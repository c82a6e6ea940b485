import type { TeachingAuthor } from "./author-pool";
import { authorId, commentId, communityId, postId } from "./export-id";
import type { TeachingPost } from "./teaching-post";

/**
 * Odnoklassniki's API responses, by file name: for each group an array of `discussions.get` and one of
 * `discussions.getComments`. Times are the Moscow clock without a zone; a comment names its topic in its id alone.
 */
export function odnoklassnikiFiles(posts: readonly TeachingPost[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const community of new Set(posts.map((post) => post.community))) {
    const own = posts.filter((post) => post.community === community).sort((a, b) => b.at - a.at || b.number - a.number);
    const discussed = own.filter((post) => post.comments.length > 0);
    files.set(`${community.id}-discussions.json`, toLines(own.map(discussion)));
    files.set(`${community.id}-comments.json`, toLines(discussed.map(comments)));
  }
  return files;
}

/** An array with one response a line, so that a reader can look inside. */
function toLines(responses: readonly object[]): string {
  return `[\n${responses.map((response) => JSON.stringify(response)).join(",\n")}\n]\n`;
}

function discussion(post: TeachingPost): object {
  const { community, author } = post;
  const group = communityId(community);
  return {
    discussion: {
      object_id: postId(post),
      object_type: "GROUP_TOPIC",
      title: post.text,
      message: `Topic in the {group:${group}}${community.name}{group} group`,
      // The group's own topics name no owner.
      ...(post.labels.byAdmin ? {} : { owner_uid: authorId(community, author) }),
      ref_objects: [{ id: group, type: "GROUP" }],
      creation_date: moscowTime(post.at),
      last_activity_date: moscowTime(post.comments.at(-1)?.at ?? post.at),
      like_count: post.likes,
      liked_it: false,
      total_comments_count: post.commentCount,
    },
    entities: { groups: [{ uid: group, name: community.name }], users: post.labels.byAdmin ? [] : [user(post, author)] },
  };
}

function comments(post: TeachingPost): object {
  return {
    comments: post.comments.map((comment) => {
      const answered = comment.answers === null ? undefined : post.comments[comment.answers]!;
      return {
        id: commentId(post, comment),
        author_id: writerOf(post, comment.author),
        date: moscowTime(comment.at),
        text: comment.deleted ? "" : comment.text,
        type: comment.deleted ? "DELETED_MESSAGE" : "ACTIVE_MESSAGE",
        like_count: comment.likes,
        liked_it: false,
        ...(answered === undefined ? {} : {
          reply_to_id: writerOf(post, answered.author),
          reply_to_comment_id: commentId(post, answered),
        }),
      };
    }),
    has_more: false,
    anchor: `anchor-${post.number}`,
  };
}

function writerOf(post: TeachingPost, author: TeachingAuthor): string {
  return author.isAdmin ? communityId(post.community) : authorId(post.community, author);
}

function user(post: TeachingPost, author: TeachingAuthor): object {
  return { uid: authorId(post.community, author), first_name: author.firstName, last_name: author.lastName };
}

/** Moscow has been three hours ahead of UTC all year since 26 October 2014. */
function moscowTime(ms: number): string {
  return new Date(ms + 3 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
}
