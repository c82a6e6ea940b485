import type { Intake, JsonFormat } from "./export-record";
import { describeValue, FieldError } from "./field-error";
import { parseClock, parseUnixMilliseconds } from "./parse-time";
import {
  type Fields, fieldOf, hasField, readCount, readId, readList, readOptionalId, readText,
} from "./read-field";
import { PERSON } from "./strip-vkontakte-markup";

/** The API writes Moscow clock time and names no zone. */
const ZONE = "Europe/Moscow";

/** Odnoklassniki's `discussions.get` and `discussions.getList`: a topic of a group with its counts. */
export const odnoklassnikiDiscussion: JsonFormat = {
  name: "Odnoklassniki API, discussions",
  recognises: (record) =>
    hasField(record, "object_type") && [
      "object_id", "creation_date", "title",
    ].some((field) => hasField(record, field)),
  read: readDiscussion,
};

/** Odnoklassniki's `discussions.getComments`. */
export const odnoklassnikiComment: JsonFormat = {
  name: "Odnoklassniki API, comments",
  recognises: (record) =>
    ["author_id", "reply_to_comment_id", "like_count"].some((field) => fieldOf(record, field) !== undefined) &&
    ["id", "text", "date"].filter((field) => fieldOf(record, field) !== undefined).length >= 2,
  read: (record, intake) => readComment(record, intake, null),
};

/** Odnoklassniki's `mediatopic.getByIds` and `stream.get`. */
export const odnoklassnikiMediatopic: JsonFormat = {
  name: "Odnoklassniki API, mediatopics",
  recognises: (record) =>
    ["created_ms", "author_ref", "owner_ref", "media"].filter((field) => hasField(record, field)).length >= 2,
  read: readMediatopic,
};

/** The groups among the `entities` of a response. */
export const odnoklassnikiCommunity: JsonFormat = {
  name: "Odnoklassniki API, groups",
  recognises: (record) => hasField(record, "uid") && hasField(record, "name") && !hasField(
    record, "first_name",
  ),
  read: (record, intake) =>
    intake.community({
      platform: "odnoklassniki",
      id: readId(record, "uid"),
      name: readText(record, "name"),
      members: readCount(record, "members_count"),
      access: null,
      type: "group",
    }),
};

/** An entry of `stream.get`: it points at topics, which stand among the `entities`. */
export function isOdnoklassnikiFeed(record: unknown): boolean {
  return hasField(record, "target_refs") || (hasField(record, "pattern") && hasField(record, "date"));
}

function readDiscussion(record: Fields, intake: Intake): void {
  const group = readList(record, "ref_objects").find((object) => fieldOf(object, "type") === "GROUP");
  const groupId = group === undefined ? null : readOptionalId(group, "id", "ref_objects.id");
  const author = readOptionalId(record, "owner_uid");
  const id = readId(record, "object_id");
  intake.post({
    platform: "odnoklassniki",
    kind: "post",
    id,
    communityId: groupId,
    parent: null,
    // No author means that the group itself wrote.
    authorId: author ?? groupId,
    createdAt: parseClock(fieldOf(record, "creation_date"), "creation_date", ZONE),
    text: stripMarkup(readText(record, "title")),
    likes: readCount(record, "like_count"),
    shares: null,
    comments: readCount(record, "total_comments_count"),
    byAdmin: author === null ? true : author === groupId,
    repost: false,
  });
  readComments(record, intake, id);
}

/** Comments that a tool put into their topic. */
function readComments(record: Fields, intake: Intake, topic: string): void {
  readList(record, "comments").forEach((comment, i) => {
    intake.attempt(`comments[${i}]`, () => readComment(comment, intake, topic));
  });
}

function readComment(record: Fields, intake: Intake, around: string | null): void {
  const id = readId(record, "id");
  const topic = topicOfComment(id) ?? around;
  intake.post({
    platform: "odnoklassniki",
    kind: "comment",
    id,
    communityId: null,
    parent: readOptionalId(record, "reply_to_comment_id") ?? topic,
    thread: topic,
    authorId: readOptionalId(record, "author_id"),
    createdAt: parseClock(fieldOf(record, "date"), "date", ZONE),
    text: stripMarkup(readText(record, "text")),
    likes: readCount(record, "like_count"),
    shares: null,
    comments: null,
    byAdmin: null,
    repost: false,
    deleted: /DELETED|REMOVED/.test(readText(record, "type")),
  });
}

/**
 * The topic under which a comment stands, which only its id tells.
 *
 * The id is base64 of `milliseconds:number:milliseconds:topic:type`, as in a true response of 2014.
 *
 * @returns the topic's id, or null for an id of another make
 *
 * @example
 * topicOfComment("MTM5NzIwNjM4MjQ3MTotMTU5NDE6MTM5NzIwNjM4MjQ3MTo2MjUwMzkyOTY2MjMyMDox"); // "62503929662320"
 * topicOfComment("12"); // null
 */
export function topicOfComment(id: string): string | null {
  return /^\d+:-?\d+:\d+:(\d+):\d+$/.exec(Buffer.from(id, "base64").toString("latin1"))?.[1] ?? null;
}

function readMediatopic(record: Fields, intake: Intake): void {
  const id = readId(record, "id");
  const author = readRef(record, "author_ref");
  const owner = readRef(record, "owner_ref") ?? (author?.kind === "group" ? author : null);
  const media = readList(record, "media");
  const texts = media.filter((part) => fieldOf(part, "type") === "text").map(
    (part) => readText(part, "text", "media.text")
  );
  intake.post({
    platform: "odnoklassniki",
    kind: "post",
    id,
    communityId: owner?.kind === "group" ? owner.id : null,
    parent: null,
    authorId: author?.id ?? null,
    createdAt: parseUnixMilliseconds(fieldOf(record, "created_ms"), "created_ms"),
    text: stripMarkup(texts.join("\n")),
    likes: readCount(fieldOf(record, "like_summary"), "count", "like_summary.count"),
    shares: readCount(fieldOf(record, "reshare_summary"), "count", "reshare_summary.count"),
    comments: readCount(
      fieldOf(record, "discussion_summary"), "comments_count", "discussion_summary.comments_count",
    ),
    byAdmin: author === null ? null : author.kind === "group" && author.id === owner?.id,
    repost: media.some((part) => /^(topic|reshare)$/.test(readText(part, "type", "media.type"))),
  });
  readComments(record, intake, id);
}

/** Read `user:1` or `group:1`. */
function readRef(record: Fields, field: string): { kind: string; id: string } | null {
  const value = readOptionalId(record, field);
  if (value === null) return null;
  const match = /^(user|group):(.+)$/.exec(value);
  if (match === null) throw new FieldError(field, '"user:" or "group:" and an id', describeValue(value));
  return { kind: match[1]!, id: match[2]! };
}

/** Texts name users and groups as `{user:1}Name{user}`: a group keeps its name, a person does not. */
function stripMarkup(text: string): string {
  if (!text.includes("{")) return text;
  return text.replace(/\{user:[^}]*\}[^{]*\{user\}/g, PERSON).replace(/\{(\w+):[^}]*\}([^{]*)\{\1\}/g, "$2");
}
