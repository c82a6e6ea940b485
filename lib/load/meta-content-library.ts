import type { Intake, TableFormat } from "./export-record";
import { parseClock, parseUnixSeconds } from "./parse-time";
import { type Fields, fieldOf, readCount, readId, readOptionalId, readText } from "./read-field";

/**
 * Meta Content Library's CSV of posts. In a group `post_owner` is who posted and `surface` the group; a
 * page's post has the page in both, or no surface.
 */
export const metaContentLibraryPosts: TableFormat = {
  name: "Meta Content Library CSV, posts",
  recognises: (columns) =>
    columns.has("creation_time") && !columns.has("post_id") && ["post_owner.id", "surface.id"].some(
      (column) => columns.has(column)
    ),
  needed: ["id", "creation_time"],
  read: readPost,
};

/** Meta Content Library's CSV of comments; the community of a comment is that of its post. */
export const metaContentLibraryComments: TableFormat = {
  name: "Meta Content Library CSV, comments",
  recognises: (columns) => ["creation_time", "post_id"].every((column) => columns.has(column)),
  needed: ["id", "post_id", "creation_time"],
  read: readComment,
};

function readPost(row: Fields, intake: Intake): void {
  const owner = readOptionalId(row, "post_owner.id");
  const surface = readOptionalId(row, "surface.id");
  const communityId = surface ?? owner;
  const place = surface === null ? "post_owner" : "surface";
  const name = readText(row, `${place}.name`).trim();
  if (communityId !== null && name !== "") {
    intake.community({
      platform: "facebook", id: communityId, name, members: null, access: null,
      type: readText(row, `${place}.type`).toLowerCase() || null,
    });
  }
  if (fieldOf(row, "text") === undefined) intake.note(
    "Meta Content Library posts without a text column: texts are empty"
  );
  const isOwn = owner !== null && owner === communityId;
  intake.post({
    platform: "facebook",
    kind: "post",
    id: readId(row, "id"),
    communityId,
    communityName: name,
    parent: null,
    authorId: owner,
    createdAt: readTime(row),
    text: readText(row, "text"),
    likes: readCount(row, "statistics.like_count"),
    shares: readCount(row, "statistics.share_count"),
    comments: readCount(row, "statistics.comment_count"),
    reactions: readCount(row, "statistics.reaction_count"),
    // Administrators of a group post in their own names, so another owner tells nothing.
    byAdmin: isOwn ? true : null,
    repost: false,
  });
}

function readComment(row: Fields, intake: Intake): void {
  const post = readId(row, "post_id");
  intake.post({
    platform: "facebook",
    kind: "comment",
    id: readId(row, "id"),
    communityId: null,
    parent: readOptionalId(row, "parent_id") ?? post,
    thread: post,
    authorId: readOptionalId(row, "owner.id"),
    createdAt: readTime(row),
    text: readText(row, "text"),
    likes: readCount(row, "statistics.reaction_count"),
    shares: null,
    comments: readCount(row, "statistics.comment_count"),
    byAdmin: null,
    repost: false,
  });
}

/** UTC, written out or as Unix seconds. */
function readTime(row: Fields): Date {
  const value = fieldOf(row, "creation_time");
  const isUnix = typeof value === "string" && /^\d{9,}(\.0)?$/.test(value.trim());
  return isUnix ? parseUnixSeconds(value, "creation_time") : parseClock(value, "creation_time", "UTC");
}
