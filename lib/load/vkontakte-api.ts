import type { Intake, JsonFormat } from "./export-record";
import { FieldError } from "./field-error";
import { parseUnixSeconds } from "./parse-time";
import type { CommunityInfo } from "./post";
import {
  type Fields, fieldOf, hasField, isFields, readCount, readFlag, readId, readList, readListIn, readOptionalId, readText,
} from "./read-field";
import { stripVkontakteMarkup } from "./strip-vkontakte-markup";

/**
 * VKontakte's `wall.get`, `wall.getById`, `newsfeed.search`: a post of a wall.
 *
 * Also 4CAT's NDJSON, which is the same object with `4cat_item_type`, and responses of the API before version
 * 5, which say `to_id` for `owner_id`.
 */
export const vkontaktePost: JsonFormat = {
  name: "VKontakte API, posts",
  recognises: (record) =>
    isVkontakteItem(record) && (
      hasField(record, "owner_id") || hasField(record, "to_id")
    ) && !isComment(record),
  read: readPost,
};

/** VKontakte's `wall.getComments`: a comment with a preview of its replies. */
export const vkontakteComment: JsonFormat = {
  name: "VKontakte API, comments",
  recognises: (record) => isVkontakteItem(record) && isComment(record),
  read: (record, intake) => readComment(record, intake, { owner: null, post: null }),
};

/** VKontakte's `groups.getById` and the `groups` of an extended response. */
export const vkontakteCommunity: JsonFormat = {
  name: "VKontakte API, communities",
  recognises: (record) =>
    (hasField(record, "id") || hasField(record, "gid")) && hasField(record, "name") &&
    ["screen_name", "is_closed", "members_count"].some((field) => hasField(record, field)),
  read: (record, intake) => intake.community(readCommunity(record)),
};

/** Ids are unique within a wall only, so a wall's owner goes before them. */
export function vkontakteKey(owner: string, id: string): string {
  return `${owner}_${id}`;
}

function isVkontakteItem(record: Fields): boolean {
  const has = (...fields: string[]): boolean => fields.some((field) => fieldOf(record, field) !== undefined);
  const isOnAWall = has("owner_id", "to_id", "from_id", "uid");
  // Three of five, so that a record lacking one is still known, and reported with the field it lacks.
  const signs = [
    has("owner_id", "to_id"), has("from_id", "uid"), has("date"), has("text", "copy_history"),
    has("post_type", "4cat_item_type", "deleted"),
  ];
  return isOnAWall && signs.filter(Boolean).length >= 3;
}

function isComment(record: Fields): boolean {
  const type = fieldOf(record, "4cat_item_type") ?? fieldOf(record, "post_type");
  if (type !== undefined) return type === "comment" || type === "reply";
  return (
    [
      "post_id", "parents_stack", "cid", "reply_to_comment",
    ].some((field) => fieldOf(record, field) !== undefined) ||
    !(hasField(record, "owner_id") || hasField(record, "to_id"))
  );
}

function readPost(record: Fields, intake: Intake): void {
  const type = readText(record, "post_type");
  if (type === "suggest" || type === "postpone") {
    intake.leaveOut(`not published (post_type ${type})`);
    return;
  }
  const owner = readOwner(record);
  const id = readId(record, "id");
  const author = readOptionalId(record, "from_id");
  const original = readList(record, "copy_history")[0];
  const ownText = readText(record, "text");
  const copiedText = original === undefined ? "" : readText(original, "text", "copy_history.text");
  const oldCopyOwner = readOptionalId(record, "copy_owner_id");

  intake.post({
    platform: "vkontakte",
    kind: "post",
    id: vkontakteKey(owner, id),
    communityId: owner,
    parent: null,
    authorId: author,
    createdAt: parseUnixSeconds(fieldOf(record, "date"), "date"),
    text: stripVkontakteMarkup(ownText.trim() === "" ? copiedText : ownText),
    likes: readCount(fieldOf(record, "likes"), "count", "likes.count"),
    shares: readCount(fieldOf(record, "reposts"), "count", "reposts.count"),
    comments: readCount(fieldOf(record, "comments"), "count", "comments.count"),
    byAdmin: author === null ? null : author === owner,
    repost: original !== undefined || oldCopyOwner !== null || type === "copy",
    copyOf: original === undefined ? null : originalKey(original),
    deleted: readFlag(record, "is_deleted") || readFlag(record, "deleted"),
    advert: readFlag(record, "marked_as_ads") || type === "post_ads",
  });
  readReplies(fieldOf(record, "comments"), "comments.items", intake, { owner, post: vkontakteKey(owner, id) });
}

/** What a comment inherits from the post or comment it was found in. */
interface Surroundings {
  readonly owner: string | null;
  /** Key of the post, and of the comment whose thread this is. */
  readonly post: string | null;
  readonly answered?: string;
}

function readComment(record: Fields, intake: Intake, around: Surroundings): void {
  // The API before version 5 said cid and uid, and never named the wall.
  const isOld = hasField(record, "cid");
  const id = readId(record, isOld ? "cid" : "id");
  const owner = readOptionalId(record, "owner_id") ?? readOptionalId(record, "to_id") ?? around.owner;
  const author = readOptionalId(record, "from_id") ?? readOptionalId(record, "uid");
  const isDeleted = readFlag(record, "deleted") || readFlag(record, "is_deleted");
  const key = (local: string): string => (owner === null ? local : vkontakteKey(owner, local));

  const post = readOptionalId(record, "post_id");
  const thread = post !== null && post !== "0" ? key(post) : around.post;
  const stack = fieldOf(record, "parents_stack");
  const lastOfStack = { id: Array.isArray(stack) ? stack.at(-1) : null };
  const above =
    readOptionalId(record, "reply_to_comment") ?? readOptionalId(lastOfStack, "id", "parents_stack");
  if (owner === null) {
    intake.note("VKontakte comments without owner_id: their wall is taken to be the file's name");
  }

  intake.post({
    platform: "vkontakte",
    kind: "comment",
    id: key(id),
    ...(owner === null ? { scope: intake.place } : {}),
    communityId: owner,
    parent: above !== null && above !== "0" ? key(above) : (around.answered ?? thread),
    thread,
    authorId: author === "0" ? null : author,
    createdAt: parseUnixSeconds(fieldOf(record, "date"), "date"),
    text: stripVkontakteMarkup(readText(record, "text")),
    likes: readCount(fieldOf(record, "likes"), "count", "likes.count"),
    shares: null,
    comments: readCount(fieldOf(record, "thread"), "count", "thread.count"),
    byAdmin: author === null || author === "0" || owner === null ? null : author === owner,
    repost: false,
    deleted: isDeleted,
  });
  readReplies(fieldOf(record, "thread"), "thread.items", intake, { owner, post: thread, answered: key(id) });
}

function readReplies(list: unknown, where: string, intake: Intake, around: Surroundings): void {
  readListIn(list, "items").forEach((reply, i) => {
    intake.attempt(`${where}[${i}]`, () => readComment(reply, intake, around));
  });
}

function readOwner(record: Fields): string {
  const owner = readOptionalId(record, "owner_id") ?? readOptionalId(record, "to_id");
  if (owner === null) throw new FieldError("owner_id", "the wall's id", "nothing");
  return owner;
}

function originalKey(original: Fields): string | null {
  const owner = readOptionalId(original, "owner_id", "copy_history.owner_id");
  const id = readOptionalId(original, "id", "copy_history.id");
  return owner === null || id === null ? null : vkontakteKey(owner, id);
}

const ACCESS = new Map<unknown, CommunityInfo["access"]>([[0, "open"], [1, "closed"], [2, "private"]]);

function readCommunity(record: Fields): CommunityInfo {
  const id = hasField(record, "id") ? readId(record, "id") : readId(record, "gid");
  return {
    platform: "vkontakte",
    // Walls of communities have negative owners; the community's own record has the number without its sign.
    id: id.startsWith("-") ? id : `-${id}`,
    name: readText(record, "name"),
    members: readCount(record, "members_count"),
    access: ACCESS.get(fieldOf(record, "is_closed")) ?? null,
    type: readText(record, "type") || null,
  };
}

/** People in an extended response: names are not read at all. */
export function isVkontakteProfile(record: unknown): boolean {
  return isFields(record) && hasField(record, "first_name") && fieldOf(record, "date") === undefined;
}
